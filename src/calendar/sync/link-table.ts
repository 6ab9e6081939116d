import type { Link, LinkChanges, Version } from '../entry/link';
import type { Side } from '../entry/entry';

/** A person's links during one run, found by the id of either half. */
export class LinkTable {
  private readonly by: Readonly<Record<Side, Map<string, Link>>>;

  constructor(links: readonly Link[]) {
    const google = new Map<string, Link>();
    const work = new Map<string, Link>();
    for (const link of links) {
      google.set(link.google.id, link);
      work.set(link.work.id, link);
    }
    this.by = { google, work };
  }

  get size(): number {
    return this.by.google.size;
  }

  all(): Link[] {
    return [...this.by.google.values()];
  }

  find(side: Side, id: string): Link | undefined {
    return this.by[side].get(id);
  }

  change({ kept, dropped }: LinkChanges): void {
    for (const link of dropped) {
      for (const side of ['google', 'work'] as const) {
        const now = this.by[side].get(link[side].id);
        const isSame = now?.google.id === link.google.id && now.work.id === link.work.id;
        if (isSame) this.by[side].delete(link[side].id);
      }
    }
    for (const link of kept) {
      this.by.google.set(link.google.id, link);
      this.by.work.set(link.work.id, link);
    }
  }

  /** Whether an entry is as the last run left it, and nothing requires it to be read. */
  isSettled(side: Side, { id, version }: Version): boolean {
    const link = this.by[side].get(id);
    return (
      link !== undefined && link[side].version === version && !link.behind && !link.withdrawing
    );
  }
}
