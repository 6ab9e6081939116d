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
  /** How the calendar sync of people stands, in a word or two, by Google's user id; those who never had one are not among them. */
  syncs(): Result<ReadonlyMap<string, string>, Failure>;
  readonly runs: Pick<RunStore, 'load'>;
  readonly problems: Pick<ProblemStore, 'load'>;
  /** The store for what runs leave for people to see, and for people's wishes. */
  readonly store: StringStore;
  readonly clock: Clock;
  /** Of this click. */
  readonly deadline: Deadline;
  /** Starts a run as soon as Google allows; the recurring one comes anyway. */
  start(): Result<null, Failure>;
  /** The address of the list of everybody; null when it cannot be opened. */
  readonly workbookUrl: string | null;
  /** The time between two runs; null while none is planned. */
  readonly everyMs: number | null;
}
