import { gunzipSync, gzipSync } from 'node:zlib';
import type { Execution } from '../../runtime/execution';
import { ScriptException } from '../../runtime/script-exception';
import { digest, hmac, rsaSignature } from './digests';
import { formatDate } from './format-date';
import type { UtilitiesOperations } from './operations';
import { parseDate } from './parse-date';
import { unzip, zip } from './zip';

const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** Local work takes no virtual time; only sleeping does. */
export function utilitiesOperations(execution: Execution): UtilitiesOperations {
  return {
    'utilities.computeDigest': (algorithm, value) => digest(algorithm, bytes(value)),
    'utilities.computeHmac': (algorithm, value, key) => hmac(algorithm, bytes(value), bytes(key)),
    'utilities.computeRsa': (algorithm, value, key) => rsaSignature(algorithm, bytes(value), key),
    'utilities.formatDate': formatDate,
    'utilities.parseDate': (text, timeZone, format) =>
      parseDate(text, timeZone, format, execution.workspace.clock.now()),
    'utilities.getUuid': () => execution.workspace.random.uuid(),
    'utilities.sleep'(ms) {
      if (ms < 0 || ms > execution.hands.limits.SLEEP_MS)
        throw new ScriptException('Invalid argument: milliseconds');
      execution.service('utilities.sleep', () => {}, ms);
    },
    'utilities.gzip': (base64) => gzipSync(bytes(base64)).toString('base64'),
    'utilities.ungzip'(base64) {
      try {
        return gunzipSync(bytes(base64)).toString('base64');
      } catch {
        throw new ScriptException('Could not decompress gzip.');
      }
    },
    'utilities.zip': (files) =>
      zip(
        files.map(({ name, base64 }) => ({ name, bytes: bytes(base64) })),
        execution.workspace.clock.now(),
      ).toString('base64'),
    'utilities.unzip': (base64) =>
      unzip(bytes(base64)).map(({ name, bytes: data }) => ({
        name,
        base64: data.toString('base64'),
      })),
  };
}
