/**
 * What was used during the last `ms` milliseconds. Uses at the same instant are kept as one, and each is dropped once:
 * constant cost per use, and at most as many entries as the window has distinct instants of use.
 */
export class SlidingWindow {
  private instants: number[] = [];
  private amounts: number[] = [];
  /** The index of the oldest entry that is still inside. */
  private head = 0;
  private total = 0;

  constructor(private readonly ms: number) {}

  /** The amount used in the window that ends now. */
  used(now: number): number {
    const { instants, amounts } = this;
    while (this.head < instants.length && instants[this.head]! <= now - this.ms) {
      this.total -= amounts[this.head++]!;
    }
    if (this.head > 64 && this.head * 2 > instants.length) this.compact();
    return this.total;
  }

  add(now: number, amount: number): void {
    const last = this.instants.length - 1;
    if (last >= this.head && this.instants[last] === now) this.amounts[last]! += amount;
    else {
      this.instants.push(now);
      this.amounts.push(amount);
    }
    this.total += amount;
  }

  private compact(): void {
    this.instants = this.instants.slice(this.head);
    this.amounts = this.amounts.slice(this.head);
    this.head = 0;
  }
}

/** As many windows of one length as there are keys in use. */
export class Windows {
  private readonly windows = new Map<string, SlidingWindow>();
  /** The number of windows at which the idle ones are dropped next. */
  private sweepAt = 1_000;

  constructor(private readonly ms: number) {}

  of(key: string, now: number): SlidingWindow {
    let window = this.windows.get(key);
    if (!window) {
      if (this.windows.size >= this.sweepAt) this.sweep(now);
      this.windows.set(key, (window = new SlidingWindow(this.ms)));
    }
    return window;
  }

  private sweep(now: number): void {
    for (const [key, window] of this.windows) if (window.used(now) === 0) this.windows.delete(key);
    this.sweepAt = Math.max(1_000, 2 * this.windows.size);
  }
}
