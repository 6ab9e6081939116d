/**
 * Plans to put back what earlier runs wrote, by the Journal. One side gets its former values, as if its owner had typed them; the cycle
 * that follows carries them to the other side, with all that it knows of series and merges. Pure.
 */
import { otherSide, type Entry, type Field, type Side } from '../entry/entry';
import { giverOf } from '../entry/field-ways';
import { sameField } from '../entry/fields';
import type { GoogleEvent } from '../entry/google-event';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import { isCut } from '../entry/text';
import type { PastWrite } from '../journal-port';
import type { Copy } from './copies';
import { allCourses, type Courses } from './merge';
import { givingSide } from './plan-one-way';
import { isMasked } from './privacy';

/** Why something is not put back. */
export type NotBack =
  /** It was new: what it was copied from is still there, and would be copied again. */
  | 'copied'
  | 'shortened'
  | 'details-hidden'
  | 'changed-since'
  | 'gone-since'
  /** A series of which the later part is another entry now. */
  | 'split'
  /** Somebody else organizes it. */
  | 'others'
  /** Only a copy was taken back, because of a setting. */
  | 'original-there'
  /** Google no longer has it, and the Journal does not say enough to make it anew. */
  | 'forgotten';

/** All that one run wrote to one entry on one side. */
export type Wanted = Omit<PastWrite, 'at' | 'run' | 'change' | 'conflict'>;

export type Step =
  /** Gives one half its former values. */
  | {
      readonly kind: 'update';
      readonly wanted: Wanted;
      readonly link: Link;
      readonly at: Copy;
      readonly after: Entry;
      readonly fields: readonly Field[];
      readonly before: Entry;
    }
  /** Brings a deleted event back under its own id. */
  | { readonly kind: 'restore'; readonly wanted: Wanted; readonly event: GoogleEvent }
  /** Makes it anew, because Google has forgotten it. */
  | { readonly kind: 'anew'; readonly wanted: Wanted; readonly entry: Entry };

export interface Refused {
  readonly wanted: Wanted;
  readonly reason: NotBack;
}

export interface PlannedPutBack {
  readonly steps: readonly Step[];
  readonly refused: readonly Refused[];
}

/** What is there now. */
export interface There {
  find(side: Side, id: string): Link | undefined;
  /** Null for what is deleted. */
  half(side: Side, id: string): Copy | null;
  /** An event, deleted or not; null when Google has forgotten it. */
  event(id: string): GoogleEvent | null;
}

export function planPutBack(
  wanted: readonly Wanted[],
  there: There,
  policy: Policy,
): PlannedPutBack {
  const courses = allCourses(policy).usual;
  const steps: Step[] = [];
  const refused: Refused[] = [];
  for (const one of wanted) {
    const found =
      one.operation === 'create'
        ? (['copied'] as const)
        : one.operation === 'delete'
          ? [restored(one, there)]
          : givenFrom(one, policy).map(([part, giving]) =>
              updated(part, there, { courses, giving }),
            );
    for (const step of found)
      if (typeof step === 'string') refused.push({ wanted: one, reason: step });
      else if (step) steps.push(step);
  }
  return { steps, refused };
}

const TEXTS = ['title', 'location', 'notes'] as const;
const DATES = ['when', 'recurrence'] as const;
const DETAILS: ReadonlySet<Field> = new Set<Field>([...TEXTS, 'participants']);

/** What is wanted, by the side from which it comes: where that writes nothing, a run would take it back again. */
function givenFrom(one: Wanted, policy: Policy): [Wanted, Side | null][] {
  const giving = givingSide(policy);
  if (giving || !policy.fieldWays) return [[one, giving]];
  const sides = one.fields.map((field) => giverOf(policy.fieldWays?.[field]) ?? one.side);
  return [...new Set(sides)].map((side) => [
    { ...one, fields: one.fields.filter((_, index) => sides[index] === side) },
    side,
  ]);
}

