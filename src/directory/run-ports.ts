/** What a full run needs besides both sides. */
import type { Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import type { Journal } from '../runs/journal';
import type { ProblemStore, RunStore } from '../runs/ports';
import type { Directory, Employees } from './ports';

export interface DirectoryRunPorts {
  readonly directory: Directory;
  readonly employees: Employees;
  /** Of this run. */
  readonly journal: Journal;
  /** The organization's: those of other features stay as they are. */
  readonly problems: ProblemStore;
  /** The organization's, whoever its sync account is: the last run, what waits and what people wish are kept in it. */
  readonly store: StringStore;
  readonly clock: Clock;
  readonly runs: Pick<RunStore, 'load'>;
  /** Notes domains in which users have addresses as the organization's own. Fails with `domain-taken` where one is another organization's. */
  noteDomains(domains: readonly string[]): Result<null, Failure>;
  /** Writes in one call; 500 unless said otherwise. */
  readonly batchSize?: number;
}
