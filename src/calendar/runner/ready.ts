import type { Policy } from '../entry/policy';
import type { Connection } from '../ports';
import type { Asked } from './person-ports';
import type { Task } from './queue';

/** A person who may be synced, with what their turn needs. */
export interface Ready {
  readonly task: Task;
  readonly connection: Connection;
  readonly policy: Policy;
  /** The work system's state before anything was read of it; null when it cannot say. */
  readonly workState: string | null;
  /** What Google has already listed. */
  readonly asked: Asked | null;
  /** The time zone of their calendar at the last run, if it has changed since; else null. */
  readonly zoneBefore: string | null;
  /** The instant before the first reading. */
  readonly begunAt: string;
}
