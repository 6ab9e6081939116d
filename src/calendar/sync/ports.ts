/** What the sync of one person's calendar is handed. */
import type { Deadline } from '../../kit/deadline';
import type { Failure } from '../../kit/failure';
import type { Result } from '../../kit/result';
import type { Link, LinkChanges } from '../entry/link';
import type { GoogleCalendar, Journal, Progress, WorkCalendar } from '../ports';
import type { Sha256 } from './event-id';

/** Where a person's links are kept. */
export interface Links {
  load(): Result<{ readonly links: readonly Link[]; readonly progress: Progress | null }, Failure>;
  save(changes: LinkChanges): Result<null, Failure>;
  /** Saves at once, and not only with the rest of the run, that the copies of these pairs are about to be taken back. */
  announceWithdrawal(links: readonly Link[]): Result<null, Failure>;
  saveProgress(progress: Progress): Result<null, Failure>;
}

export interface CalendarPorts {
  readonly google: GoogleCalendar;
  readonly work: WorkCalendar;
  readonly links: Links;
  readonly journal: Journal;
  readonly deadline: Deadline;
  /** For the ids and marks of the events that Tandem creates. */
  readonly ids: {
    readonly tenant: string;
    readonly sha256: Sha256;
    /** The name of the environment of the work system; `production` when left out. */
    readonly environment?: string;
  };
}