/** Null when it is as it was before. What goes one way is put back on the side from which it comes. */
function updated(
  was: Wanted,
  there: There,
  { courses, giving }: { readonly courses: Courses; readonly giving: Side | null },
): Step | NotBack | null {
  const pair = giving && giving !== was.side ? there.find(was.side, was.id) : undefined;
  const wanted = giving && pair ? { ...was, side: giving, id: pair[giving].id, pair: was.id } : was;
  const { side, id, before, after } = wanted;
  if (before === null || after === null || wanted.isCut) return 'shortened';
  const isHidden = [before, after].some((entry) => entry.private && isMasked(entry));
  if (isHidden && wanted.fields.some((field) => DETAILS.has(field))) return 'details-hidden';
  const link = there.find(side, id);
  if (!link) return 'gone-since';
  if (link.oneWay) return 'others';
  const other = otherSide[side];
  const isOther = wanted.pair !== '' && wanted.pair !== link[other].id;
  if (isOther && before.recurrence && DATES.some((field) => wanted.fields.includes(field)))
    return 'split';
  const at = there.half(side, id);
  const [now, beside] = [at?.entry, there.half(other, link[other].id)?.entry];
  if (!at || !now || !beside) return 'gone-since';
  // What is added to texts is a setting, which no undoing changes.
  const fields = wanted.fields.filter(
    (field) => field !== 'added' && !sameField(field, now, before),
  );
  if (fields.length === 0) return null;
  if (TEXTS.some((field) => fields.includes(field) && isCut(before[field], field)))
    return 'shortened';
  const isEdited = (field: Field): boolean =>
    !sameField(field, now, after) ||
    (courses[field] === 'both-ways' && !sameField(field, beside, link.base));
  if (fields.some(isEdited)) return 'changed-since';
  const former = Object.fromEntries(fields.map((field) => [field, before[field]]));
  const next: Entry = { ...now, ...former };
  return { kind: 'update', wanted, link, at, before: now, after: next, fields };
}

/** Null when it is there again. */
function restored(wanted: Wanted, there: There): Step | NotBack | null {
  const { side, before } = wanted;
  const ids = side === 'google' ? wanted : { id: wanted.pair, pair: wanted.id };
  if (side === 'google' && ids.pair !== '' && there.half('work', ids.pair)) return 'original-there';
  const event = ids.id === '' ? null : there.event(ids.id);
  if (event && event.status !== 'cancelled') return side === 'work' ? 'original-there' : null;
  if (event) {
    const isOthers = event.organizer !== undefined && event.organizer.self !== true;
    return isOthers ? 'others' : { kind: 'restore', wanted, event };
  }
  if (before === null || wanted.isCut || isDate(ids.id)) return 'forgotten';
  if (before.private && isMasked(before)) return 'details-hidden';
  return before.organizer === '' ? { kind: 'anew', wanted, entry: before } : 'others';
}

/** One of each pair: a run may have written on both sides. */
export function onePerEntry<T>(all: readonly T[], wantedIn: (one: T) => Wanted): T[] {
  const found = new Map<string, T>();
  for (const one of all) {
    const { side, id, pair } = wantedIn(one);
    const key = side === 'google' || pair === '' ? id : pair;
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** Whether an event is one date of a series. */
export const isDate = (eventId: string): boolean => /_\d{8}(?:T\d{6}Z)?$/.test(eventId);

/** What a run wrote, each entry once on each side: as it was before the first write and after the last. */
export function wantedOf(writes: readonly PastWrite[]): Wanted[] {
  const found = new Map<string, Wanted>();
  for (const { at: _, run: __, change: ___, conflict: ____, ...write } of writes) {
    const key = `${write.side} ${write.id}`;
    const first = found.get(key);
    found.set(key, first ? following(first, write) : write);
  }
  return [...found.values()];
}

const following = (first: Wanted, next: Wanted): Wanted => ({
  ...next,
  operation: first.operation === 'create' ? 'create' : next.operation,
  fields: [...new Set([...first.fields, ...next.fields])],
  before: first.before,
  isCut: first.isCut || next.isCut,
});

/** The side that lost a conflict, with its own values of the fields that were decided. */
export function lostOf(writes: readonly PastWrite[]): Wanted[] {
  return writes.flatMap((write): Wanted[] => {
    const { conflict } = write;
    if (conflict === null || write.side === conflict.winner) return [];
    return wantedOf([{ ...write, fields: conflict.fields, before: conflict.lost }]);
  });
}
