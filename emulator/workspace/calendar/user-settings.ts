import { requiredParam, type ApiMethods, type JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { findPrincipal } from '../directory/accounts';
import { notFound } from '../google-error';
import type { Workspace } from '../workspace';
import { requireCalendarUser } from './access';
import { personKey, primaryCalendar } from './calendars';
import { listSynced } from './synced-list';
import { etagOf, nextStamp } from './stamps';
import type { CalendarRecord, PersonRecord } from '../state/calendar';
import { newTable } from '../state/own-keys';

/** Every setting and its default. @see https://developers.google.com/workspace/calendar/api/v3/reference/settings */
const DEFAULTS: Readonly<Record<string, string>> = {
  autoAddHangouts: 'false',
  dateFieldOrder: 'MDY',
  defaultEventLength: '60',
  format24HourTime: 'false',
  hideInvitations: 'false',
  hideWeekends: 'false',
  locale: 'en',
  remindOnRespondedEventsOnly: 'false',
  showDeclinedEvents: 'true',
  timezone: 'UTC',
  useKeyboardShortcuts: 'true',
  weekStart: '0',
};

/** One person's calendar data. */
export function personOf({ state }: Workspace, key: string): PersonRecord {
  return (state.calendar.people[key] ??= {
    list: newTable(),
    listRevision: 0,
    settings: newTable(),
    settingsRevision: 0,
  });
}

/** Changes a setting as its person does in Calendar: there is no API for it. `timezone` moves their calendar too. */
export function changeSetting(
  workspace: Workspace,
  address: string,
  id: string,
  value: string,
): void {
  const principal = findPrincipal(workspace.state.directory, address);
  if (!principal || !(id in DEFAULTS)) throw new Error(`There is no setting ${id} of ${address}.`);
  if (id === 'timezone') primaryCalendar(workspace, principal).timeZone = value;
  storeSetting(workspace, principal.userId, id, value);
}

/** Stores a setting's new value for the next increment. */
export function storeSetting(workspace: Workspace, key: string, id: string, value: string): void {
  const person = personOf(workspace, key);
  person.settings[id] = { value, stamp: nextStamp(workspace), revision: ++person.settingsRevision };
}

/** Whether invitations stay hidden from this person until they have answered. */
export const hidesInvitations = ({ state }: Workspace, { owner, kind }: CalendarRecord): boolean =>
  kind === 'primary' && state.calendar.people[owner]?.settings.hideInvitations?.value === 'true';

function settingOf(workspace: Workspace, caller: Caller, id: string): JsonObject | undefined {
  if (!Object.hasOwn(DEFAULTS, id)) return undefined;
  const stored = personOf(workspace, personKey(caller.principal)).settings[id];
  const first =
    id === 'timezone' ? primaryCalendar(workspace, caller.principal).timeZone : DEFAULTS[id]!;
  return {
    kind: 'calendar#setting',
    etag: etagOf(stored?.stamp ?? 0),
    id,
    value: id === 'timezone' ? first : (stored?.value ?? first),
  };
}

export const settingsMethods: ApiMethods = {
  'calendar.settings.get'(request, caller, workspace) {
    requireCalendarUser(workspace, caller);
    const setting = settingOf(workspace, caller, requiredParam(request, 'setting'));
    if (!setting) throw notFound();
    return setting;
  },
  'calendar.settings.list'(request, caller, workspace) {
    requireCalendarUser(workspace, caller);
    const person = personOf(workspace, personKey(caller.principal));
    return {
      kind: 'calendar#settings',
      ...listSynced(request, workspace, {
        name: `settings ${personKey(caller.principal)}`,
        revision: person.settingsRevision,
        epoch: 0,
        rows: Object.keys(DEFAULTS).map((id) => ({
          revision: person.settings[id]?.revision ?? 0,
          toItem: () => settingOf(workspace, caller, id)!,
        })),
        forbidden: [],
      }),
    };
  },
};
