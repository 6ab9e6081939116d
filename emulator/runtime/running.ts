import type { CallRecord } from './call-record';

/** An execution under way, as {@link Traffic} sees it. */
export interface Running {
  readonly id: string;
  readonly calls: CallRecord[];
  /** @throws ExecutionKilled when it is over. */
  requireAlive(): void;
  /** Ends it when its time is up. @throws ExecutionKilled */
  requireTime(): void;
  kill(message: string): void;
  loseNextWrite(): void;
}
