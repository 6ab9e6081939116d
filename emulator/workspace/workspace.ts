import type { Clock } from '../kit/clock';
import type { Random } from '../kit/random';
import type { AuditEntry } from './audit-log';
import type { Cause } from './caller';
import type { ScriptProjects } from './script-projects';
import type { Settings } from './settings';
import type { WorkspaceState } from './state/workspace-state';

/** What every part of the emulated company may use: its data, the time, random numbers, the log and the triggers' bell. */
export interface Workspace {
  /** The company as plain JSON. A load or reset replaces it entirely: read it through this property, never keep it. */
  readonly state: WorkspaceState;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: Settings;
  /** Writes the log that Google would write. */
  readonly audit: (entry: AuditEntry) => void;
  /** Notifies triggers that a calendar changed, and who caused it. */
  readonly notifyCalendarChange: (calendarId: string, cause: Cause) => void;
  /** The code of script projects. */
  readonly projects: ScriptProjects;
}
