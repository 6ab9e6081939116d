// RECURRENCE-ID with RANGE=THISANDFUTURE: one component changes an occurrence and all that follow. Calendar has no such
// exception: when a person changes "this and following events", it ends the series and begins another. So does this file.
import { basicForm, DAY, isAllDay, readEventTime } from '../../workspace/calendar/event-time';
import { wallOf } from '../../workspace/calendar/recurrence-lines';
import { isOpenEnded, occurrences, type Timing } from '../../workspace/calendar/series';
import { wallAt } from '../../workspace/calendar/time-zones';
import type { EventTime, SharedFields } from '../../workspace/state/calendar';
import { fitted } from './put-event';
import type { ReadEvent } from './read-event';
import { endedBefore, recurrenceAt } from './rule-part';
import type { EventDateTime } from './times';

/** A changed or cancelled occurrence of a series. */
export type ReadOccurrence = ReadEvent & { readonly original: EventDateTime };

/** An event, and the changed occurrences of it in the file. */
export interface Group {
  readonly whole: ReadEvent | undefined;
  readonly occurrences: readonly ReadOccurrence[];
}

/** The series that result from a split, and the changes that could not be made. */
export interface Parts {
  readonly groups: readonly Group[];
  readonly skipped: readonly { readonly event: ReadEvent; readonly reason: string }[];
}

/** How many occurrences of an endless series are compared to decide whether a rule fits a part of it. */
const OPEN_ENDED_WALLS = 1_000;

/**
 * Splits a series at each change of an occurrence and all that follow. Every RECURRENCE-ID, also of an occurrence after
 * such a change, names an occurrence of the series as it was first written.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5545#section-3.8.4.4
 */
export function partsOf(group: Group): Parts {
  const { whole } = group;
  const asked = group.occurrences.filter(({ isForFollowing }) => isForFollowing);
  if (!whole || asked.length === 0) return { groups: [group], skipped: [] };
  const series = new Series(whole);
  const cuts = asked
    .filter((event) => series.takesPlaceAt(series.wallNamedBy(event)))
    .sort((a, b) => series.wallNamedBy(a) - series.wallNamedBy(b));
  const singles = group.occurrences.filter(({ isForFollowing }) => !isForFollowing);
  const groups = [undefined, ...cuts].map((cut, index): Group => {
    const next = cuts[index];
    const [from, to] = [series.cutAt(cut, -Infinity), series.cutAt(next, Infinity)];
    const part = cut ? series.changedFrom(cut, to) : series.before(to);
    const own = singles.filter((one) => {
      const wall = series.wallNamedBy(one);
      return wall >= from && wall < to;
    });
    return {
      whole: part,
      occurrences: cut ? own.map((one) => series.movedWith(cut, one)) : own,
    };
  });
  const because = (reason: string) => (event: ReadEvent) => ({ event, reason });
  return {
    groups: groups.filter(({ whole: part }) => part),
    skipped: [
      ...asked
        .filter((event) => !cuts.includes(event))
        .map(because('its series has no occurrence at its RECURRENCE-ID')),
      ...groups
        .flatMap(({ whole: part, occurrences: own }) => (part ? [] : own))
        .map(because('its series ends before it')),
    ],
  };
}

/** A series as it was first written, in wall times by its own clock. */
class Series {
  private readonly timing: Timing;
  private readonly walls: readonly number[];

  constructor(private readonly whole: ReadEvent) {
    const { start, end, recurrence } = whole.body;
    this.timing = {
      start: readEventTime(start, 'start'),
      end: readEventTime(end, 'end'),
      recurrence: recurrence as unknown as NonNullable<SharedFields['recurrence']>,
    };
    const walls: number[] = [];
    for (const one of occurrences(this.timing))
      if (walls.push(wallOf(one.start)) >= OPEN_ENDED_WALLS && isOpenEnded(this.timing)) break;
    this.walls = walls;
  }

  takesPlaceAt = (wall: number): boolean => this.walls.includes(wall);

  /** The wall time of the occurrence that a change names. */
  wallNamedBy({ original }: ReadOccurrence): number {
    const time = readEventTime({ ...fitted(original, this.whole.body) }, 'start');
    return isAllDay(time) ? wallOf(time) : wallAt(zoneOf(this.timing.start), time.at);
  }

  cutAt = (cut: ReadOccurrence | undefined, otherwise: number): number =>
    cut ? this.wallNamedBy(cut) : otherwise;

  /** The part before a wall time; undefined when nothing comes before it. */
  before(to: number): ReadEvent | undefined {
    if (to === Infinity) return this.whole;
    if (this.walls[0]! >= to) return undefined;
    const { start, recurrence = [] } = this.timing;
    const lines = endedBefore(start, recurrence, to);
    return { ...this.whole, body: { ...this.whole.body, recurrence: lines } };
  }

  /** The series that a change begins and that ends before `to`; undefined when the change is a cancellation. */
  changedFrom(cut: ReadOccurrence, to: number): ReadEvent | undefined {
    if (cut.body.status === 'cancelled') return undefined;
    const from = this.wallNamedBy(cut);
    const start = readEventTime(cut.body.start, 'start');
    const by = wallOf(start) - from;
    const walls = this.walls.filter((wall) => wall >= from && wall < to).map((wall) => wall + by);
    const recurrence = recurrenceAt(start, walls, {
      lines: this.timing.recurrence ?? [],
      days: Math.floor(wallOf(start) / DAY) - Math.floor(from / DAY),
      isOpen: to === Infinity && isOpenEnded(this.timing),
    });
    const { recurrence: _, ...body } = cut.body;
    return {
      ...cut,
      uid: this.uidFrom(cut),
      original: null,
      organizer: cut.organizer ?? this.whole.organizer,
      body: { ...body, ...(recurrence.length > 0 && { recurrence }) },
    };
  }

  /** A change of one occurrence after a cut, as a change of the series that begins with the cut. */
  movedWith(cut: ReadOccurrence, one: ReadOccurrence): ReadOccurrence {
    const start = readEventTime(cut.body.start, 'start');
    const wall = this.wallNamedBy(one) + wallOf(start) - this.wallNamedBy(cut);
    const text = new Date(wall).toISOString().slice(0, 19);
    const original = isAllDay(start)
      ? { date: text.slice(0, 10) }
      : { dateTime: text, timeZone: zoneOf(start) };
    return { ...one, uid: this.uidFrom(cut), original };
  }

  /** Google's form: `<UID>_R<occurrence>`, before an `@`. A series that is changed as a whole keeps its UID. */
  private uidFrom(cut: ReadOccurrence): string {
    if (this.wallNamedBy(cut) === this.walls[0]) return cut.uid;
    const time = readEventTime({ ...fitted(cut.original, this.whole.body) }, 'start');
    return cut.uid.replace(/(?=@)|$/, `_R${basicForm(time).replace('Z', '')}`);
  }
}

const zoneOf = (time: EventTime): string => (isAllDay(time) ? 'UTC' : (time.timeZone ?? 'UTC'));
