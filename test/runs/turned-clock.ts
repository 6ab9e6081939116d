import type { Clock } from '../../src/kit/clock';
import { deadlineAfter, type Deadline } from '../../src/kit/deadline';
import type { ShortLock, Sleep } from '../../src/runs/ports';
import { fail, ok } from '../../src/kit/result';

/** A clock that only the test turns. Sleeping turns it too. */
export class TurnedClock implements Clock {
  constructor(public nowMs = Date.parse('2026-11-02T08:00:00Z')) {}

  now = (): number => this.nowMs;
  sleep: Sleep = (ms) => {
    this.nowMs += ms;
  };

  deadline = (ms: number): Deadline => deadlineAfter(ms, this);
}

/** A lock as Apps Script's: one holder, not to be taken inside itself. `busy` stands for another execution. */
export class MemoryLock implements ShortLock {
  isBusy = false;
  private isHeld = false;

  hold<T>(work: () => T) {
    if (this.isHeld) throw new Error('The lock is taken inside itself.');
    if (this.isBusy) return fail({ kind: 'busy', until: null } as const);
    this.isHeld = true;
    try {
      return ok(work());
    } finally {
      this.isHeld = false;
    }
  }
}
