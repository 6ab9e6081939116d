// What people do to series, in Calendar and in the workbook.
import { syncWindow } from '../../../src/calendar/entry/sync-window';
import fc from 'fast-check';
import type { Entry } from '../../../src/calendar/entry/entry';
import { entryOfEvent, eventPatch } from '../../../src/calendar/entry/google-event';
import { instanceId } from '../../../src/calendar/entry/series-start';
import type { Repeats } from '../../../src/kit/recurrence/repeats';
import { aSeries, anEntry, at, type World, ZONE } from '../../calendar/world';

export const RULES = [
  'RRULE:FREQ=WEEKLY;BYDAY=MO',
  'RRULE:FREQ=DAILY;COUNT=20',
  'RRULE:FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20260410T205959Z',
];
export const DATES = ['2026-03-09', '2026-03-16', '2026-03-30'];

export const timed = (day: string, hour: string, until: string): Entry['when'] => ({
  kind: 'timed',
  start: at(`${day}T${hour}:00:00`),
  end: at(`${day}T${until}:00:00`),
});

interface Act {
  readonly what: string;
  readonly pick: number;
  readonly date: string;
  readonly rule: string;
}

export const masters = (world: World) =>
  world.google.live().filter(({ recurrence }) => recurrence?.length);
export const rows = (world: World) =>
  [...world.work.activities.values()].filter(({ repeats }) => repeats !== null);

/** What a person does to a series in Calendar, or to its row. */
export const acts: fc.Arbitrary<Act> = fc.record({
  what: fc.constantFrom(
    'add-google',
    'add-work',
    'title-google',
    'title-work',
    'cancel-google',
    'restore-google',
    'move-google',
    'change-google',
    'skip-work',
    'unskip-work',
    'except-work',
    'edit-exception',
    'drop-exception',
    'free-exception',
    'rule-google',
    'rule-work',
    'later-google',
    'later-work',
    'delete-google',
    'delete-work',
    'run',
    'run',
    'lose-token',
    'weeks-pass',
  ),
  pick: fc.nat(3),
  date: fc.constantFrom(...DATES),
  rule: fc.constantFrom(...RULES),
});

export function doAct(world: World, { what, pick, date, rule }: Act, tag: string): void {
  const event = masters(world)[pick % Math.max(1, masters(world).length)];
  const row = rows(world)[pick % Math.max(1, rows(world).length)];
  const occurrence = (): string | null => {
    const entry = event && (entryOfEvent(event, ZONE) as Entry);
    const id = entry && instanceId(event.id, entry.when, date);
    return id && world.google.find(id) ? id : null;
  };
  const exception = [...world.work.activities.values()].find(({ slot }) => slot);
  const repeats = row?.repeats as Repeats | undefined;
  const fresh = anEntry({ title: `Series ${tag}`, recurrence: aSeries(rule) });
  switch (what) {
    case 'add-google':
      world.addEvent(fresh);
      break;
    case 'add-work':
      world.addActivity(fresh);
      break;
    case 'title-google':
      if (event) world.google.edit(event.id, { summary: tag });
      break;
    case 'title-work':
      if (row) world.work.edit(row.id, { name: tag });
      break;
    case 'cancel-google':
    case 'restore-google':
    case 'move-google':
    case 'change-google': {
      const id = occurrence();
      if (!id) break;
      const isAway = world.google.find(id)!.status === 'cancelled';
      if (what === 'cancel-google' && !isAway) world.google.remove(id);
      if (what === 'restore-google' && isAway) world.google.edit(id, { status: 'confirmed' });
      if (what === 'change-google' && !isAway) world.google.edit(id, { summary: tag });
      if (what === 'move-google' && !isAway)
        world.google.edit(
          id,
          eventPatch(anEntry({ when: timed(date, '15', '16') }), ['when']) as object,
        );
      break;
    }
    case 'skip-work':
      if (row)
        world.work.edit(row.id, {
          repeats: { ...repeats!, skipped: [...new Set([...repeats!.skipped, date])].sort() },
        });
      break;
    case 'unskip-work':
      if (row) world.work.edit(row.id, { repeats: { ...repeats!, skipped: [] } });
      break;
    case 'except-work':
      if (row && !exception)
        world.work.add(
          { ...row, repeats: null, name: tag, start: `${date}T12:00:00`, end: `${date}T13:00:00` },
          { slot: { series: row.id, date } },
        );
      break;
    case 'edit-exception':
      if (exception) world.work.edit(exception.id, { name: tag });
      break;
    case 'drop-exception':
      if (exception) world.work.remove(exception.id);
      break;
    case 'free-exception':
      if (exception) {
        world.work.activities.set(exception.id, { ...exception, slot: null });
        world.work.edit(exception.id, { name: tag });
      }
      break;
    case 'rule-google':
      if (event)
        world.google.edit(
          event.id,
          eventPatch({ ...fresh, recurrence: aSeries(rule) }, ['recurrence']) as object,
        );
      break;
    case 'rule-work':
      if (row) world.work.edit(row.id, { repeats: aSeries(rule) });
      break;
    case 'later-google':
      if (event)
        world.google.edit(
          event.id,
          eventPatch(anEntry({ when: timed('2026-03-02', '10', '11') }), ['when']) as object,
        );
      break;
    case 'later-work':
      if (row)
        world.work.edit(row.id, {
          start: '2026-03-02T11:00:00+02:00',
          end: '2026-03-02T12:00:00+02:00',
        });
      break;
    case 'delete-google':
      if (event) world.google.remove(event.id);
      break;
    case 'delete-work':
      if (row) world.work.remove(row.id);
      break;
    case 'lose-token':
      world.google.oldestToken = 1e6;
      break;
    case 'weeks-pass':
      world.policy = { ...world.policy, window: syncWindow('2026-03-20T12:00:00.000Z', ZONE) };
      break;
    default:
      world.run();
  }
}
