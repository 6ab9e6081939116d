import type { GoogleEvent } from '../../src/calendar/entry/google-event';
import type { GoogleCalendar, GoogleWrite, Listing } from '../../src/calendar/ports';
import type { Failure } from '../../src/kit/failure';
import { fail, ok, type Result } from '../../src/kit/result';

/** A person's Google calendar in memory: ids are never freed, every change has a new etag, tokens tell a change once. */
export class MemoryGoogle implements GoogleCalendar {
  readonly events = new Map<string, GoogleEvent>();
  /** Every write that was done through the port. */
  readonly written: GoogleWrite[] = [];
  /** Tokens given out before this are too old. */
  oldestToken = 0;
  private readonly order = new Map<string, number>();
  private clock = 0;

  changes(cursor: string | null, from: string): Result<Listing<GoogleEvent>, Failure> {
    if (cursor !== null && Number(cursor) < this.oldestToken)
      return fail({ kind: 'sync-token-expired' });
    const items = [...this.events.values()].filter((event) =>
      cursor === null
        ? event.status !== 'cancelled' && endOf(event) > from
        : this.order.get(event.id)! > Number(cursor),
    );
    return ok({ items, cursor: String(this.clock), isFull: cursor === null });
  }

  get(ids: readonly string[]): Result<(GoogleEvent | null)[], Failure> {
    return ok(ids.map((id) => this.events.get(id) ?? null));
  }

  write(writes: readonly GoogleWrite[]): Result<Result<GoogleEvent | null, Failure>[], Failure> {
    return ok(writes.map((write) => this.one(write)));
  }

  private one(write: GoogleWrite): Result<GoogleEvent | null, Failure> {
    const { id } = write;
    const current = this.events.get(id);
    if (write.kind === 'insert') {
      if (current) return fail({ kind: 'already-exists', id });
      this.written.push(write);
      return ok(this.put({ ...(write.body as GoogleEvent), id }));
    }
    if (!current) return fail({ kind: 'not-found', id });
    if (current.status === 'cancelled') return fail({ kind: 'gone', id });
    // As in HTTP, a star agrees to any version.
    if (write.etag !== '*' && current.etag !== write.etag) return fail({ kind: 'stale-etag', id });
    this.written.push(write);
    if (write.kind === 'patch') return ok(this.put({ ...current, ...write.body, id }));
    this.remove(id);
    return ok(null);
  }

  /** As the person does it, in Calendar. */
  put(event: EventToPut): GoogleEvent {
    this.clock += 1;
    const updated = new Date(Date.UTC(2026, 2, 1) + this.clock * 1000).toISOString();
    const stored = {
      status: 'confirmed',
      eventType: 'default',
      organizer: { self: true },
      created: updated,
      ...event,
      etag: `"${this.clock}"`,
      updated,
    } as GoogleEvent;
    this.events.set(event.id, stored);
    this.order.set(event.id, this.clock);
    return stored;
  }

  remove(id: string): void {
    this.put({ id, status: 'cancelled' });
    this.events.set(id, { id, status: 'cancelled' });
  }

  live(): GoogleEvent[] {
    return [...this.events.values()].filter(({ status }) => status !== 'cancelled');
  }
}

type EventToPut = Omit<GoogleEvent, 'recurrence'> & {
  readonly recurrence?: readonly string[] | null;
};

const endOf = ({ end, recurrence }: GoogleEvent): string =>
  recurrence?.length ? '9' : new Date(end?.dateTime ?? end?.date ?? '2100-01-01').toISOString();
