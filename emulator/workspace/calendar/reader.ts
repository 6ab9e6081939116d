import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import type { Role } from '../state/calendar';

/** Who reads, and how they asked for the answer. */
export interface Reader {
  readonly workspace: Workspace;
  readonly caller: Caller;
  readonly role: Role;
  /** The answer's zone; the calendar's when left out. */
  readonly timeZone?: string | undefined;
  readonly maxAttendees?: number | undefined;
  /** Show deleted events without their details, as increments do. */
  readonly bareDeletions?: boolean;
}
