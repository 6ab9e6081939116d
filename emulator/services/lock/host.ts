import type { Execution } from '../../runtime/execution';
import type { ScriptRecord } from '../../workspace/state/scripts';
import type { LockKind, LockOperations } from './operations';

interface Holder {
  readonly execution: Execution;
  /** The number of the Lock object in its execution. */
  readonly lock: number;
}

/** Who holds which lock of a script. Locks end with executions, so they are not part of the Workspace's state. */
const HELD = new WeakMap<ScriptRecord, Map<string, Holder>>();

/**
 * Locks as Google has them: held by one Lock object until it is released or the execution ends. A second object of the
 * same execution waits in vain. A waiting execution is nested in the one that holds the lock, which therefore cannot go
 * on: the wait takes its whole time and fails.
 *
 * @see https://developers.google.com/apps-script/reference/lock/lock
 */
export function lockOperations(execution: Execution): LockOperations {
  const { start, workspace } = execution;
  const held = (): Map<string, Holder> => {
    let locks = HELD.get(start.script);
    if (!locks) HELD.set(start.script, (locks = new Map<string, Holder>()));
    return locks;
  };
  const nameOf = (kind: LockKind): string =>
    kind === 'script' ? kind : `user ${start.person.userId}`;
  const holds = (kind: LockKind, lock: number): boolean => {
    const holder = held().get(nameOf(kind));
    return holder?.execution === execution && holder.lock === lock;
  };
  const release = (kind: LockKind, lock: number): void => {
    if (holds(kind, lock)) held().delete(nameOf(kind));
  };

  const acquire = (kind: LockKind, lock: number, timeoutMs: number): boolean => {
    if (holds(kind, lock)) return true;
    if (held().has(nameOf(kind))) {
      workspace.clock.advance(Math.max(0, timeoutMs));
      execution.requireTime();
      return false;
    }
    held().set(nameOf(kind), { execution, lock });
    execution.onEnd(() => release(kind, lock));
    return true;
  };

  return {
    'lock.tryLock': (kind, lock, timeoutMs) =>
      execution.service('lock.tryLock', () => acquire(kind, lock, timeoutMs)),
    'lock.releaseLock': (kind, lock) =>
      execution.service('lock.releaseLock', () => release(kind, lock)),
    'lock.hasLock': (kind, lock) => holds(kind, lock),
  };
}
