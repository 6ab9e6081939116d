/** What the calendar's buttons need of the world. Nothing of it asks Google about anybody but the caller. */
import type { Caller } from '../../card/action';
import type { Clock } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import type { Result } from '../../kit/result';
import type { ListedStore, StringStore } from '../../kit/string-store';
import type { OpenEventId } from '../../runs/feature';
import type { ShortLock } from '../../runs/ports';
import type { GoogleEvent } from '../entry/google-event';
import type { CalendarSettingsBook, Connections, WorkCalendars } from '../ports';
import type { Organization } from '../boards/state';
import type { CalendarSettings } from '../settings';

export interface CalendarActionPorts {
  readonly clock: Clock;
  /** The organization that the caller's domain belongs to, from the script's properties. */
  organizationOf(caller: Caller): Organization;
  /** The caller's own user properties. */
  readonly own: StringStore;
  /** The script's properties, for all. */
  readonly properties: ListedStore;
  /** The script's cache, which may forget. */
  readonly cache: StringStore;
  readonly lock: ShortLock;
  /** Has the caller's own calendar tell of changes. */
  watchOwnCalendar(): Result<null, Failure>;
  stopWatching(): Result<null, Failure>;
  /** An event of the caller's, read with their own rights. */
  openEvent(id: OpenEventId): Result<GoogleEvent, Failure>;
  readonly admin: CalendarAdminPorts;
}

export interface PrivateCopies {
  readonly entries: number;
  readonly people: number;
}

/** What only the Admin page of the sync account reaches. */
export interface CalendarAdminPorts {
  /** Turns the organization's switch; the record of the organization is install's. */
  switchCalendar(caller: Caller, isOn: boolean): Result<null, Failure>;
  readonly work: Pick<WorkCalendars, 'types'>;
  readonly settings: CalendarSettingsBook;
  readonly connections: Pick<Connections, 'load'>;
  /** Copies of private events, of people whose sync is on, that show more than this choice allows. */
  privateCopies(choice: CalendarSettings['privateEvents']): Result<PrivateCopies, Failure>;
  /** Where the workbook opens; null while there is none. */
  workbookUrl(caller: Caller): string | null;
}
