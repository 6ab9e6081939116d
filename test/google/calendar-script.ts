/** Runs code that calls the calendars of Anna and others, over REST with delegated tokens. */
import type { LocalWorkspace } from '../../emulator/local-workspace';
import type { PlannedFault } from '../../emulator/runtime/faults';
import type { GoogleEvent } from '../../src/calendar/entry/google-event';
import { ANNA } from '../support/small-company';
import { delegatedScript } from './delegated-script';
import { runGoogle } from './in-google';

export const FROM = '2026-02-01T00:00:00.000Z';

/** Functions that call Anna's calendar, by name. */
const FUNCTIONS = `
  const anna = (parts) => people(parts).of(who('${ANNA}'));
  const idOf = (n) => 'event' + String(n).padStart(5, '0');
  const insert = (n) => ({ kind: 'insert', id: idOf(n), body: {
    summary: 'Müll 東京 🎌 ' + n, start: { date: '2026-03-10' }, end: { date: '2026-03-11' } } });
  const run = (body) => JSON.parse(JSON.stringify(body));
  const some = (from, count) => Array.from({ length: count }, (_, i) => insert(from + i));
`;

export interface CalendarScript {
  readonly workspace: LocalWorkspace;
  run<T>(): T;
  /** The events in Anna's calendar. */
  events(): GoogleEvent[];
}

/** Runs code that may use the functions above. */
export function calendarScript(body: string, faults: readonly PlannedFault[] = []): CalendarScript {
  const { workspace } = delegatedScript(`${FUNCTIONS} function f() { return run(${body}) }`);
  workspace.faults.plan(faults);
  return {
    workspace,
    run: <T>() => runGoogle(workspace, 'f') as T,
    events: () =>
      (
        workspace.act(ANNA, 'calendar.events.list', { calendarId: 'primary' }) as {
          items?: GoogleEvent[];
        }
      ).items ?? [],
  };
}
