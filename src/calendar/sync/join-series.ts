/**
 * Joins what Google lists apart. A date of a series that somebody cancelled, moved or changed is an event of its own, and the
 * series itself says nothing about it: it does not even count as changed.
 *
 * @see https://developers.google.com/workspace/calendar/api/guides/recurringevents
 */
import type { Change, Present } from '../entry/change';
import type { Entry, Slot } from '../entry/entry';
import { sameEntry, sameField } from '../entry/fields';
import { isDeclined } from '../entry/google-change';
import type { GoogleEvent } from '../entry/google-event';
import { momentOf } from '../entry/moments';
import { instanceId, isAtSameTimes, seriesStart } from '../entry/series-start';
import { slotEntry } from '../entry/slot-entry';
import { isSlot } from '../../kit/recurrence/dates';
import type { Link } from '../entry/link';
import type { Policy } from '../entry/policy';
import type { LinkTable } from './link-table';

export interface ReadEvents {
  /** Every event that this run has read, by id. */
  readonly events: ReadonlyMap<string, GoogleEvent>;
  /** Whether the listing was of everything in the window, not only of what changed. */
  readonly isFull: boolean;
}

/** The ids of series of which single dates have changed: to understand that, the series has to be read. */
export function changedSeries(events: ReadEvents['events'], table: LinkTable): ReadonlySet<string> {
  const found = new Set<string>();
  for (const event of events.values()) {
    const series = event.recurringEventId;
    if (series !== undefined && !isKnown(event, table)) found.add(series);
  }
  return found;
}

/** Whether an occurrence is as the last run left it: this is how our own writes come back. */
function isKnown(
  { id, etag = '', status, recurringEventId }: GoogleEvent,
  table: LinkTable,
): boolean {
  if (status !== 'cancelled') return table.isSettled('google', { id, version: etag });
  const series = table.find('google', recurringEventId ?? '');
  if (!series?.cancelled || series.behind || table.find('google', id)) return false;
  return series.cancelled.some(
    (date) => instanceId(series.google.id, series.base.when, date) === id,
  );
}

/** Completes the changes of series, and says of their exceptions which date they take the place of. Changes `changes`. */
export function joinSeries(
  changes: Map<string, Change>,
  read: ReadEvents,
  table: LinkTable,
  policy: Policy,
): void {
  const occurrences = new Map<string, GoogleEvent[]>();
  for (const event of read.events.values()) {
    const { recurringEventId: series } = event;
    if (series === undefined) continue;
    const others = occurrences.get(series);
    if (others) others.push(event);
    else occurrences.set(series, [event]);
  }
  for (const [id, change] of changes)
    if (change.kind === 'present' && change.entry.recurrence)
      changes.set(id, completed(change, occurrences.get(id) ?? [], { table, policy, ...read }));
  for (const [id, change] of changes)
    if (change.kind === 'present' && change.slot) {
      const placed = placedInGoogle(change, change.slot, { changes, table, ...read });
      if (placed) changes.set(id, placed);
      else changes.delete(id);
    }
}

/** The series with all the dates that it skips: those that its rule leaves out, and those cancelled one by one. */
function completed(
  series: Present,
  occurrences: readonly GoogleEvent[],
  { table, policy, isFull }: Omit<ReadEvents, 'events'> & { table: LinkTable; policy: Policy },
): Present {
  const { id, entry } = series;
  const recurrence = entry.recurrence!;
  const start = seriesStart(entry.when);
  const link = table.find('google', id);
  const before = link?.cancelled ?? [];
  const isMoved = link !== undefined && !isAtSameTimes(entry, link.base);
  // A full listing names all of them, except those that are over.
  const still = isFull ? before.filter((date) => date < policy.window.from) : before;
  const away = new Set(isMoved ? [] : still);
  const heard: string[] = [];
  const living = new Set<string>();
  for (const event of occurrences) {
    const date = dateOf(event, entry.when);
    if (date === null) continue;
    heard.push(event.id);
    if (event.status === 'cancelled' || isDeclined(event)) away.add(date);
    else {
      away.delete(date);
      living.add(date);
    }
  }
  const isDate = (date: string): boolean => isSlot(recurrence, start, date);
  const cancelled = [...away].filter(isDate).sort();
  const forgotten = isMoved
    ? before.filter((date) => isDate(date) && !away.has(date) && !living.has(date))
    : [];
  const skipped = [...new Set([...recurrence.skipped, ...cancelled, ...forgotten])].sort();
  const whole = { ...entry, recurrence: { ...recurrence, skipped } };
  const isNews =
    link !== undefined &&
    (cancelled.join() !== before.join() || !sameField('recurrence', whole, link.base));
  return { ...series, entry: whole, cancelled, forgotten, heard, ...(isNews && { isNews }) };
}

