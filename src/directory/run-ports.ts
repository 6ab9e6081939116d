/** What a full run needs of the world besides both sides. */
import type { Clock } from '../kit/clock';
import type { StringStore } from '../kit/string-store';
import type { Journal } from '../runs/journal';
import type { ProblemStore, RunStore } from '../runs/ports';
import type { Directory, Employees } from './ports';

export interface DirectoryRunPorts {
  readonly directory: Pick<Directory, 'users'>;
  readonly employees: Employees;
  /** Of this run. */
  readonly journal: Journal;
  /** Of the organization: those of other features stay as they are. */
  readonly problems: ProblemStore;
  /** Of the organization: `outlookSlot`, `goSlot` and so on are kept in it. */
  readonly store: StringStore;
  readonly clock: Clock;
  readonly runs: Pick<RunStore, 'load'>;
  /** Keeps the domains that the listing showed as the organization's. */
  domainsSeen?(): void;
  /** Writes in one call; 500 where nothing is said. */
  readonly batchSize?: number;
}
