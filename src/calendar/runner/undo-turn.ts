/** Undoing in a person's turn: first what would be put back, and once the person has said go, the rest. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import { shortened } from '../../kit/text';
import type { Undoing } from '../boards/undo-board';
import type { Undo } from '../boards/wishes';
import { otherSide } from '../entry/entry';
import type { PastWrite } from '../journal-port';
import { mostChanges, type Approval } from '../sync/brakes';
import {
  lostOf,
  onePerEntry,
  wantedOf,
  type Refused,
  type Step,
  type Wanted,
} from '../sync/plan-put-back';
import { lookBack, putBack } from '../sync/put-back';
import type { Ready } from './ready';
import { portsOf, type Everybody } from './person-ports';
import type { PersonsPart } from './run-undo';

/** How many of each kind a card has room for. */
const SHOWN = 8;
const TITLE_CHARACTERS = 60;
const WORDS_CHARACTERS = 200;

/** Creations that a run may make besides those that come back: no fewer than without an undo. */
const OTHER_CREATIONS = 500;

export interface Undone {
  /** What the cycle that follows may carry over, because the person has already said go to it. */
  readonly approval: Approval;
  /** The key of a conflict whose other version was taken; null for none. */
  readonly taken: string | null;
  readonly part: PersonsPart;
}

/** Puts back what the person asked for, and tells them. Null when they asked for nothing. */
export function undoIn(everybody: Everybody, ready: Ready): Result<Undone | null, Failure> {
  const wish = undoOf(ready);
  if (!wish?.go) return ok(null);
  const { ports } = everybody;
  const { connection, policy } = ready;
  const found = writesFor(wish, everybody, ready);
  if (!found.ok) return found;
  const { wanted, writes } = found.value;
  const { calendarPorts } = portsOf(everybody, { connection, asked: null });
  const put = putBack(wanted, calendarPorts, policy);
  if (!put.ok) return put;
  const { done, refused } = put.value;
  // What the cache does not take is in the Journal.
  void ports.undoings.put(connection.userId, undoing(wish, { steps: done, refused, writes }, true));
  const links = calendarPorts.links.load();
  if (!links.ok) return links;
  return ok({
    approval: {
      deletions: 0,
      creations: wanted.length + OTHER_CREATIONS,
      changes: wanted.length + mostChanges(links.value.links.length),
    },
    // Also what an execution that was killed has put back already.
    part: { back: wanted.filter((one) => !isAmong(refused, one)), refused },
    taken: wish.run === null && refused.length === 0 ? wish.id : null,
  });
}

/**
 * Finds what would be put back, and what would not. The person is shown it if they asked for it themself. Null when there is nothing to
 * look for.
 */
export function lookWhatIsPutBack(
  everybody: Everybody,
  ready: Ready,
): Result<PersonsPart | null, Failure> {
  const wish = undoOf(ready);
  if (wish === null) return ok(null);
  const found = writesFor(wish, everybody, ready);
  if (!found.ok) return found;
  const { wanted, writes } = found.value;
  const { calendarPorts } = portsOf(everybody, { connection: ready.connection, asked: null });
  const planned = lookBack(wanted, calendarPorts, ready.policy);
  if (!planned.ok) return planned;
  const { steps, refused } = planned.value;
  const told = ready.task.undo
    ? ok(null)
    : everybody.ports.undoings.put(
        ready.connection.userId,
        undoing(wish, { steps, refused, writes }, false),
      );
  return told.ok ? ok({ back: steps.map((step) => step.wanted), refused }) : told;
}

function undoOf({ task }: Ready): (Undo & { readonly by?: string }) | null {
  const wish = task.undo ?? task.waiting?.wish;
  return wish?.kind === 'undo' ? wish : null;
}

interface Found {
  readonly wanted: readonly Wanted[];
  readonly writes: readonly PastWrite[];
}

/** The writes of the Journal that a wish is about. */
function writesFor(
  { run, id }: Undo,
  { ports }: Everybody,
  { connection }: Ready,
): Result<Found, Failure> {
  const past = ports.records.past(connection.addresses);
  if (!past.ok) return past;
  if (run !== null) {
    const writes = past.value.filter(
      (write) =>
        write.run === run &&
        // Before that, the address may have been somebody else's.
        write.at >= connection.consentedAt &&
        (id === null || write.id === id || write.pair === id),
    );
    return ok({ writes, wanted: wantedOf(writes) });
  }
  const conflict = connection.conflicts.find(({ key }) => key === id);
  const writes = past.value
    .filter(
      (write) =>
        conflict !== undefined &&
        write.at >= conflict.at &&
        write.conflict?.google === conflict.google &&
        write.conflict.fields.join() === conflict.fields.join() &&
        write.side !== conflict.winner,
    )
    .slice(0, 1);
  return ok({ writes, wanted: lostOf(writes) });
}

const isAmong = (refused: readonly Refused[], one: Wanted): boolean =>
  refused.some(({ wanted }) => wanted === one);

function undoing(
  { run, id, by = null }: Undo & { readonly by?: string | null },
  {
    steps,
    refused,
    writes,
  }: {
    readonly steps: readonly Step[];
    readonly refused: readonly Refused[];
    readonly writes: readonly PastWrite[];
  },
  isDone: boolean,
): Undoing {
  const told = onePerEntry(steps, ({ wanted }) => wanted);
  const left = onePerEntry(refused, ({ wanted }) => wanted);
  const said = new Map(writes.map((write) => [`${write.side} ${write.id}`, write.change]));
  return {
    ...{ run, id, isDone, by },
    at: writes[0]?.at ?? '',
    count: told.length,
    entries: told.slice(0, SHOWN).map(({ kind, wanted: { side, id: of, pair, title } }) => ({
      title: shortened(title, TITLE_CHARACTERS),
      what: shortened(
        said.get(`${side} ${of}`) ?? said.get(`${otherSide[side]} ${pair}`) ?? '',
        WORDS_CHARACTERS,
      ),
      isNew: kind === 'anew',
    })),
    refused: left.slice(0, SHOWN).map(({ wanted: { title }, reason }) => ({
      title: shortened(title, TITLE_CHARACTERS),
      reason,
    })),
    refusedCount: left.length,
  };
}
