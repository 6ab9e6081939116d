export type LockKind = 'script' | 'user';

/** What LockService needs from the host. Each Lock object of an execution has its own number. */
export interface LockOperations {
  /** False when the lock could not be acquired in time. */
  'lock.tryLock'(kind: LockKind, lock: number, timeoutMs: number): boolean;
  'lock.releaseLock'(kind: LockKind, lock: number): void;
  'lock.hasLock'(kind: LockKind, lock: number): boolean;
}
