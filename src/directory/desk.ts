/** What the cards of the directory sync need: for one organization and one click. */
import type { Clock } from '../kit/clock';
import type { Deadline } from '../kit/deadline';
import type { Failure } from '../kit/failure';
import type { Result } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import type { ProblemStore, RunStore } from '../runs/ports';
import type { Directory, Employees } from './ports';

export interface DirectoryDesk {
  readonly directory: Directory;
  readonly employees: Pick<Employees, 'load'>;
  readonly runs: Pick<RunStore, 'load'>;
  readonly problems: Pick<ProblemStore, 'load'>;
  /** The store of the runs: what they leave for people to see, and what people wish. */
  readonly store: StringStore;
  readonly clock: Clock;
  /** Of this click. */
  readonly deadline: Deadline;
  /** Begins a run as soon as the platform allows; the recurring one comes anyway. */
  start(): Result<null, Failure>;
  /** Where everybody is listed; null where that cannot be opened. */
  readonly workbookUrl: string | null;
  /** Between two runs; null while none is planned. */
  readonly everyMs: number | null;
}