/** The local date, in the zone of the series, of when an occurrence would begin. */
function dateIn(at: string, when: Entry['when']): string | null {
  if (when.kind === 'all-day') return at.slice(0, 10);
  return momentOf(at, when.start.zone, when.start.zone)?.local.slice(0, 10) ?? null;
}

/** The date that an occurrence takes the place of; null if the series no longer has such an occurrence. */
function dateOf(
  { id, recurringEventId, originalStartTime }: GoogleEvent,
  when: Entry['when'],
): string | null {
  const at = originalStartTime?.date ?? originalStartTime?.dateTime ?? '';
  if (at === '' || recurringEventId === undefined) return null;
  const date = dateIn(at, when);
  return date !== null && instanceId(recurringEventId, when, date) === id ? date : null;
}

interface Placing extends ReadEvents {
  readonly changes: ReadonlyMap<string, Change>;
  readonly table: LinkTable;
}

/** An exception in its series; null for one that says nothing else than the series does. */
function placedInGoogle(change: Present, slot: Slot, read: Placing): Change | null {
  const { id, version } = change;
  const { changes, table } = read;
  const series = changes.get(slot.series);
  if (series?.kind === 'left-out') return { kind: 'left-out', id, version, reason: series.reason };
  // Somebody invited to one date only never sees the series: to them it is a meeting by itself.
  if (series?.kind === 'gone')
    return change.writable ? { kind: 'gone', id } : { ...change, slot: null };
  const entry = series?.kind === 'present' ? series.entry : table.find('google', slot.series)?.base;
  if (!entry?.recurrence) return { kind: 'left-out', id, version, reason: 'no-such-series' };
  const date = dateOf(read.events.get(id) ?? { id }, entry.when);
  if (date === null) return { kind: 'gone', id };
  const isSame = sameEntry(change.entry, slotEntry(entry, date));
  if (isSame && !table.find('google', id)) return null;
  const isFiltered = series?.kind === 'present' && series.unsent === 'filtered';
  return {
    ...change,
    slot: { series: slot.series, date },
    unsent: isFiltered ? 'filtered' : change.unsent,
  };
}

/** The same for the work system, whose exceptions name their series themselves. */
export function placeActivities(changes: Map<string, Change>, table: LinkTable): void {
  for (const [id, change] of changes) {
    if (change.kind !== 'present' || !change.slot) continue;
    const { version, slot } = change;
    const series = changes.get(slot.series);
    if (series?.kind === 'left-out') {
      changes.set(id, { kind: 'left-out', id, version, reason: series.reason });
      continue;
    }
    const entry =
      series?.kind === 'present' ? series.entry : seriesAtWork(slot.series, table)?.base;
    const leaveOut = (reason: 'no-such-series' | 'no-such-date'): void =>
      void changes.set(id, { kind: 'left-out', id, version, reason, series: slot.series });
    if (!entry?.recurrence) leaveOut('no-such-series');
    else if (!isSlot(entry.recurrence, seriesStart(entry.when), slot.date))
      leaveOut('no-such-date');
    else {
      // What Tandem adds to the texts of a series that it made is on all its dates.
      const isMade = (seriesAtWork(slot.series, table)?.origin ?? 'work') === 'work';
      const added = isMade ? entry.added : undefined;
      changes.set(id, { ...change, entry: { ...change.entry, added } });
    }
  }
}

/**
 * Google's ids of the dates for which the work system has a new exception: the occurrence may have been changed there as
 * well.
 */
export function slotsToRead(work: ReadonlyMap<string, Change>, table: LinkTable): string[] {
  return [...work.values()].flatMap((change) => {
    if (change.kind !== 'present' || !change.slot || table.find('work', change.id)) return [];
    const series = seriesAtWork(change.slot.series, table);
    if (!series) return [];
    return [instanceId(series.google.id, series.base.when, change.slot.date)];
  });
}

const seriesAtWork = (id: string, table: LinkTable): Link | undefined => table.find('work', id);
