/** Moves people's wishes into the connections: what they decided is durable before the wish is gone. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { ConnectionBook } from './connection-book';
import type { Connection, RunnerPorts } from '../runner-ports';
import type { Waiting, Wish } from '../boards/wishes';

type On = Extract<Wish, { readonly kind: 'on' }>;

/** The wishes that need a run of the person's own; all others are in the connections, and gone. */
export function takeWishes(
  ports: RunnerPorts,
  book: ConnectionBook,
): Result<readonly Waiting[], Failure> {
  const taken: Waiting[] = [];
  const left: Waiting[] = [];
  for (const waiting of ports.wishes.all()) {
    const { wish, email } = waiting;
    if (wish.kind === 'on') {
      const turned = turnOn(ports, book, email, wish);
      if (!turned.ok) return turned;
    }
    if (wish.kind === 'off') turnOff(ports, book, email);
    const isDone = wish.kind === 'on' || (wish.kind === 'off' && wish.copies === 'keep');
    (isDone ? taken : left).push(waiting);
  }
  const saved = book.save();
  if (!saved.ok) return saved;
  for (const waiting of taken) {
    ports.wishes.remove(waiting);
    ports.previews.remove(waiting.email);
  }
  return ok(left);
}

function turnOn(
  ports: RunnerPorts,
  book: ConnectionBook,
  email: string,
  { at, consentVersion }: On,
): Result<null, Failure> {
  const staff = ports.staff.find(email);
  if (!staff.ok) return staff;
  const googleId = staff.value?.googleId ?? null;
  const before = book.find(email);
  if (before?.consentedAt === at && before.state === 'on') return ok(null);
  ports.board.clear(email);
  const isSomebodyElse =
    before !== null &&
    before.googleId !== null &&
    googleId !== null &&
    before.googleId !== googleId;
  if (isSomebodyElse) {
    const forgotten = forget(ports, email);
    if (!forgotten.ok) return forgotten;
  }
  const known = before === null || isSomebodyElse ? NEW : before;
  book.put({
    ...known,
    email,
    googleId: googleId ?? known.googleId,
    state: 'on',
    consentedAt: at,
    consentVersion,
    zone: null,
    workState: null,
    failure: null,
  });
  return ok(null);
}

const NEW: Omit<Connection, 'email' | 'state' | 'consentedAt' | 'consentVersion'> = {
  googleId: null,
  zone: null,
  workState: null,
  lastRunAt: null,
  freshAt: null,
  failure: null,
  progress: null,
};

/** An address that was given to another person: what is known of the one before is none of theirs. */
function forget({ records }: RunnerPorts, email: string): Result<null, Failure> {
  const links = records.linksOf(email);
  const loaded = links.load();
  if (!loaded.ok) return loaded;
  const dropped = links.save({ kept: [], dropped: loaded.value });
  return dropped.ok ? records.flush() : dropped;
}

function turnOff(ports: RunnerPorts, book: ConnectionBook, email: string): void {
  const before = book.find(email);
  if (before?.state === 'on') book.put({ ...before, state: 'off', failure: null });
  ports.board.clear(email);
}
