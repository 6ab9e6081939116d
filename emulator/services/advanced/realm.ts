import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import { exception, operations } from '../../runtime/realm/bridge';
import type { AdvancedMethodSetting, AdvancedServiceSetting } from '../../runtime/realm/host';
import { absentService } from '../absent/realm';
import { Blob, blobFrom } from '../blob/realm';
import type { ReferenceOperations } from '../../runtime/realm/reference-operations';
import { isBlobSource } from '../url-fetch/realm-form';
import type { AdvancedOperations, Upload } from './operations';

const call = operations<AdvancedOperations & ReferenceOperations>();

/** The reference's name for each API, whatever name the manifest gives it. */
const NAMES: Readonly<Record<string, string>> = {
  directory: 'AdminDirectory',
  reports: 'AdminReports',
  calendar: 'Calendar',
  sheets: 'Sheets',
  drive: 'Drive',
};

/** Defines advanced services under the names that the manifest gives them, and only those. */
export function installAdvancedServices(services: readonly AdvancedServiceSetting[]): void {
  for (const service of services) defineLazily(service.userSymbol, () => advancedService(service));
}

/** `Calendar.Events.list(calendarId, optionalArgs, headers)` and its siblings, from Discovery's method table. */
function advancedService({ userSymbol, api, methods, schemas }: AdvancedServiceSetting): object {
  if (methods.length === 0) return absentService(userSymbol);
  const root = NAMES[api] ?? userSymbol;
  const service: Record<string, unknown> = emulated(root, {});
  const factories = [
    ...schemas.map((schema) => `new${schema}`),
    ...call('reference.factories', root),
  ];
  for (const factory of factories) service[factory] = () => ({});
  for (const method of methods) {
    let collection = service;
    let name = root;
    for (const part of method.path.slice(0, -1)) {
      name = `${name}.${part}`;
      if (!Object.hasOwn(collection, part)) collection[part] = emulated(name, {});
      collection = collection[part] as Record<string, unknown>;
    }
    collection[method.path.at(-1)!] = advancedMethod(userSymbol, method);
  }
  return service;
}

/**
 * Arguments: the resource (where the method takes one), then path parameters in order, then the upload (where it takes
 * one), then optional arguments, then headers.
 */
function advancedMethod(
  userSymbol: string,
  method: AdvancedMethodSetting,
): (...args: unknown[]) => unknown {
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
    const media = method.takesMedia && isBlobSource(rest[0]) ? rest.shift() : null;
    if (method.takesMedia && rest[0] === null) rest.shift();
    const [optional, headers] = rest as [Record<string, unknown>?, Record<string, string>?];
    return call(
      'advanced.call',
      method.id,
      { ...optional, ...params },
      body ?? null,
      headers ?? {},
      media === null ? null : uploadOf(blobFrom(media)),
    );
  };
}

const uploadOf = (blob: Blob): Upload => ({
  contentType: blob.getContentType() ?? 'application/octet-stream',
  content: Blob.crossing(blob),
});
