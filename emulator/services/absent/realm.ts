import { operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import type { ReferenceOperations } from '../../runtime/realm/reference-operations';

const call = operations<ReferenceOperations>();

/** Google services that exist in every script and that the local Workspace does not emulate. */
const ABSENT = [
  'SpreadsheetApp',
  'CalendarApp',
  'DriveApp',
  'GmailApp',
  'DocumentApp',
  'SlidesApp',
  'FormApp',
  'GroupsApp',
  'ContactsApp',
  'SitesApp',
  'Maps',
  'LanguageApp',
  'LinearOptimizationService',
  'Charts',
  'XmlService',
  'Jdbc',
  'ConferenceDataService',
  'DataStudioApp',
  'AddOnsResponseService',
  'Browser',
  'ScriptProperties',
  'UserProperties',
];

export function installAbsentServices(): void {
  for (const name of ABSENT) defineLazily(name, () => absentService(name));
}

/** An object that exists, but every member of which throws NotEmulated when it is touched. */
export const absentService = (name: string): object =>
  new Proxy(
    { toString: () => name },
    {
      get(target, member) {
        if (typeof member === 'symbol' || member in target || member === 'toJSON')
          return Reflect.get(target, member) as unknown;
        return call('reference.refuseService', name, member);
      },
    },
  );
