/** Tells people that an administrator has connected them, before anything is written into their calendars (D24). */
import { instantAt } from '../../kit/clock';
import { ok, type Result } from '../../kit/result';
import type { Failure } from '../../kit/failure';
import { UNFINISHED } from '../sync/read-under';
import type { Connection } from '../ports';
import type { ConnectionBook } from './connection-book';
import type { RunnerPorts } from './ports';
import { endedStatus } from './told';

/** Each mail takes about a second. The next runs tell the others. */
const MOST_TOLD = 30;

/** Whether a run may do anything for them. */
export const isToBeSynced = ({ state, connected }: Connection): boolean =>
  state === 'on' && (!connected || connected.toldAt !== null);

/** Their connection after an administrator ended it; the copies stay. */
export const endedBy = (one: Connection): Connection => ({
  ...one,
  state: 'off',
  failure: null,
  progress: one.progress ?? UNFINISHED,
});

/** Also ends what administrators connected, where the organization no longer allows that. */
export function announce(ports: RunnerPorts, book: ConnectionBook): Result<null, Failure> {
  const connected = book.all().filter(({ state, connected }) => state === 'on' && connected);
  if (connected.length === 0) return ok(null);
  const settings = ports.settings.load();
  if (!settings.ok) return settings;
  const may = ports.mayWrite();
  if (!may.ok) return may;
  if (settings.value.whoConnects === 'administrators') tell(ports, book, connected);
  else end(ports, book, connected);
  return book.save(false);
}

function end(
  { board, clock }: RunnerPorts,
  book: ConnectionBook,
  all: readonly Connection[],
): void {
  const status = endedStatus(instantAt(clock.now()));
  for (const one of all) book.put(endedBy(one));
  // What the cache does not take, they see once they look again.
  void board.post({ status: new Map(all.map(({ userId }) => [userId, status])) });
}

function tell(ports: RunnerPorts, book: ConnectionBook, all: readonly Connection[]): void {
  const untold = all.filter(({ connected }) => connected?.toldAt === null);
  for (const one of untold.slice(0, MOST_TOLD)) {
    if (ports.deadline.left() === 0) return;
    const { by } = one.connected!;
    const told = ports.tellConnected(one, by);
    if (told.ok) {
      const connected = { by, toldAt: instantAt(ports.clock.now()) };
      book.put({ ...one, connected, failure: null });
    } else {
      if (one.failure !== told.failure.kind) book.put({ ...one, failure: told.failure.kind });
      return;
    }
  }
}
