import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import type { RealmEntry } from '../../../emulator/runtime/realm/host';
import { advancedServicesOf } from '../../../emulator/services/advanced/settings';
import { referenceOperations } from '../../../emulator/services/reference/host';
import { ANNA, aScript } from '../../support/small-company';

const ADVANCED = {
  AdminDirectory: ['admin', 'directory_v1'],
  AdminReports: ['admin', 'reports_v1'],
  Calendar: ['calendar', 'v3'],
  Sheets: ['sheets', 'v4'],
  Drive: ['drive', 'v3'],
};

/**
 * What a realm registers once every service of it was touched, by the reference's names. Its host knows the reference and
 * nothing else.
 */
export function registeredInRealm(): ReadonlyMap<string, object> {
  const context = createContext(Object.create(null) as object);
  const source = readFileSync(join(__dirname, '../../../build/emulator/realm.js'), 'utf8');
  const install = new Script(source).runInContext(context) as (
    host: object,
    setting: string,
  ) => RealmEntry;
  const setting = { timeZone: 'UTC', randomSeed: 1, advancedServices: advancedServices() };
  const { emulated } = install({ call, now: () => 0 }, JSON.stringify(setting));
  for (const name of Object.getOwnPropertyNames(context))
    void (context as Record<string, unknown>)[name];
  new Script("Utilities.newBlob('')").runInContext(context);
  return emulated;
}

function advancedServices(): readonly object[] {
  const enabledAdvancedServices = Object.entries(ADVANCED).map(
    ([userSymbol, [serviceId, version]]) => ({
      userSymbol,
      serviceId,
      version,
    }),
  );
  const workspace = aScript('function f() {}', {
    manifest: { dependencies: { enabledAdvancedServices } },
  });
  return advancedServicesOf(workspace.run('f', { as: ANNA }).execution.start.project);
}

const reference = referenceOperations() as unknown as Record<
  string,
  (...args: unknown[]) => unknown
>;

function call(operation: string, args: string): string {
  try {
    const answer = reference[operation]?.(...(JSON.parse(args) as unknown[]));
    return answer === undefined ? '=' : `=${JSON.stringify(answer)}`;
  } catch (error) {
    const { name, message } = error as Error;
    return `!${JSON.stringify({ name, message })}`;
  }
}
