import type { AuditEvent, AuditParameter } from '../audit-log';
import type { UserPrincipal } from '../caller';
import type { OrgUnitRecord } from '../state/directory';
import type { Workspace } from '../workspace';
import type { Listing } from '../state/marketplace';

/** Records what an administrator did with an app in the admin log. Writes nothing when there are no events. */
export function logInstall(
  workspace: Workspace,
  actor: UserPrincipal & { readonly customerId: string },
  events: readonly AuditEvent[],
): void {
  if (events.length === 0) return;
  workspace.audit({
    applicationName: 'admin',
    customerId: actor.customerId,
    actor,
    ipAddress: '198.51.100.7',
    events,
  });
}

const text = (name: string, value: string): AuditParameter => ({ name, value });

/** @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-domain-settings */
export const addedEvent = ({ name, applicationId }: Listing, enabled: boolean): AuditEvent => ({
  type: 'DOMAIN_SETTINGS',
  name: 'ADD_APPLICATION',
  parameters: [
    text('APPLICATION_NAME', name),
    text('APP_ID', applicationId),
    text('APPLICATION_ENABLED', String(enabled)),
  ],
});

export const removedEvent = ({ name, applicationId }: Listing): AuditEvent => ({
  type: 'DOMAIN_SETTINGS',
  name: 'REMOVE_APPLICATION',
  parameters: [text('APPLICATION_NAME', name), text('APP_ID', applicationId)],
});

/** @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-org-settings */
export const toggledEvent = (
  { name }: Listing,
  on: boolean,
  where: OrgUnitRecord | { readonly groupEmail: string },
): AuditEvent => ({
  type: 'ORG_SETTINGS',
  name: 'TOGGLE_SERVICE_ENABLED',
  parameters: [
    text('SERVICE_NAME', name),
    text('NEW_VALUE', String(on)),
    'groupEmail' in where
      ? text('GROUP_EMAIL', where.groupEmail)
      : text('ORG_UNIT_NAME', where.parentOrgUnitId === null ? where.name : where.orgUnitPath),
  ],
});

/**
 * Data access that was granted or withdrawn. Google logs it like a client in "domain-wide delegation"; that a Marketplace grant
 * logged the same way is inferred.
 */
export const dataAccess = (
  { clientId }: Listing,
  scopes: readonly string[],
  domain: string,
): AuditEvent => ({
  type: 'DOMAIN_SETTINGS',
  name: scopes.length > 0 ? 'AUTHORIZE_API_CLIENT_ACCESS' : 'REMOVE_API_CLIENT_ACCESS',
  parameters: [
    text('API_CLIENT_NAME', clientId),
    ...(scopes.length > 0 ? [{ name: 'API_SCOPES', multiValue: [...scopes] }] : []),
    text('DOMAIN_NAME', domain),
  ],
});
