import type { Workspace } from '../workspace';
import type { UserRecord } from '../state/directory';

/** "You have up to 20 days after deletion to restore". @see https://knowledge.workspace.google.com/admin/users/restore-a-recently-deleted-user */
export const RESTORABLE_MS = 20 * 24 * 60 * 60 * 1000;

/** Whether a deleted user can still be restored, and is still listed among the deleted ones. */
export const isStillRestorable = ({ clock }: Workspace, { deletionTime }: UserRecord): boolean =>
  deletionTime !== undefined && clock.now() - Date.parse(deletionTime) < RESTORABLE_MS;
