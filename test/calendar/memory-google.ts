import {
  entryOfEvent,
  type GoogleEvent,
  type GoogleEventBody,
} from '../../src/calendar/entry/google-event';
import { instanceId, seriesStart } from '../../src/calendar/entry/series-start';
import { slotEntry } from '../../src/calendar/entry/slot-entry';
import { eventPatch } from '../../src/calendar/entry/google-event';
import type { GoogleCalendar, GoogleWrite, ListExtent, Listing } from '../../src/calendar/ports';
import type { Failure } from '../../src/kit/failure';
import { isSlot, slotOfInstant } from '../../src/kit/recurrence/dates';
import { fail, ok, type Result } from '../../src/kit/result';

/** A patch sets single properties and leaves the others. */
function withProperties(
  { extendedProperties: there }: GoogleEvent,
  body: GoogleEventBody,
): Partial<GoogleEvent> {
  const { extendedProperties: its } = body;
  if (!its) return body as Partial<GoogleEvent>;
  const extendedProperties = { private: { ...there?.private, ...its.private } };
  return { ...body, extendedProperties } as Partial<GoogleEvent>;
}

const marksOf = ({
  id,
  etag,
  status,
  recurringEventId,
  updated,
  extendedProperties,
}: GoogleEvent): GoogleEvent =>
  JSON.parse(
    JSON.stringify({ id, etag, status, recurringEventId, updated, extendedProperties }),
  ) as GoogleEvent;

/**
 * A person's Google calendar in memory: ids are never freed, every change has a new etag, tokens tell a change once. Each date
 * of a series is an event that can be read and written; once it is, it is listed beside the series, which does not change. A
 * series whose times change forgets such dates.
 */
export class MemoryGoogle implements GoogleCalendar {
  readonly events = new Map<string, GoogleEvent>();
  /** Every write that was done through the port. */
  readonly written: GoogleWrite[] = [];
  /** Ids of events of which more than a mark was read. */
  readonly read = new Set<string>();
  /** Tokens given out before this are too old. */
  oldestToken = 0;
  private readonly order = new Map<string, number>();
  private clock = 0;
  /** Deleted events, and dates that went with their series, as they were. */
  private readonly former = new Map<string, GoogleEvent>();

  changes(
    cursor: string | null,
    from: string,
    extent?: ListExtent,
  ): Result<Listing<GoogleEvent>, Failure> {
    if (cursor !== null && Number(cursor) < this.oldestToken)
      return fail({ kind: 'sync-token-expired' });
    const items = [...this.events.values()]
      .filter(({ id }) => cursor === null || this.order.get(id)! > Number(cursor))
      .flatMap(({ id }) => this.find(id) ?? [])
      .filter((event) => cursor !== null || (this.isListed(event) && endOf(event) > from));
    const listed = extent ? items.map(marksOf) : items;
    for (const { id } of extent ? [] : items) this.read.add(id);
    return ok({ items: listed, cursor: String(this.clock), isFull: cursor === null });
  }

  /** Cancelled dates of living series are always listed. */
  private isListed({ status, recurringEventId }: GoogleEvent): boolean {
    if (status !== 'cancelled') return true;
    const series = this.events.get(recurringEventId ?? '');
    return series !== undefined && series.status !== 'cancelled';
  }

  get(ids: readonly string[]): Result<(GoogleEvent | null)[], Failure> {
    for (const id of ids) this.read.add(id);
    return ok(ids.map((id) => this.find(id)));
  }

  /** An event, or a date of a series: what was changed of that, and the rest as the series says it. */
  find(id: string): GoogleEvent | null {
    const event = this.events.get(id);
    if (!event?.recurringEventId || event.status === 'cancelled') return event ?? this.plain(id);
    const plain = this.plain(id);
    // Somebody invited to one date only never sees the series.
    if (!plain) return this.events.has(event.recurringEventId) ? null : event;
    return { ...plain, ...event };
  }

  /** A date as its series says it. */
  private plain(id: string): GoogleEvent | null {
    const [, seriesId = '', at = ''] = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(id) ?? [];
    const series = this.events.get(seriesId);
    if (!series?.recurrence || series.status === 'cancelled') return null;
    const entry = entryOfEvent(series, 'Europe/Helsinki');
    if (typeof entry === 'string' || !entry.recurrence) return null;
    const [, day = '', time = ''] = /^(\d{8})(?:T(\d{6})Z)?$/.exec(at) ?? [];
    const iso =
      day.replace(/^(....)(..)(..)$/, '$1-$2-$3') +
      time.replace(/^(..)(..)(..)$/, 'T$1:$2:$3.000Z');
    const start = seriesStart(entry.when);
    const date = slotOfInstant(iso, start);
    const { skipped } = entry.recurrence;
    if (!isSlot(entry.recurrence, start, date) || skipped.includes(date)) return null;
    if (instanceId(seriesId, entry.when, date) !== id) return null;
    const { recurrence: _, extendedProperties: __, ...shared } = series;
    return {
      ...shared,
      ...(eventPatch(slotEntry(entry, date), ['when']) as GoogleEvent),
      id,
      etag: `"${series.etag} ${at}"`,
      recurringEventId: seriesId,
      originalStartTime: start.time === null ? { date } : { dateTime: iso, timeZone: start.zone },
    };
  }

