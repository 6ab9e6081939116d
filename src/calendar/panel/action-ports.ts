/** What the calendar's buttons need from outside. None of it asks Google about anybody but the caller. */
import type { Caller } from '../../card/action';
import type { CardSection } from '../../card/card-json';
import type { Clock } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import type { Result } from '../../kit/result';
import type { ListedStore, StringStore } from '../../kit/string-store';
import type { OpenEventId } from '../../runs/feature';
import type { ShortLock } from '../../runs/ports';
import type { GoogleEvent } from '../entry/google-event';
import type { CalendarRecords, CalendarSettingsBook, Connections, WorkCalendars } from '../ports';
import type { Organization } from '../boards/state';
import type { CalendarSettings } from '../settings';

export interface CalendarActionPorts {
  readonly clock: Clock;
  /** The organization that the caller's domain belongs to, from the script's properties. */
  organizationOf(caller: Caller): Organization;
  /** The caller's own user properties. */
  readonly own: StringStore;
  /** The script's properties, shared by everybody. */
  readonly properties: ListedStore;
  /** The script's cache, which may lose everything. */
  readonly cache: StringStore;
  readonly lock: ShortLock;
  /** Makes Google report changes of the caller's own calendar. */
  watchOwnCalendar(): Result<null, Failure>;
  stopWatching(): Result<null, Failure>;
  /** One of the caller's events, read with their own rights. */
  openEvent(id: OpenEventId): Result<GoogleEvent, Failure>;
  /** The address of the activities' sheet, where it is known that the caller can open the workbook. Calls no API. */
  readonly activitiesUrl?: string | null;
  /**
   * The caller's own events that end after an instant, series as such, read with their own rights: at most as many as Google lists at
   * once, which is plenty for a count.
   */
  ownEvents(from: string): Result<readonly GoogleEvent[], Failure>;
  /** What other features show below somebody's own sync. Calls no API. */
  besides?(caller: Caller): readonly CardSection[];
  readonly admin: CalendarAdminPorts;
}

export interface EntriesOfPeople {
  readonly entries: number;
  readonly people: number;
}

/** What only the sync account can reach, for the Admin page. */
export interface CalendarAdminPorts {
  /** Turns the organization's switch. The record belongs to the feature `install`. */
  switchCalendar(caller: Caller, isOn: boolean): Result<null, Failure>;
  readonly work: Pick<WorkCalendars, 'types'>;
  readonly settings: CalendarSettingsBook;
  readonly connections: Pick<Connections, 'load'>;
  /** How many copies of private events show more than this choice allows, among people whose sync is on. */
  privateCopies(choice: CalendarSettings['privateEvents']): Result<EntriesOfPeople, Failure>;
  /** How many copies in Google Calendar are of activities of these types, among people whose sync is on. */
  typeCopies(typeIds: readonly string[]): Result<EntriesOfPeople, Failure>;
  readonly records: Pick<CalendarRecords, 'pastRuns'>;
  /** How many events Tandem has made in Google Calendar, for people whose sync is on. */
  madeCopies(): Result<EntriesOfPeople, Failure>;
  /** The workbook's address; null while there is none. */
  workbookUrl(caller: Caller): string | null;
}
