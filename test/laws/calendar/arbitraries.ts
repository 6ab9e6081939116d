import fc from 'fast-check';
import { activityPatch } from '../../../src/calendar/entry/activity';
import type { Entry } from '../../../src/calendar/entry/entry';
import { eventPatch } from '../../../src/calendar/entry/google-event';
import { anEntry, at, type World } from '../../calendar/world';

const days = fc.constantFrom('2026-03-02', '2026-03-29', '2026-10-25');

const when: fc.Arbitrary<Entry['when']> = fc.oneof(
  fc.record({ day: days, hour: fc.constantFrom('02', '03', '09') }).map(({ day, hour }) => ({
    kind: 'timed' as const,
    start: at(`${day}T${hour}:30:00`),
    end: at(`${day}T17:00:00`),
  })),
  days.map((start) => ({ kind: 'all-day' as const, start, end: `${start.slice(0, 8)}30` })),
);

/** Few titles and times, so that entries alike are common. */
export const entries: fc.Arbitrary<Entry> = fc
  .record({
    title: fc.constantFrom('Review', 'Standup', 'Visit', ''),
    when,
    private: fc.boolean(),
    busy: fc.boolean(),
    location: fc.constantFrom('', 'Room 1'),
    notes: fc.constantFrom('', 'a < b & c', 'Line one\nline two'),
    status: fc.constantFrom('confirmed' as const, 'tentative' as const),
  })
  .map((fields) => anEntry(fields));

export interface Edit {
  readonly side: 'google' | 'work';
  /** `move`: other times, free or busy, private or not. */
  readonly act: 'add' | 'edit' | 'move' | 'remove' | 'copy';
  readonly pick: number;
  readonly field: 'title' | 'location' | 'notes';
  readonly entry: Entry;
}

export const edits = (side?: Edit['side']): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record<Edit>({
      side: side ? fc.constant(side) : fc.constantFrom('google', 'work'),
      act: fc.constantFrom('add', 'edit', 'edit', 'move', 'remove', 'copy'),
      pick: fc.nat(12),
      field: fc.constantFrom('title', 'location', 'notes'),
      entry: entries,
    }),
    { maxLength: 12 },
  );

const MOVED = ['when', 'private', 'busy', 'status'] as const;

const GOOGLE_FIELD = { title: 'summary', location: 'location', notes: 'description' } as const;
const WORK_FIELD = { title: 'name', location: 'location', notes: 'notes' } as const;

/** Does what a person does; returns what was touched. `tag` is what an edit writes. */
export function doEdit(world: World, edit: Edit, tag: string): string | null {
  const { side, act, pick, field, entry } = edit;
  const ids =
    side === 'google' ? world.google.live().map(({ id }) => id) : [...world.work.activities.keys()];
  const id = ids[pick % Math.max(ids.length, 1)];
  if (act === 'add' || id === undefined)
    return side === 'google' ? world.addEvent(entry) : world.addActivity(entry);
  if (side === 'google') {
    const event = world.google.events.get(id)!;
    if (act === 'remove') world.google.remove(id);
    else if (act === 'copy') world.google.put({ ...event, id: `copy${tag}` });
    else if (act === 'move') world.google.put({ ...event, ...eventPatch(entry, MOVED), id });
    else world.google.put({ ...event, [GOOGLE_FIELD[field]]: tag });
  } else {
    const activity = world.work.activities.get(id)!;
    if (act === 'remove') world.work.remove(id);
    else if (act === 'copy') world.work.add(activity, { externalId: activity.externalId });
    else if (act === 'move') world.work.edit(id, activityPatch(entry, MOVED, world.policy.types));
    else world.work.edit(id, { [WORK_FIELD[field]]: tag });
  }
  return id;
}
