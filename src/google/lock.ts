import { fail, ok } from '../kit/result';
import type { ShortLock } from '../runs/ports';

/** Longer than anything done under the lock takes, shorter than a person would wait. */
const PATIENCE_MS = 5_000;

/** The script's lock, one for all organizations: to be held for a few property calls at most. */
export const scriptLock: ShortLock = {
  hold(work) {
    const lock = LockService.getScriptLock();
    if (!lock.tryLock(PATIENCE_MS)) return fail({ kind: 'busy', until: null });
    try {
      return ok(work());
    } finally {
      lock.releaseLock();
    }
  },
};
