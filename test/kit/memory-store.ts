import type { StringStore } from '../../src/kit/string-store';
import { fail, ok } from '../../src/kit/result';

export interface StoreLimits {
  readonly valueBytes: number;
  readonly storeBytes: number;
}

/** The limits that Apps Script documents for properties. */
const PROPERTIES: StoreLimits = { valueBytes: 9 * 1024, storeBytes: 500 * 1024 };

/** Strings by key with the limits of script properties, in memory. */
export class MemoryStore implements StringStore {
  readonly values = new Map<string, string>();
  /** The number of calls made, and the call before which the execution is killed. */
  calls = 0;
  killedAt = Infinity;
  private mostBytes = 0;
  private entriesSeen = 0;

  constructor(private readonly limits: StoreLimits = PROPERTIES) {}

  get(key: string): string | null {
    this.called();
    return this.values.get(key) ?? null;
  }

  set(entries: Readonly<Record<string, string>>) {
    this.called();
    for (const [key, value] of Object.entries(entries)) {
      if (Buffer.byteLength(value) > this.limits.valueBytes)
        throw new Error('Argument too large: value');
      const before = this.values.get(key);
      this.values.set(key, value);
      if (this.hasRoomFor(key, value)) continue;
      if (before === undefined) this.values.delete(key);
      else this.values.set(key, before);
      return fail({ kind: 'store-full', store: 'memory' } as const);
    }
    return ok(null);
  }

  delete(keys: readonly string[]): void {
    this.called();
    for (const key of keys) this.values.delete(key);
  }

  /**
   * Counts exactly only where all that was ever written would not fit, or a test has put something in by hand: counting each time
   * makes a store slow to fill.
   */
  private hasRoomFor(key: string, value: string): boolean {
    this.mostBytes += Buffer.byteLength(key) + Buffer.byteLength(value);
    if (this.mostBytes > this.limits.storeBytes || this.values.size > this.entriesSeen + 1)
      this.mostBytes = this.bytes();
    this.entriesSeen = this.values.size;
    return this.mostBytes <= this.limits.storeBytes;
  }

  bytes(): number {
    return [...this.values].reduce((sum, [key, value]) => sum + Buffer.byteLength(key + value), 0);
  }

  private called(): void {
    this.calls += 1;
    if (this.calls >= this.killedAt) throw new Killed();
  }
}

/** Apps Script ended the execution: none of its code runs any longer. */
export class Killed extends Error {}

/** Runs a function that may be killed. */
export function untilKilled(run: () => void): 'ended' | 'killed' {
  try {
    run();
    return 'ended';
  } catch (error) {
    if (error instanceof Killed) return 'killed';
    throw error;
  }
}
