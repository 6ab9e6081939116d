export type LockKind = 'script' | 'user';

/** What LockService asks of the host. Each Lock object of an execution has a number of its own. */
export interface LockOperations {
  /** False when it was not to be had within the time. */
  'lock.tryLock'(kind: LockKind, lock: number, timeoutMs: number): boolean;
  'lock.releaseLock'(kind: LockKind, lock: number): void;
  'lock.hasLock'(kind: LockKind, lock: number): boolean;
}
