import type { Activity, ActivityContent } from '../../src/calendar/entry/activity';
import type { ActivityChange, Listing, WorkCalendar, WorkWrite } from '../../src/calendar/ports';
import type { Failure } from '../../src/kit/failure';
import { fail, ok, type Result } from '../../src/kit/result';

/** Participants whom somebody has entered stay, whoever is invited in Google. */
function withEntered(
  { content, guestsBefore }: WorkWrite & { readonly kind: 'patch' },
  { participants: there }: Activity,
): Partial<ActivityContent> {
  if (!content.participants || !guestsBefore) return content;
  const known = [...content.participants, ...guestsBefore];
  const entered = there.filter((one) => !known.includes(one.toLowerCase()));
  return { ...content, participants: [...content.participants, ...entered].sort() };
}

/** A work system in memory. `tellsChanges`: it knows what changed, and what was deleted; else it lists all each time. */
export class MemoryWork implements WorkCalendar {
  readonly activities = new Map<string, Activity>();
  readonly written: WorkWrite[] = [];
  private readonly order = new Map<string, number>();
  private clock = 0;
  private nextId = 1;

  constructor(private readonly tellsChanges = true) {}

  changes(cursor: string | null): Result<Listing<ActivityChange>, Failure> {
    const isFull = cursor === null || !this.tellsChanges;
    const items = [...this.order].flatMap(([id, at]): ActivityChange[] => {
      const activity = this.activities.get(id);
      if (isFull) return activity ? [{ kind: 'activity', activity }] : [];
      if (at <= Number(cursor)) return [];
      return [activity ? { kind: 'activity', activity } : { kind: 'deleted', id }];
    });
    return ok({ items, cursor: String(this.clock), isFull });
  }

  get(ids: readonly string[]): Result<(Activity | null)[], Failure> {
    return ok(ids.map((id) => this.activities.get(id) ?? null));
  }

  write(writes: readonly WorkWrite[]): Result<Result<Activity | null, Failure>[], Failure> {
    return ok(writes.map((write) => this.one(write)));
  }

  private one(write: WorkWrite): Result<Activity | null, Failure> {
    if (write.kind === 'insert') {
      const there = [...this.activities.values()].find(
        ({ externalId, owner }) =>
          externalId !== null && externalId === write.externalId && owner === write.owner,
      );
      if (there) return fail({ kind: 'already-exists', id: there.id });
      this.written.push(write);
      return ok(this.add(write.content, write));
    }
    const current = this.activities.get(write.id);
    if (!current) return fail({ kind: 'not-found', id: write.id });
    if (current.version !== write.version) return fail({ kind: 'stale-etag', id: write.id });
    this.written.push(write);
    if (write.kind === 'patch') {
      const { externalId, slot = current.slot } = write;
      const marks = { slot, ...(externalId === '' && { externalId: null }) };
      this.activities.set(write.id, { ...current, ...marks });
      return ok(this.edit(write.id, withEntered(write, current)));
    }
    this.remove(write.id);
    return ok(null);
  }

  add(
    content: ActivityContent,
    {
      owner = 'ann@example.com',
      externalId = null,
      slot = null,
    }: Partial<Pick<Activity, 'owner' | 'externalId' | 'slot'>> = {},
  ): Activity {
    const id = `w${String(this.nextId++).padStart(4, '0')}`;
    return this.put({
      ...content,
      id,
      owner,
      externalId,
      slot,
      version: '',
      createdAt: null,
      updatedAt: null,
    });
  }

  edit(id: string, content: Partial<ActivityContent>): Activity {
    return this.put({ ...this.activities.get(id)!, ...content });
  }

  /** Gives it to another address, if it still is at one of these. */
  handOver(id: string, from: readonly string[], to: string): void {
    const activity = this.activities.get(id);
    if (activity && from.includes(activity.owner)) this.put({ ...activity, owner: to });
  }

  remove(id: string): void {
    this.activities.delete(id);
    this.order.set(id, (this.clock += 1));
  }

  private put(activity: Activity): Activity {
    this.clock += 1;
    const updatedAt = new Date(Date.UTC(2026, 2, 1) + this.clock * 1000).toISOString();
    const stored = {
      ...activity,
      version: `v${this.clock}`,
      updatedAt,
      createdAt: activity.createdAt ?? updatedAt,
    };
    this.activities.set(activity.id, stored);
    this.order.set(activity.id, this.clock);
    return stored;
  }
}
