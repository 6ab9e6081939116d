/** What a run has done and not saved yet, and the order in which it is saved. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { ConnectionBook } from './connection-book';
import type { RunnerPorts } from './ports';
import type { Lags } from '../boards/freshness-log';
import type { PolicySummary, Status } from '../boards/status-board';
import type { Waiting } from '../boards/wishes';

export interface Unsaved {
  /** By user id. */
  readonly status: Map<string, Status>;
  /** Wishes that are removed once everything is saved. */
  readonly fulfilled: Waiting[];
  /** Whether links or journal may have something to save. */
  hasRecords: boolean;
  /** Entries written since the last save. */
  writes: number;
  /** How old the changes were that were carried over. */
  lags: Lags;
}

export const nothingUnsaved = (): Unsaved => ({
  status: new Map(),
  fulfilled: [],
  hasRecords: false,
  writes: 0,
  lags: { toWork: [], toGoogle: [] },
});

/**
 * Saves journal, links and connections with their cursors together, then removes the wishes, then tells people. What is lost between two
 * of these steps is done again, which changes nothing.
 */
export function save(
  ports: RunnerPorts,
  book: ConnectionBook,
  unsaved: Unsaved,
  summary: PolicySummary | null,
): Result<null, Failure> {
  const may = ports.mayWrite();
  if (!may.ok) return may;
  const flushed = unsaved.hasRecords ? ports.records.flush() : ok(null);
  if (!flushed.ok) return flushed;
  const kept = book.save(unsaved.hasRecords);
  if (!kept.ok) return kept;
  unsaved.fulfilled.forEach((waiting) => ports.wishes.remove(waiting));
  ports.freshness.add(unsaved.lags, ports.clock.now());
  const { status } = unsaved;
  // If the cache does not keep it, people learn of it from the next run; nothing depends on it.
  if (status.size > 0 || summary)
    void ports.board.post({ status, ...(summary && { policy: summary }) });
  return ok(null);
}
