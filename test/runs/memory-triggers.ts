import type { Failure } from '../../src/kit/failure';
import { fail, ok, type Result } from '../../src/kit/result';
import type { OneShotTriggers } from '../../src/runs/ports';
import type { TurnedClock } from './turned-clock';

/** One-shot triggers as Apps Script keeps them: those that fired stay in the list. */
export class MemoryTriggers implements OneShotTriggers {
  readonly waiting = new Map<string, number>();
  readonly fired = new Set<string>();
  made = 0;
  failure: Failure | null = null;

  constructor(private readonly clock: TurnedClock) {}

  list = (): readonly string[] => [...this.waiting.keys(), ...this.fired];

  make = (afterMs: number): Result<string, Failure> => {
    if (this.failure) return fail(this.failure);
    this.made += 1;
    this.waiting.set(`trigger${this.made}`, this.clock.nowMs + afterMs);
    return ok(`trigger${this.made}`);
  };

  remove = (id: string): void => {
    this.waiting.delete(id);
    this.fired.delete(id);
  };

  /** Fires what is due. */
  fire(): number {
    const due = [...this.waiting].filter(([, dueMs]) => dueMs <= this.clock.nowMs);
    for (const [id] of due) {
      this.waiting.delete(id);
      this.fired.add(id);
    }
    return due.length;
  }
}