  write(writes: readonly GoogleWrite[]): Result<Result<GoogleEvent | null, Failure>[], Failure> {
    return ok(writes.map((write) => this.one(write)));
  }

  private one(write: GoogleWrite): Result<GoogleEvent | null, Failure> {
    const { id } = write;
    if (write.kind === 'insert') {
      if (this.events.has(id)) return fail({ kind: 'already-exists', id });
      this.written.push(write);
      return ok(this.put({ ...(write.body as GoogleEvent), id }));
    }
    const current = this.find(id);
    if (!current) return fail({ kind: 'not-found', id });
    const isAway = current.status === 'cancelled';
    const isRestored = write.kind === 'patch' && write.body.status !== undefined;
    if (isAway && !isRestored && (write.kind === 'delete' || !current.recurringEventId))
      return fail({ kind: 'gone', id });
    if (write.etag !== null && write.etag !== '*' && current.etag !== write.etag)
      return fail({ kind: 'stale-etag', id });
    this.written.push(write);
    if (write.kind === 'patch' && isAway && !current.recurringEventId)
      return ok(this.restore(id, write.body as Partial<GoogleEvent>));
    if (write.kind === 'patch') return ok(this.edit(id, withProperties(current, write.body)));
    this.remove(id);
    return ok(null);
  }

  /** Brings back a deleted event, and the dates that went with it. */
  private restore(id: string, changes: Partial<GoogleEvent>): GoogleEvent {
    for (const [date, event] of this.former)
      if (event.recurringEventId === id && date !== id) {
        this.events.set(date, event);
        this.former.delete(date);
      }
    return this.put({ ...this.former.get(id)!, ...changes, id });
  }

  /** Changes an event, or makes a date of a series an event of its own. */
  edit(
    id: string,
    changes: Partial<Omit<GoogleEvent, 'recurrence'>> & Pick<EventToPut, 'recurrence'>,
  ): GoogleEvent {
    const plain = this.plain(id);
    if (!plain) return this.put({ ...this.events.get(id)!, ...changes, id });
    const { recurringEventId, originalStartTime } = plain;
    const before = this.events.get(id);
    const own = before?.status === 'cancelled' ? {} : before;
    const identity = {
      id,
      recurringEventId: recurringEventId!,
      originalStartTime: originalStartTime!,
    };
    this.put({ status: 'confirmed', ...own, ...changes, ...identity });
    return this.find(id)!;
  }

  /** As the person does it, in Calendar. */
  put(event: EventToPut): GoogleEvent {
    this.clock += 1;
    const updated = new Date(Date.UTC(2026, 2, 1) + this.clock * 1000).toISOString();
    const usual = { eventType: 'default', organizer: { self: true }, created: updated };
    const stored = {
      status: 'confirmed',
      ...(event.recurringEventId === undefined && usual),
      ...event,
      etag: `"${this.clock}"`,
      updated,
    } as GoogleEvent;
    this.events.set(event.id, stored);
    this.order.set(event.id, this.clock);
    if (!stored.recurringEventId) this.refit(stored);
    return stored;
  }

  /** Forgets dates that the series does not have any more. */
  private refit(series: GoogleEvent): void {
    for (const event of [...this.events.values()]) {
      if (event.recurringEventId !== series.id) continue;
      this.clock += 1;
      if (series.status !== 'cancelled' && this.plain(event.id) !== null) {
        // It shows the fields of its series.
        this.events.set(event.id, { ...event, etag: `"${this.clock}"` });
        this.order.set(event.id, this.clock);
        continue;
      }
      const { id, recurringEventId, originalStartTime } = event;
      if (series.status === 'cancelled' && event.status !== 'cancelled')
        this.former.set(event.id, event);
      const gone = { id, recurringEventId, originalStartTime, status: 'cancelled' } as GoogleEvent;
      this.events.set(id, gone);
      this.order.set(id, this.clock);
    }
  }

  remove(id: string): void {
    const { recurringEventId, originalStartTime } = this.find(id)!;
    const before = this.events.get(id);
    if (before && recurringEventId === undefined) this.former.set(id, before);
    const away = {
      id,
      status: 'cancelled',
      ...(recurringEventId !== undefined && { recurringEventId }),
      ...(originalStartTime && { originalStartTime }),
    };
    this.put(away);
    const etag = recurringEventId === undefined ? {} : { etag: this.events.get(id)!.etag! };
    this.events.set(id, { ...away, ...etag });
  }

  live(): GoogleEvent[] {
    return [...this.events.values()]
      .filter(({ status }) => status !== 'cancelled')
      .flatMap(({ id }) => this.find(id) ?? []);
  }
}

type EventToPut = Omit<GoogleEvent, 'recurrence'> & {
  readonly recurrence?: readonly string[] | null;
};

const endOf = ({ end, recurrence }: GoogleEvent): string =>
  recurrence?.length || !end
    ? '9'
    : new Date(end.dateTime ?? end.date ?? '2100-01-01').toISOString();
