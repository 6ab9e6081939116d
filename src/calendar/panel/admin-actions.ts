/** What administrators decide about calendars: on or off, and how (S19-S23). They cannot turn on anybody's own sync (S26). */
import {
  inputOf,
  pushes,
  restarts,
  shows,
  type Actions,
  type ActionEntry,
  type Answer,
  type Caller,
  type Inputs,
} from '../../card/action';
import type { Card } from '../../card/card-json';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { CALENDAR } from './action-names';
import type { CalendarActionPorts, EntriesOfPeople } from './action-ports';
import { calendarAdminCard, calendarTroubleCard, type AdminView } from './admin-cards';
import type { Connection } from '../ports';
import { freshnessLog } from '../boards/freshness-log';
import { hasFinished } from '../sync/read-under';
import { statusBoard } from '../boards/status-board';
import { isStricter, syncedTypes, type ActivityType, type CalendarSettings } from '../settings';
import { askBeforeSaving, askSwitchOffCard } from './admin-questions';
import { runUndoActions } from './run-undo-actions';
import { madeActions } from './made-actions';
import { carrying, sameSettings, settingsOf } from './typed-settings';

export function adminActions(ports: CalendarActionPorts): Actions {
  const admin = (run: (inputs: Inputs, caller: Caller) => Answer): ActionEntry => ({
    for: 'operator',
    reach: 'workbook',
    run,
  });
  return {
    [CALENDAR.admin]: {
      ...admin((inputs, caller) => adminHome(ports, caller, { typed: inputs })),
      for: 'auditor',
      isRead: true,
    },
    [CALENDAR.switchOn]: admin((inputs, caller) => turnSwitch(ports, caller, true, inputs)),
    [CALENDAR.askSwitchOff]: {
      for: 'operator',
      run: (inputs) => pushes(askSwitchOffCard(countIn(inputs), carrying(inputs))),
    },
    [CALENDAR.switchOff]: admin((inputs, caller) => turnSwitch(ports, caller, false, inputs)),
    [CALENDAR.saveSettings]: admin((inputs, caller) => saveChoices(ports, inputs, caller)),
    ...runUndoActions(ports),
    ...madeActions(ports),
  };
}

function adminHome(
  ports: CalendarActionPorts,
  caller: Caller,
  { notice = null, typed = {} }: { readonly notice?: string | null; readonly typed?: Inputs } = {},
): Answer {
  const organization = ports.organizationOf(caller);
  if (organization.kind === 'not-set-up') return restarts(calendarAdminCard(null), notice);
  const view = viewOf(ports, caller);
  if (!view.ok) return restarts(calendarTroubleCard(view.failure), notice);
  const trouble = statusBoard(ports.cache, organization.customer).trouble();
  const days = freshnessLog(ports.properties, organization.customer).load();
  const kept = withTyped(view.value, typed);
  const freshness = { days, nowMs: ports.clock.now() };
  return restarts(calendarAdminCard({ ...kept, ...organization, trouble, freshness }), notice);
}

const countIn = (inputs: Inputs): number | null =>
  inputs['people'] ? Number(inputOf(inputs, 'people')) || 0 : null;

/** Unsaved choices stay on the card, which says so. */
function withTyped<V extends Pick<AdminView, 'settings' | 'types' | 'isUnsaved'>>(
  view: V,
  inputs: Inputs,
): V {
  const typed = settingsOf(inputs, view.types, view.settings);
  return typed && !sameSettings(typed, view.settings)
    ? { ...view, settings: typed, isUnsaved: true }
    : view;
}

function viewOf(
  { admin }: CalendarActionPorts,
  caller: Caller,
): Result<Omit<AdminView, 'isCalendarOn' | 'everyMinutes' | 'trouble' | 'freshness'>, Failure> {
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
    isUnsaved: false,
  });
}

/** @returns how many people are in each state; everybody is counted once. */
export function peopleCounts(connections: readonly Connection[]): AdminView['people'] {
  const on = connections.filter(({ state }) => state === 'on');
  const failing = on.filter(({ failure }) => failure !== null && failure !== 'held').length;
  const held = on.filter(({ failure }) => failure === 'held').length;
  const starting = on.filter(
    ({ failure, progress }) => failure === null && !hasFinished(progress),
  ).length;
  const out = connections.filter(({ state, failure }) => state === 'off' && failure !== null);
  return { on: on.length, failing, held, starting, out: out.length };
}

/** Off until the organization is finalized (S23). */
function turnSwitch(
  ports: CalendarActionPorts,
  caller: Caller,
  isOn: boolean,
  typed: Inputs,
): Answer {
  if (ports.organizationOf(caller).kind === 'not-set-up')
    return adminHome(ports, caller, { notice: 'Finalize the installation first.' });
  const done = ports.admin.switchCalendar(caller, isOn);
  if (!done.ok) return shows(calendarTroubleCard(done.failure));
  const notice = isOn ? 'Calendar sync is on.' : 'Calendar sync is off.';
  return adminHome(ports, caller, { notice, typed });
}

function saveChoices(ports: CalendarActionPorts, inputs: Inputs, caller: Caller): Answer {
  const { work, settings: book } = ports.admin;
  const types = work.types();
  if (!types.ok) return shows(calendarTroubleCard(types.failure));
  const before = book.load();
  if (!before.ok) return shows(calendarTroubleCard(before.failure));
  const settings = settingsOf(inputs, types.value, before.value);
  if (settings === null)
    return adminHome(ports, caller, { notice: 'Nothing was saved. Choose again.' });
  if (inputOf(inputs, 'isConfirmed') !== 'yes') {
    const question = questionBefore(ports, settings, {
      inputs,
      known: types.value,
      before: before.value,
    });
    if (!question.ok) return shows(calendarTroubleCard(question.failure));
    if (question.value) return { ...pushes(question.value), notice: 'Not saved yet.' };
  }
  const kept = book.save(settings);
  if (!kept.ok) return shows(calendarTroubleCard(kept.failure));
  return adminHome(ports, caller, { notice: 'Saved. It applies from the next run.' });
}

interface Before {
  readonly inputs: Inputs;
  readonly known: readonly ActivityType[];
  readonly before: CalendarSettings;
}

/** Null when the choices take nothing away. */
function questionBefore(
  { admin }: CalendarActionPorts,
  settings: CalendarSettings,
  { inputs, known, before }: Before,
): Result<Card | null, Failure> {
  const isLess = isStricter(settings.privateEvents, before.privateEvents);
  const taken = isLess ? admin.privateCopies(settings.privateEvents) : ok(NONE);
  if (!taken.ok) return taken;
  const after = new Set(syncedTypes(settings, known));
  const dropped = syncedTypes(before, known).filter((id) => !after.has(id));
  const left = dropped.length > 0 ? admin.typeCopies(dropped) : ok(NONE);
  if (!left.ok) return left;
  const counts = { taken: taken.value, left: left.value };
  return ok(askBeforeSaving(settings.privateEvents, counts, carrying(inputs)));
}

const NONE: EntriesOfPeople = { entries: 0, people: 0 };
