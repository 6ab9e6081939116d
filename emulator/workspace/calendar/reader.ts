import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import type { Role } from '../state/calendar';

/** The reader of an answer, and the form they asked for. */
export interface Reader {
  readonly workspace: Workspace;
  readonly caller: Caller;
  readonly role: Role;
  /** The answer's time zone; the calendar's when left out. */
  readonly timeZone?: string | undefined;
  readonly maxAttendees?: number | undefined;
  /** Whether deleted events appear without their details, as in increments. */
  readonly bareDeletions?: boolean;
}
