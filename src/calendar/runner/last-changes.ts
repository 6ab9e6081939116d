/** What a run changed, for the person to read on their card. */
import { slotEntry } from '../entry/slot-entry';
import { shortened } from '../../kit/text';
import type { ToldChange } from '../boards/status-board';
import { otherSide, type Entry, type Side } from '../entry/entry';
import { FIELDS } from '../entry/fields';
import { BUSY_TITLE } from '../entry/google-change';
import type { Policy } from '../entry/policy';
import { changeWords } from '../sync/change-words';
import type { Operation } from '../sync/operations';
import { occurrenceId } from '../sync/originals';
import { inRecords } from '../sync/privacy';

/** Only a few are kept: the journal has all of them. */
const MOST_CHANGES = 4;
const TITLE_CHARACTERS = 60;
const WORDS_CHARACTERS = 200;

/** The changes of this run, followed by those of earlier runs, newest first. */
export const lastChanges = (
  done: readonly Operation[],
  {
    at,
    before,
    policy,
    run,
  }: {
    readonly at: string;
    readonly before: readonly ToldChange[];
    readonly policy: Policy;
    /** The run, as the Journal names it. */
    readonly run: string;
  },
): readonly ToldChange[] => {
  const now: ToldChange[] = [];
  for (let index = done.length - 1; index >= 0 && now.length < MOST_CHANGES; index -= 1) {
    const change = changeOf(done[index]!, policy);
    if (change)
      now.push({
        at,
        title: shortened(change.title, TITLE_CHARACTERS),
        what: shortened(change.what, WORDS_CHARACTERS),
        isPrivate: change.isPrivate,
        event: eventOf(done[index]!),
        undo: change.id === null ? null : { run, id: change.id },
      });
  }
  // What was shown of an event before it was private would say too much once its details have been taken back.
  const isForgotten = done.some((operation) => 'hides' in operation);
  const still = before.filter(
    ({ isPrivate }) => !isForgotten && !(isPrivate && policy.privateEvents !== 'full'),
  );
  return [...now, ...still].slice(0, MOST_CHANGES);
};

type Change = Omit<ToldChange, 'at' | 'undo' | 'event'> & {
  /** The id of what was written; null for what cannot be undone: a copy would be made again. */
  readonly id: string | null;
};

/** Null for an operation that wrote nothing. */
function changeOf(operation: Operation, policy: Policy): Change | null {
  if ('hides' in operation)
    return { title: BUSY_TITLE, what: HIDDEN[operation.kind], isPrivate: true, id: null };
  switch (operation.kind) {
    case 'create': {
      const after = inRecords(operation.source.entry, policy);
      return said(operation.on, null, { before: null, after });
    }
    case 'occurrence': {
      const entry = inRecords(slotEntry(operation.series, operation.date), policy);
      const id = operation.takesPlace ? null : occurrenceId(operation);
      return said('google', id, {
        before: operation.takesPlace ? null : entry,
        after: operation.takesPlace ? entry : null,
      });
    }
    case 'delete':
      return said(operation.on, operation.withdraws ? null : operation.at.id, {
        before: inRecords(operation.before, policy),
        after: null,
      });
    case 'update': {
      const sides = (['google', 'work'] as const).flatMap((side) => {
        const write = operation[side];
        if (!write) return [];
        const { fields } = write;
        const before = inRecords(write.before, policy);
        const { id } = operation.next[side];
        return [said(side, id, { before, after: inRecords(write.after, policy), fields })];
      });
      return sides[0]
        ? { ...sides[0], what: [...new Set(sides.map(({ what }) => what))].join(' ') }
        : null;
    }
    default:
      return null;
  }
}

/** A run writes on the side that somebody did not change. */
function eventOf(operation: Operation): ToldChange['event'] {
  switch (operation.kind) {
    case 'create':
      return operation.on === 'work' ? { id: operation.source.id, madeIn: 'google' } : null;
    case 'occurrence':
      return { id: operation.link.google.id, madeIn: 'work' };
    case 'delete':
      return { id: operation.link.google.id, madeIn: otherSide[operation.on] };
    case 'update':
      return { id: operation.next.google.id, madeIn: operation.google ? 'work' : 'google' };
    default:
      return null;
  }
}

const HIDDEN = {
  update: 'Its details were removed from the work system because it is private.',
  delete: 'Its copy was removed from the work system because it is private.',
} as const;

interface Said {
  readonly before: Entry | null;
  readonly after: Entry | null;
  readonly fields?: readonly (keyof Entry)[];
}

const said = (side: Side, id: string | null, { before, after, fields = FIELDS }: Said): Change => ({
  title: (after ?? before)?.title ?? '',
  what: changeWords({ side, before, after, fields, conflict: null }),
  isPrivate: before?.private === true || after?.private === true,
  id,
});
