/** What a run would do, counted and with examples, for a person to look at before it happens. */
import { shortened } from '../../kit/text';
import type { Entry, Side } from '../entry/entry';
import type { Operation } from './operations';
import type { Planned } from './plan-unlinked';
import type { Reason } from '../entry/why';

/** Enough to recognise one's calendar by. */
const EXAMPLES = 5;
const TITLE_CHARACTERS = 60;

export interface Counted {
  readonly count: number;
  /** Titles with when they start, at most five. */
  readonly examples: readonly Example[];
}

export interface Example {
  readonly title: string;
  /** Local time, or a date. */
  readonly start: string;
}

export type Effect = 'create' | 'update' | 'delete';

export interface Preview {
  readonly google: Readonly<Record<Effect, Counted>>;
  readonly work: Readonly<Record<Effect, Counted>>;
  /** Alike on both sides already: nothing is copied. */
  readonly joined: Counted;
  readonly conflicts: Counted;
  readonly leftOut: readonly { readonly reason: Reason; readonly count: number }[];
}

export function previewOf({ operations, leftOut }: Planned): Preview {
  const on = (side: Side): Preview[Side] => ({
    create: counted(operations, (operation) => entryOf('create', side, operation)),
    update: counted(operations, (operation) => entryOf('update', side, operation)),
    delete: counted(operations, (operation) => entryOf('delete', side, operation)),
  });
  return {
    google: on('google'),
    work: on('work'),
    joined: counted(operations, (operation) =>
      (operation.kind === 'link' || operation.kind === 'update') && operation.previous === null
        ? operation.next.base
        : null,
    ),
    conflicts: counted(operations, (operation) =>
      operation.kind === 'update' && operation.conflict ? operation.next.base : null,
    ),
    leftOut: reasonsOf(leftOut),
  };
}

/** What a preview says that could not be made. */
export const NOTHING_TO_DO: Preview = previewOf({ operations: [], leftOut: [] });

/** The entry that an operation writes on a side in a certain way; null when it does not. */
function entryOf(effect: Effect, side: Side, operation: Operation): Entry | null {
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

function counted(
  operations: readonly Operation[],
  entry: (operation: Operation) => Entry | null,
): Counted {
  let count = 0;
  const examples: Example[] = [];
  for (const operation of operations) {
    const found = entry(operation);
    if (!found) continue;
    count += 1;
    if (examples.length < EXAMPLES)
      examples.push({ title: shortened(found.title, TITLE_CHARACTERS), start: startOf(found) });
  }
  return { count, examples };
}

const startOf = ({ when }: Entry): string =>
  when.kind === 'timed' ? when.start.local : when.start;

function reasonsOf(leftOut: Planned['leftOut']): Preview['leftOut'] {
  const counts = new Map<Reason, number>();
  for (const { reason } of leftOut) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts]
    .map(([reason, count]) => ({ reason, count }))
    .sort((one, other) => other.count - one.count || (one.reason < other.reason ? -1 : 1));
}
