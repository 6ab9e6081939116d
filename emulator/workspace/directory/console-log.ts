import { ConsoleRefusal } from '../admin-action';
import type { UserPrincipal } from '../caller';
import { hasPrivilege, isSuperAdmin } from './privileges';
import type { Workspace } from '../workspace';

/** Logs an administrator's changes on the Admin console's security pages to the admin log. */
export function logConsole(
  workspace: Workspace,
  actor: UserPrincipal,
  type: 'DOMAIN_SETTINGS' | 'SECURITY_SETTINGS',
  events: readonly (readonly [name: string, parameters: Readonly<Record<string, string>>])[],
): void {
  if (actor.customerId === null || events.length === 0) return;
  workspace.audit({
    applicationName: 'admin',
    customerId: actor.customerId,
    actor,
    events: events.map(([name, parameters]) => ({
      type,
      name,
      parameters: Object.entries(parameters).map(([key, value]) => ({ name: key, value })),
    })),
  });
}

/** The organization of an actor who must be a super administrator. @throws ConsoleRefusal */
export function requireSuperAdmin(workspace: Workspace, actor: UserPrincipal): string {
  if (actor.customerId === null || !isSuperAdmin(workspace, actor))
    throw new ConsoleRefusal('You need to be a super administrator to do this.');
  return actor.customerId;
}

/** The organization of an actor who must have the privilege Security settings. @throws ConsoleRefusal */
export function requireSecurityAdmin(workspace: Workspace, actor: UserPrincipal): string {
  if (actor.customerId === null || !hasPrivilege(workspace, actor, 'SECURITY_SETTINGS'))
    throw new ConsoleRefusal('You need the Security settings privilege to do this.');
  return actor.customerId;
}

export const domainOf = ({ state }: Workspace, customerId: string): string =>
  state.directory.customers[customerId]?.primaryDomain ?? '';
