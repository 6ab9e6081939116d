/** What the runner of an organization's calendars needs of the world: many people, one execution. */
import type { Clock } from '../kit/clock';
import type { Deadline } from '../kit/deadline';
import type { Failure, FailureKind } from '../kit/failure';
import type { Result } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import type { LookBook } from './runner/look-book';
import type { Link, LinkChanges } from './sync/link';
import type { CalendarPorts, GoogleCalendar, Journal, Progress, WorkCalendar } from './ports';
import type { PreviewBoard } from './boards/preview-board';
import type { ActivityType, CalendarSettings } from './settings';
import type { StatusBoard } from './boards/status-board';
import type { Wishes } from './boards/wishes';

/** One person's calendar sync, as the work system's records keep it. */
export interface Connection {
  /** The primary address, in lower case. */
  readonly email: string;
  /** Google's immutable user id; null until the directory told it. */
  readonly googleId: string | null;
  readonly state: 'on' | 'off';
  /** When the person said yes, and to which version of the text. */
  readonly consentedAt: string;
  readonly consentVersion: number;
  /** IANA; null until Google told it. */
  readonly zone: string | null;
  /** The work system's state that was last carried over: `WorkCalendars.stateOf`; null for none. */
  readonly workState: string | null;
  readonly lastRunAt: string | null;
  /** Everything that was so at this instant has been carried over. Looks that found nothing are told to the status board alone. */
  readonly freshAt: string | null;
  readonly failure: FailureKind | null;
  /** Null before the first run that was done. */
  readonly progress: Progress | null;
}

export interface Connections {
  load(): Result<readonly Connection[], Failure>;
  /** Keeps these, by address; all others stay as they are. */
  save(changed: readonly Connection[]): Result<null, Failure>;
}

/** Calendars of people, reached in their name. */
export interface GoogleCalendars {
  of(email: string): GoogleCalendar;
  /** The zone of the person's calendar. */
  zoneOf(email: string): Result<string, Failure>;
  /**
   * Reads for many people at once what `of(email).changes(cursor, from)` will be asked, tokens and listings in parallel: the answer waits for that
   * one question. What fails, fails there.
   */
  prefetch(
    asks: readonly {
      readonly email: string;
      readonly cursor: string | null;
      readonly from: string;
    }[],
  ): void;
}

/** Everybody's activities in the work system. */
export interface WorkCalendars {
  of(email: string): WorkCalendar;
  /** Differs when anything of the person's activities does. Null when it is not known without reading them. */
  stateOf(email: string): Result<string | null, Failure>;
  types(): Result<readonly ActivityType[], Failure>;
}

/** What an organization decided about calendars. */
export interface CalendarSettingsBook {
  load(): Result<CalendarSettings, Failure>;
  save(settings: CalendarSettings): Result<null, Failure>;
}

/** The pairs of one person. What is saved is kept in memory until the records are flushed. */
export interface LinkBook {
  /** Reads everybody's at most once an execution. */
  load(): Result<readonly Link[], Failure>;
  save(changes: LinkChanges): Result<null, Failure>;
}

/** Links and journals of everybody. */
export interface CalendarRecords {
  linksOf(email: string): LinkBook;
  journalOf(email: string): Journal;
  /** Makes everything durable: links first, then the journal. To be called before a connection's progress is saved. */
  flush(): Result<null, Failure>;
}

/** Who works here, as the work system knows them. */
export interface Staff {
  /** Null for nobody it knows: address mismatch (S7). */
  find(
    email: string,
  ): Result<{ readonly googleId: string | null; readonly isActive: boolean } | null, Failure>;
}

/** All that a run over an organization's calendars is made with. */
export interface RunnerPorts {
  readonly customer: string;
  /** The organization's own switch: while it is off nothing runs (S27). */
  readonly isOn: boolean;
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
  readonly wishes: Wishes;
  readonly previews: PreviewBoard;
  readonly board: StatusBoard;
  readonly looks: LookBook;
  readonly ids: CalendarPorts['ids'];
  /** Where a run that stopped in the middle leaves how far it came. */
  readonly points: StringStore;
}
