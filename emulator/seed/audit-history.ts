import type { UserPrincipal } from '../workspace/caller';
import type { CustomerRecord } from '../workspace/state/directory';
import { recordAuditAt } from '../workspace/reports/log';
import type { Workspace } from '../workspace/workspace';
import { adminLog } from './audit-history/admin-log';
import { calendarLog, driveLog } from './audit-history/calendar-and-drive-logs';
import { loginLog } from './audit-history/login-log';
import { rulesLog } from './audit-history/rules-log';
import type { Past, Scene } from './audit-history/scene';
import { tokenLog } from './audit-history/token-log';

const LOGS: readonly ((scene: Scene) => Past[])[] = [
  tokenLog,
  loginLog,
  adminLog,
  calendarLog,
  driveLog,
  rulesLog,
];

/**
 * Gives every organization with an administrator a past in its audit logs: several hundred entries by its people, over
 * 200 days before now. Each is as old as it says, so the newest of the slow logs are not available yet. The same
 * seed makes the same past.
 */
export function seedAuditHistory(workspace: Workspace): void {
  for (const customer of Object.values(workspace.state.directory.customers)) {
    const scene = sceneOf(workspace, customer);
    if (scene.admins.length === 0) continue;
    const past = LOGS.flatMap((log) => log(scene)).sort((a, b) => a.at - b.at);
    for (const { at, entry } of past) recordAuditAt(workspace, entry, at);
  }
}

function sceneOf({ state, random, clock }: Workspace, customer: CustomerRecord): Scene {
  const users = Object.values(state.directory.users).filter(
    ({ customerId, deletionTime }) => customerId === customer.id && deletionTime === undefined,
  );
  const principals = users.map(({ id, primaryEmail, customerId }): UserPrincipal => ({
    kind: 'user',
    userId: id,
    email: primaryEmail,
    customerId,
  }));
  const admins = principals.filter((_, index) => users[index]!.isAdmin);
  return { customer, people: principals, admins, random, now: clock.now() };
}
