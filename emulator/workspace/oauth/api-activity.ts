import type { ApiMethodDescription } from '../../discovery/discovery';
import { MediaAnswer, type ApiAnswer } from '../api-method';
import type { Caller } from '../caller';
import type { CustomerRecord } from '../state/directory';
import type { Workspace } from '../workspace';
import { productBucket, serviceOf } from './scopes';
import type { OAuthState } from '../state/oauth';
import { logTokenEvent } from './token-log';

const HOUR_MS = 60 * 60 * 1000;

/** The editions whose token log contains API calls. @see https://support.google.com/a/answer/6124308 */
const EDITIONS: ReadonlySet<CustomerRecord['edition']> = new Set(['enterprise-plus']);

/** Client, user and method → the hour of the last log entry. */
const logged = new WeakMap<OAuthState, Map<string, number>>();

/**
 * Writes an `activity` event to the token log: an app called a method for a user. Google writes one per call; here the
 * first call in each hour stands for all by the same app, user and method, or the log would contain nothing else.
 * Google's own products and delegated service accounts never appear.
 */
export function recordApiActivity(
  workspace: Workspace,
  caller: Caller,
  { id: methodId, api, scopes }: Pick<ApiMethodDescription, 'id' | 'api' | 'scopes'>,
  answer: ApiAnswer,
): void {
  const { principal, clientId, projectNumber, impersonated } = caller;
  if (projectNumber === null || impersonated || principal.kind !== 'user') return;
  const { oauth, directory } = workspace.state;
  const customer = directory.customers[principal.customerId ?? ''];
  if (!customer || !EDITIONS.has(customer.edition)) return;
  let hours = logged.get(oauth);
  if (!hours) logged.set(oauth, (hours = new Map()));
  const key = `${clientId} ${principal.userId} ${methodId}`;
  const hour = Math.floor(workspace.clock.now() / HOUR_MS);
  if (hours.get(key) === hour) return;
  hours.set(key, hour);
  logTokenEvent(workspace, 'activity', { actor: principal, clientId }, [
    { name: 'api_name', value: api },
    { name: 'method_name', value: methodId },
    { name: 'num_response_bytes', intValue: String(bytesOf(answer)) },
    { name: 'product_bucket', value: productBucket(serviceOf(scopes[0] ?? '')) },
  ]);
}

const bytesOf = (answer: ApiAnswer): number => {
  if (answer === undefined) return 0;
  return answer instanceof MediaAnswer
    ? answer.bytes.length
    : Buffer.byteLength(JSON.stringify(answer));
};
