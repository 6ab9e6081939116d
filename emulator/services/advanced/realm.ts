import { defineLazily } from '../../runtime/realm/define';
import { exception, operations } from '../../runtime/realm/bridge';
import type { AdvancedMethodSetting, AdvancedServiceSetting } from '../../runtime/realm/host';
import type { AdvancedOperations } from './operations';

const call = operations<AdvancedOperations>();

/** Advanced services are there under the names that the manifest gives them, and only those. */
export function installAdvancedServices(services: readonly AdvancedServiceSetting[]): void {
  for (const service of services) defineLazily(service.userSymbol, () => advancedService(service));
}

/** `Calendar.Events.list(calendarId, optionalArgs, headers)` and its siblings, from Discovery's method table. */
function advancedService({ userSymbol, methods, schemas }: AdvancedServiceSetting): object {
  const service: Record<string, unknown> = {};
  for (const schema of schemas) service[`new${schema}`] = () => ({});
  for (const method of methods) {
    let collection = service;
    for (const name of method.path.slice(0, -1)) {
      collection = (collection[name] ??= {}) as Record<string, unknown>;
    }
    collection[method.path.at(-1)!] = advancedMethod(userSymbol, method);
  }
  return service;
}

/**
 * Arguments: the resource (where the method takes one), then path parameters in order, then the upload (where it takes
 * one), then optional arguments, then headers.
 */
function advancedMethod(userSymbol: string, method: AdvancedMethodSetting): (...args: unknown[]) => unknown {
  const required = (method.hasBody ? 1 : 0) + method.order.length;
  const most = required + (method.takesMedia ? 1 : 0) + 2;
  return (...args) => {
    if (args.length < required || args.length > most)
      throw exception(
        `Invalid number of arguments provided. Expected ${required}-${most} only (${userSymbol}.${method.path.join('.')})`,
      );
    const rest = [...args];
    const body = method.hasBody ? rest.shift() : null;
    const params: Record<string, unknown> = {};
    for (const name of method.order) params[name] = rest.shift();
    const media = method.takesMedia && isBlob(rest[0]) ? rest.shift() : null;
    if (method.takesMedia && rest[0] === null) rest.shift();
    const [optional, headers] = rest as [Record<string, unknown>?, Record<string, string>?];
    return call(
      'advanced.call',
      method.id,
      { ...optional, ...params },
      body ?? null,
      headers ?? {},
      toUpload(media),
    );
  };
}

interface BlobLike {
  getContentType(): string | null;
  getBytes(): number[];
}

const isBlob = (value: unknown): value is BlobLike =>
  typeof value === 'object' && value !== null && 'getBytes' in value;

const toUpload = (media: unknown): { contentType: string; base64: string } | null =>
  isBlob(media)
    ? { contentType: media.getContentType() ?? 'application/octet-stream', base64: toBase64(media.getBytes()) }
    : null;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(bytes: readonly number[]): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]! & 255, bytes[i + 1], bytes[i + 2]];
    const word = (a << 16) | (((b ?? 0) & 255) << 8) | ((c ?? 0) & 255);
    out += ALPHABET[(word >> 18) & 63]! + ALPHABET[(word >> 12) & 63]!;
    out += b === undefined ? '=' : ALPHABET[(word >> 6) & 63]!;
    out += c === undefined ? '=' : ALPHABET[word & 63]!;
  }
  return out;
}
