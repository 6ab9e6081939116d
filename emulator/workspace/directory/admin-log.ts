import type { AuditEvent, AuditParameter } from '../audit-log';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';

/** The groups into which Google files events of the admin log. */
export type AdminEventType =
  | 'USER_SETTINGS'
  | 'GROUP_SETTINGS'
  | 'ORG_SETTINGS'
  | 'DOMAIN_SETTINGS'
  | 'DELEGATED_ADMIN_SETTINGS';

/**
 * One event of the admin log.
 * @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-event-names
 */
export const adminEvent = (
  type: AdminEventType,
  name: string,
  parameters: Readonly<Record<string, string>>,
): AuditEvent => ({
  type,
  name,
  parameters: Object.entries(parameters).map(([key, value]): AuditParameter => ({
    name: key,
    value,
  })),
});

/** Logs an administrator's changes: one record of the log for each thing that changed. */
export function writeAdminLog(
  workspace: Workspace,
  caller: Caller,
  customerId: string,
  events: readonly AuditEvent[],
): void {
  const { principal, clientId, applicationName, impersonated, ipAddress } = caller;
  const ownerDomain = workspace.state.directory.customers[customerId]?.primaryDomain;
  for (const event of events) {
    workspace.audit({
      applicationName: 'admin',
      customerId,
      actor: principal.kind === 'user' ? principal : { kind: 'system', key: principal.email },
      ipAddress,
      ...(ownerDomain && { ownerDomain }),
      ...(clientId !== 'google' && {
        applicationInfo: { oauthClientId: clientId, applicationName, impersonation: impersonated },
      }),
      events: [event],
    });
  }
}
