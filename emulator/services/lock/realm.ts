import { exception, operations } from '../../runtime/realm/bridge';
import { defineLazily } from '../../runtime/realm/define';
import { emulated } from '../../runtime/realm/emulated';
import { argumentsOf } from '../signature/realm';
import type { LockKind, LockOperations } from './operations';

const call = operations<LockOperations>();

/** `LockService`; a document lock exists only in scripts that are bound to a document. */
export function installLock(): void {
  defineLazily('LockService', () => {
    emulated('Lock.Lock', Lock);
    let made = 0;
    return emulated('Lock.LockService', {
      getScriptLock: () => new Lock('script', made++),
      getUserLock: () => new Lock('user', made++),
      getDocumentLock: () => null,
    });
  });
}

/** @see https://developers.google.com/apps-script/reference/lock/lock */
class Lock {
  #kind: LockKind;
  #number: number;

  constructor(kind: LockKind, number: number) {
    this.#kind = kind;
    this.#number = number;
  }

  hasLock(): boolean {
    return call('lock.hasLock', this.#kind, this.#number);
  }

  releaseLock(): void {
    call('lock.releaseLock', this.#kind, this.#number);
  }

  tryLock(...args: unknown[]): boolean {
    const [timeoutMs] = argumentsOf<[number]>('LockService.Lock.tryLock', args, ['Integer']);
    return call('lock.tryLock', this.#kind, this.#number, timeoutMs);
  }

  waitLock(...args: unknown[]): void {
    const [timeoutMs] = argumentsOf<[number]>('LockService.Lock.waitLock', args, ['Integer']);
    if (!call('lock.tryLock', this.#kind, this.#number, timeoutMs))
      throw exception('Lock timeout: another process was holding the lock for too long.');
  }
}
