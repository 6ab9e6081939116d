import { slotEntry } from '../entry/slot-entry';
import { occurrenceId } from './originals';
import { otherSide, type Entry, type Field, type Side } from '../entry/entry';
import { FIELDS } from '../entry/fields';
import { changeWords } from './change-words';
import type { Outcome } from './outcome';
import type { Creation, Write } from './operations';
import type { Conflict, CalendarWrite } from '../ports';
import type { Policy } from '../entry/policy';
import { inRecords } from './privacy';

interface Noted {
  readonly id: string;
  readonly version: string;
  readonly operation: CalendarWrite['operation'];
  readonly before: Entry | null;
  readonly after: Entry | null;
  readonly fields: readonly Field[];
  readonly conflict?: Conflict | null;
  readonly pair?: string;
}

type Privacy = Pick<Policy, 'privateEvents'>;

/**
 * The writes that were really made, with the entry before and after; without the details of private entries that the policy
 * hides.
 */
export const journalOf = (outcome: Outcome, policy: Privacy): CalendarWrite[] =>
  writesOf(outcome).map(([side, told]) =>
    noted(side, discreet(told, 'hides' in outcome.operation, policy)),
  );

function writesOf({ operation, google, work, failure }: Outcome): [Side, Noted][] {
  switch (operation.kind) {
    case 'create': {
      const { entry } = operation.source;
      const pair = operation.source.id;
      const made = {
        operation: 'create',
        before: null,
        after: entry,
        fields: FIELDS,
        pair,
      } as const;
      if (google)
        return [
          ['google', { ...made, id: google.id, version: google.etag ?? '' }],
          ...rowOf(operation, work),
        ];
      return work ? [['work', { ...made, id: work.id, version: work.version }]] : [];
    }
    case 'update': {
      const lost = failure === null ? [operation.conflict, operation.alsoLost] : [];
      const conflictOn = (side: Side): Conflict | null =>
        lost.find((one) => one && one.winner !== side) ?? lost[0] ?? null;
      const writes: [Side, Noted][] = [];
      const { next, previous } = operation;
      if (google && operation.google) {
        const told = updated(google.id, google.etag ?? '', operation.google, conflictOn('google'));
        writes.push(['google', { ...told, pair: next.work.id }]);
      }
      if (work && operation.work) {
        const told = updated(work.id, work.version, operation.work, conflictOn('work'));
        writes.push(['work', { ...told, pair: (previous ?? next).google.id }]);
      }
      return writes;
    }
    case 'occurrence': {
      const { date, takesPlace, series } = operation;
      const entry = slotEntry(series, date);
      const at = { id: occurrenceId(operation), version: google?.etag ?? '', fields: FIELDS };
      if (failure !== null) return [];
      return takesPlace
        ? [['google', { ...at, operation: 'create', before: null, after: entry }]]
        : [['google', { ...at, operation: 'delete', before: entry, after: null }]];
    }
    case 'delete': {
      const { on, at, before, link } = operation;
      const pair = link[otherSide[on]].id;
      return failure === null
        ? [[on, { ...at, operation: 'delete', before, after: null, fields: FIELDS, pair }]]
        : [];
    }
    default:
      return [];
  }
}

/** What the activity of an event that continues another one got. */
function rowOf({ continues }: Creation, work: Outcome['work']): [Side, Noted][] {
  if (!work || !continues?.work) return [];
  const told = updated(work.id, work.version, continues.work, null);
  return [['work', { ...told, pair: continues.event }]];
}

const updated = (
  id: string,
  version: string,
  { before, after, fields }: Write,
  conflict: Conflict | null,
): Noted => ({ id, version, operation: 'update', before, after, fields, conflict });

const noted = (side: Side, { version, conflict = null, ...entry }: Noted): CalendarWrite => ({
  key: `${side}:${entry.operation}:${entry.id}:${version}`,
  side,
  conflict,
  title: (entry.after ?? entry.before)?.title ?? '',
  change: changeWords({ side, conflict, ...entry }),
  ...entry,
});

/** If an entry was private before or after a change, its details are hidden in both. */
function discreet(told: Noted, hides: boolean, policy: Privacy): Noted {
  const { before, after, conflict } = told;
  const isPrivate = hides || (after ?? before)?.private === true;
  const seen = (entry: Entry): Entry =>
    inRecords({ ...entry, private: isPrivate || entry.private }, policy);
  return {
    ...told,
    before: before && seen(before),
    after: after && seen(after),
    conflict: conflict ? { ...conflict, lost: seen(conflict.lost) } : null,
  };
}
