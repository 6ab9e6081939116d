/** What administrators decide about calendars: on or off, and how (S19-S23). Nobody is turned on by them (S26). */
import {
  inputOf,
  shows,
  type Actions,
  type ActionEntry,
  type Answer,
  type Caller,
  type Inputs,
} from '../../card/action';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { CALENDAR } from './action-names';
import type { CalendarActionPorts } from './action-ports';
import { calendarAdminCard, calendarTroubleCard, type AdminView } from './admin-cards';
import type { Connection } from '../ports';
import { statusBoard } from '../boards/status-board';
import { calendarSettings, type ActivityType, type CalendarSettings } from '../settings';

export function adminActions(ports: CalendarActionPorts): Actions {
  const admin = (run: (inputs: Inputs, caller: Caller) => Answer): ActionEntry => ({
    for: 'operator',
    reach: 'workbook',
    run,
  });
  return {
    [CALENDAR.admin]: {
      ...admin((_, caller) => adminHome(ports, caller)),
      for: 'auditor',
      isRead: true,
    },
    [CALENDAR.switchOn]: admin((_, caller) => turnSwitch(ports, caller, true)),
    [CALENDAR.switchOff]: admin((_, caller) => turnSwitch(ports, caller, false)),
    [CALENDAR.saveSettings]: admin((inputs, caller) => saveChoices(ports, inputs, caller)),
  };
}

function adminHome(
  ports: CalendarActionPorts,
  caller: Caller,
  notice: string | null = null,
): Answer {
  const organization = ports.organizationOf(caller);
  if (organization.kind === 'not-set-up') return shows(calendarAdminCard(null), notice);
  const view = viewOf(ports, caller);
  if (!view.ok) return shows(calendarTroubleCard(view.failure), notice);
  const trouble = statusBoard(ports.cache, organization.customer).trouble();
  return shows(calendarAdminCard({ ...view.value, ...organization, trouble }), notice);
}

function viewOf(
  { admin }: CalendarActionPorts,
  caller: Caller,
): Result<Omit<AdminView, 'isCalendarOn' | 'everyMinutes' | 'trouble'>, Failure> {
  const settings = admin.settings.load();
  if (!settings.ok) return settings;
  const types = admin.work.types();
  if (!types.ok) return types;
  const connections = admin.connections.load();
  if (!connections.ok) return connections;
  return ok({
    settings: settings.value,
    types: types.value,
    people: peopleCounts(connections.value),
    workbookUrl: admin.workbookUrl(caller),
  });
}

/** @returns people by how their sync stands; each is counted once. */
export function peopleCounts(connections: readonly Connection[]): AdminView['people'] {
  const on = connections.filter(({ state }) => state === 'on');
  const failing = on.filter(({ failure }) => failure !== null && failure !== 'held').length;
  const held = on.filter(({ failure }) => failure === 'held').length;
  const starting = on.filter(
    ({ failure, progress }) => failure === null && progress === null,
  ).length;
  const out = connections.filter(({ state, failure }) => state === 'off' && failure !== null);
  return { on: on.length, failing, held, starting, out: out.length };
}

/** Off until the organization is finalized (S23). */
function turnSwitch(ports: CalendarActionPorts, caller: Caller, isOn: boolean): Answer {
  if (ports.organizationOf(caller).kind === 'not-set-up')
    return adminHome(ports, caller, 'Finalize the installation first.');
  const done = ports.admin.switchCalendar(caller, isOn);
  if (!done.ok) return shows(calendarTroubleCard(done.failure));
  return adminHome(ports, caller, isOn ? 'Calendar sync is on.' : 'Calendar sync is off.');
}

function saveChoices(ports: CalendarActionPorts, inputs: Inputs, caller: Caller): Answer {
  const types = ports.admin.work.types();
  if (!types.ok) return shows(calendarTroubleCard(types.failure));
  const settings = settingsOf(inputs, types.value);
  if (settings === null) return adminHome(ports, caller, 'Nothing was saved. Choose again.');
  const kept = ports.admin.settings.save(settings);
  if (!kept.ok) return shows(calendarTroubleCard(kept.failure));
  return adminHome(ports, caller, 'Saved. It applies from the next run.');
}

/** What was chosen, or null for what no card of ours sends. Project tasks are never among the types (S4). */
export function settingsOf(
  inputs: Inputs,
  known: readonly ActivityType[],
): CalendarSettings | null {
  const usable = new Set(known.filter(({ isTask }) => !isTask).map(({ id }) => id));
  const ids = (inputs['types'] ?? []).filter((id) => usable.has(id));
  const defaultTypeId = inputOf(inputs, 'defaultType');
  return calendarSettings.decode(
    {
      winner: inputOf(inputs, 'winner'),
      privateEvents: inputOf(inputs, 'privateEvents'),
      specialEvents: inputOf(inputs, 'specialEvents'),
      types: inputOf(inputs, 'whichTypes') === 'all' ? { kind: 'all' } : { kind: 'chosen', ids },
      defaultTypeId: usable.has(defaultTypeId) ? defaultTypeId : null,
    },
    calendarSettings.version,
  );
}
