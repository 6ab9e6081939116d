/** Moves people's wishes into the connections: a decision is saved before its wish is removed. */
import { instantAt } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import type { Person } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import { withChoices } from '../entry/own-choices';
import { UNFINISHED } from '../sync/read-under';
import type { ConnectionBook } from './connection-book';
import type { RunnerPorts } from './ports';
import { stranger } from './stranger';
import { withoutDismissed, type Dismissed } from '../boards/told-conflict';
import type { Waiting, Wish } from '../boards/wishes';

type On = Extract<Wish, { readonly kind: 'on' }>;

/** The wishes that need the person's own turn; all others have been moved into the connections. */
export function takeWishes(
  ports: RunnerPorts,
  book: ConnectionBook,
): Result<readonly Waiting[], Failure> {
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  for (const waiting of ports.wishes.all()) {
    const { wish, person } = waiting;
    if (wish.kind === 'on') turnOn(ports, book, person, wish);
    if (wish.kind === 'off') turnOff(ports, book, person, wish.copies);
    if (wish.kind === 'dismiss') dismiss(book, person, wish);
    if (waiting.choices) noteChoices(ports, book, waiting);
    const isDone =
      wish.kind === 'on' ||
      wish.kind === 'dismiss' ||
      (wish.kind === 'off' && wish.copies === 'keep');
    (isDone ? taken : left).push(waiting);
  }
  const may = ports.mayWrite();
  const saved = may.ok ? book.save(false) : may;
  if (!saved.ok) return saved;
  for (const waiting of taken) {
    const { userId } = waiting.person;
    // The wish last: if the run is killed before the preview with its titles is removed, the wish brings it back here.
    if (waiting.wish.kind === 'dismiss') tellDismissed(ports, book, userId);
    else ports.previews.remove(userId);
    ports.wishes.remove(waiting);
  }
  return ok(left);
}

function dismiss(book: ConnectionBook, { userId }: Person, dismissed: Dismissed): void {
  const before = book.find(userId);
  if (!before) return;
  const conflicts = withoutDismissed(before.conflicts, dismissed);
  if (conflicts.length < before.conflicts.length) book.put({ ...before, conflicts });
}

/** Taking them a second time changes nothing. */
function noteChoices(
  { clock }: RunnerPorts,
  book: ConnectionBook,
  { choices, person }: Waiting,
): void {
  // Somebody may choose before they turn it on: what they see first then already follows that.
  const before = book.find(person.userId) ?? (choices?.rules && stranger(person));
  if (!before || !choices) return;
  const after = withChoices(before.choices, choices, instantAt(clock.now()));
  if (after !== before.choices) book.put({ ...before, choices: after });
}

function tellDismissed({ board }: RunnerPorts, book: ConnectionBook, userId: string): void {
  const status = board.status(userId);
  const conflicts = book.find(userId)?.conflicts ?? [];
  // What the board does not take, it says once more.
  if (status) void board.post({ status: new Map([[userId, { ...status, conflicts }]]) });
}

function turnOn(
  ports: RunnerPorts,
  book: ConnectionBook,
  person: Person,
  { at, consentVersion, same }: On,
): void {
  const before = book.find(person.userId);
  if (before?.consentedAt === at && before.state === 'on') return;
  ports.board.clear(person.userId);
  const known = before ?? stranger(person);
  book.put({
    ...known,
    ...(same && { choices: { ...known.choices, at, same } }),
    connected: undefined,
    state: 'on',
    consentedAt: at,
    consentVersion,
    zone: null,
    workState: null,
    failure: null,
  });
}

function turnOff(
  ports: RunnerPorts,
  book: ConnectionBook,
  { userId }: Person,
  copies: 'keep' | 'remove',
): void {
  const before = book.find(userId);
  if (before?.state === 'on') {
    const progress = before.progress ?? UNFINISHED;
    // It counts as their own decision, which no administrator changes. While copies are removed, no more is read than before.
    const connected = copies === 'remove' ? before.connected : undefined;
    book.put({ ...before, state: 'off', failure: null, progress, connected });
  }
  ports.board.clear(userId);
}
