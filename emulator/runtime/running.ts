import type { CallRecord } from './call-record';

/** An execution under way, as the road that its calls take sees it. */
export interface Running {
  readonly id: string;
  readonly calls: CallRecord[];
  /** @throws ExecutionKilled when it is over. */
  requireAlive(): void;
  /** Ends it when its time is over. @throws ExecutionKilled */
  requireTime(): void;
  kill(message: string): void;
  loseNextWrite(): void;
}
