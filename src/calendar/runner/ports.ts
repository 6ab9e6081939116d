/** What the runner is handed for all calendars of an organization. */
import type { Clock } from '../../kit/clock';
import type { Deadline } from '../../kit/deadline';
import type { Failure } from '../../kit/failure';
import type { Person } from '../../kit/person';
import type { Result } from '../../kit/result';
import type { StringStore } from '../../kit/string-store';
import type { FreshnessLog } from '../boards/freshness-log';
import type { KeptBoard } from '../boards/kept-board';
import type { PreviewBoard } from '../boards/preview-board';
import type { StatusBoard } from '../boards/status-board';
import type { RunUndoBook } from '../boards/run-undo';
import type { UndoBoard } from '../boards/undo-board';
import type { Wishes } from '../boards/wishes';
import type {
  CalendarRecords,
  CalendarSettingsBook,
  Connections,
  GoogleCalendars,
  Staff,
  WorkCalendars,
} from '../ports';
import type { CalendarPorts } from '../sync/ports';
import type { LookBook } from './look-book';

/** Counting the copies that another environment made, or removing them (D22). Until that is over nothing else is done. */
export interface FormerCopies {
  readonly task: 'count' | 'removal';
  /** The environment. */
  readonly name: string;
  /** The last person who is done, in the order of ids; null before the first. */
  readonly after: string | null;
  /** @param copies how many were found. What cannot be saved is counted again by the next run. */
  note(userId: string, copies: number): void;
  /** Everybody has been looked at. @param failed how many could not be. */
  finish(failed: number): void;
}

/** What a run needs before it holds the lease. */
export interface OrganizationPorts {
  readonly customer: string;
  /** The organization's own switch: while it is off nothing runs (S27). */
  readonly isOn: boolean;
  /** Whether the organization is being disconnected: then everybody's copies are removed, and nothing else is done. */
  readonly isLeaving: boolean;
  /** What an environment before this one left in people's calendars; null while that is nobody's concern. */
  readonly former?: FormerCopies | null;
  /** Time between two runs. */
  readonly everyMs: number;
  readonly clock: Clock;
  readonly deadline: Deadline;
  readonly connections: Connections;
  readonly google: GoogleCalendars;
  readonly work: WorkCalendars;
  readonly settings: Pick<CalendarSettingsBook, 'load'>;
  readonly records: CalendarRecords;
  readonly staff: Staff;
  /** Sends somebody the notice that this administrator has connected them. */
  tellConnected(person: Person, by: string): Result<null, Failure>;
  readonly wishes: Wishes;
  readonly previews: PreviewBoard;
  readonly undoings: UndoBoard;
  readonly runUndo: RunUndoBook;
  readonly kept: KeptBoard;
  readonly board: StatusBoard;
  readonly looks: LookBook;
  readonly freshness: Pick<FreshnessLog, 'add'>;
  readonly ids: CalendarPorts['ids'];
  /** Where a run that was stopped saves how far it came, for any sync account to go on from. */
  readonly points: StringStore;
}

/** The same under a lease. */
export interface RunnerPorts extends OrganizationPorts {
  /** Fails with `busy` once another run has taken over. Checked before each batch of writes, so that the late run writes nothing. */
  mayWrite(): Result<null, Failure>;
}
