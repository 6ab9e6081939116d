/** What a run has done and not put away yet, and the order in which it is put away. */
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { ConnectionBook } from './connection-book';
import type { RunnerPorts } from './ports';
import type { PolicySummary, Status } from '../boards/status-board';
import type { Waiting } from '../boards/wishes';

export interface Unsaved {
  /** By user id. */
  readonly status: Map<string, Status>;
  /** Wishes that are fulfilled once everything is durable. */
  readonly fulfilled: Waiting[];
  /** Whether links or journal may have something in memory. */
  hasRecords: boolean;
  /** Entries written since the last saving. */
  writes: number;
}

export const nothingUnsaved = (): Unsaved => ({
  status: new Map(),
  fulfilled: [],
  hasRecords: false,
  writes: 0,
});

/**
 * Journal, links and connections with their cursors together; then the wishes go, and people are told. What is lost between two of
 * these is done again, and finds itself done.
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
  const { status } = unsaved;
  // What the board does not take, nobody is told until the next run: nothing depends on it.
  if (status.size > 0 || summary)
    void ports.board.post({ status, ...(summary && { policy: summary }) });
  return ok(null);
}
