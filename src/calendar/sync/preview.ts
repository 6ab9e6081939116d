/** What a run would do, in numbers and examples, for a person to see before it happens. */
import { datesOf } from '../../kit/recurrence/dates';
import { seriesStart } from '../entry/series-start';
import { slotEntry } from '../entry/slot-entry';
import { shortened, utf8Bytes } from '../../kit/text';
import type { Entry, Side } from '../entry/entry';
import type { Present } from '../entry/change';
import type { Link } from '../entry/link';
import { nearPairs, pairMark } from './near-match';
import type { Operation } from './operations';
import type { Planned } from './planned';
import type { Reason } from '../entry/why';

/** For a card that lists everything: enough for people to recognize their calendar. */
export const EXAMPLES = 5;
const TITLE_CHARACTERS = 60;
/** Lists tell only the times of private entries: they are kept where other people's are. */
const PRIVATE_TITLE = 'Private';
/** Of all entries together: a value of the script's cache holds 100 KB. */
const LISTED_BYTES = 70_000;
const BYTES_BESIDE_TITLE = 60;

export interface Counted {
  readonly count: number;
  /** Titles with when they start: what is to come, the soonest first, and then what is over. As many as there is room for. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly title: string;
  /** Local time, or a date. */
  readonly start: string;
}

/** Two entries that a person may say are one. */
export interface NearPair {
  /** Names it in a wish. */
  readonly mark: string;
  readonly google: Example;
  readonly work: Example;
}

export type Effect = 'create' | 'update' | 'delete';

export interface Preview {
  readonly google: Readonly<Record<Effect, Counted>>;
  readonly work: Readonly<Record<Effect, Counted>>;
  /** Entries that are already the same on both sides, so nothing is copied. */
  readonly joined: Counted;
  readonly conflicts: Counted;
  readonly near: readonly NearPair[];
  readonly leftOut: readonly { readonly reason: Reason; readonly count: number }[];
}

/** @param now the person's local time: what is over by then comes last. */
export function previewOf({ operations, leftOut }: Planned, now: string): Preview {
  const all = (entry: (operation: Operation) => Entry | null): Example[] =>
    inOrder(
      operations.flatMap((operation) => exampleOf(entry(operation), now)),
      now,
    );
  const on = (side: Side): Readonly<Record<Effect, Example[]>> => ({
    create: all((operation) => entryOf('create', side, operation)),
    update: all((operation) => entryOf('update', side, operation)),
    delete: all((operation) => entryOf('delete', side, operation)),
  });
  const [google, work] = [on('google'), on('work')];
  const joined = all((operation) =>
    (operation.kind === 'link' || operation.kind === 'update') && operation.previous === null
      ? operation.next.base
      : null,
  );
  const conflicts = all((operation) =>
    operation.kind === 'update' && operation.conflict ? operation.next.base : null,
  );
  const lists = [...Object.values(work), ...Object.values(google), joined, conflicts];
  const listed = roomFor(lists);
  const counted = (list: readonly Example[]): Counted => ({
    count: list.length,
    examples: list.slice(0, listed.get(list)),
  });
  const effects = ({ create, update, ...rest }: typeof google): Preview[Side] => ({
    create: counted(create),
    update: counted(update),
    delete: counted(rest.delete),
  });
  return {
    google: effects(google),
    work: effects(work),
    joined: counted(joined),
    conflicts: counted(conflicts),
    near: nearIn(operations, now),
    leftOut: reasonsOf(leftOut),
  };
}

function nearIn(operations: readonly Operation[], now: string): NearPair[] {
  const madeOn = (side: Side): Present[] =>
    operations.flatMap((one) => (one.kind === 'create' && one.on === side ? [one.source] : []));
  return nearPairs(madeOn('work'), madeOn('google')).map((pair) => ({
    mark: pairMark(pair),
    google: exampleOf(pair.google.entry, now)[0]!,
    work: exampleOf(pair.work.entry, now)[0]!,
  }));
}

/** What pairs keep in step, as they last agreed. */
export function keptIn(links: readonly Link[], now: string): Counted {
  const all = inOrder(
    links.flatMap(({ base }) => exampleOf(base, now)),
    now,
  );
  return { count: all.length, examples: all.slice(0, roomFor([all]).get(all)) };
}

/** An empty preview, for when none could be made. */
export const NOTHING_TO_DO: Preview = previewOf({ operations: [], leftOut: [] }, '');

/** How many of each list are kept: a few of every one, and then as many as there is room for. */
function roomFor(lists: readonly (readonly Example[])[]): ReadonlyMap<readonly Example[], number> {
  const kept = new Map(lists.map((list) => [list, Math.min(EXAMPLES, list.length)]));
  let room = LISTED_BYTES;
  for (const list of lists)
    for (const { title } of list.slice(EXAMPLES)) {
      room -= utf8Bytes(JSON.stringify(title)) + BYTES_BESIDE_TITLE;
      if (room < 0) return kept;
      kept.set(list, kept.get(list)! + 1);
    }
  return kept;
}

function inOrder(examples: readonly Example[], now: string): Example[] {
  const isOver = ({ start }: Example): boolean => start < now.slice(0, start.length);
  const byStart = (one: Example, other: Example): number =>
    one.start < other.start ? -1 : Number(one.start > other.start);
  return [
    ...examples.filter((one) => !isOver(one)).sort(byStart),
    ...examples.filter(isOver).sort(byStart).reverse(),
  ];
}

const exampleOf = (entry: Entry | null, now: string): Example[] =>
  entry
    ? [
        {
          title: entry.private ? PRIVATE_TITLE : shortened(entry.title, TITLE_CHARACTERS),
          start: startOf(entry, now),
        },
      ]
    : [];

/** The entry that an operation writes on a side in a certain way; null when it does not. */
function entryOf(effect: Effect, side: Side, operation: Operation): Entry | null {
  if (operation.kind === 'occurrence') {
    const isMeant = side === 'google' && effect === (operation.takesPlace ? 'create' : 'delete');
    return isMeant ? slotEntry(operation.series, operation.date) : null;
  }
  if (operation.kind !== effect) return null;
  switch (operation.kind) {
    case 'create':
      return operation.on === side ? operation.source.entry : null;
    case 'delete':
      return operation.on === side ? operation.before : null;
    case 'update':
      return operation[side]?.after ?? null;
    default:
      return null;
  }
}

/** Of a series, the next date that takes place, or the first one if it is over. */
function startOf(entry: Entry, now: string): string {
  const next =
    entry.recurrence && datesOf(entry.recurrence, seriesStart(entry.when), now.slice(0, 10), 1)[0];
  const { when } = next ? slotEntry(entry, next) : entry;
  return when.kind === 'timed' ? when.start.local : when.start;
}

function reasonsOf(leftOut: Planned['leftOut']): Preview['leftOut'] {
  const counts = new Map<Reason, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1));
}
