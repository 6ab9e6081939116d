import type { AuditParameter } from '../audit-log';
import type { UserPrincipal } from '../caller';
import type { Workspace } from '../workspace';
import { findClient } from './clients';
import { productBucket, serviceOf } from './scopes';

/** Why Google refused a consent, in the log's words. */
export type RejectionType = 'EXPLICIT_ADMIN_BLOCK' | 'SCOPE_BLOCK';

type TokenEvent = 'authorize' | 'revoke' | 'deny' | 'request' | 'activity';

/**
 * Writes one OAuth log event about a person and an app. Consumer accounts have no log, and domain-wide delegation never
 * appears in this one.
 *
 * @param parameters those that the event has besides `client_id`, `app_name` and `client_type`.
 * @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token
 */
export function logTokenEvent(
  workspace: Workspace,
  name: TokenEvent,
  { actor, clientId }: { readonly actor: UserPrincipal; readonly clientId: string },
  parameters: readonly AuditParameter[],
): void {
  if (actor.customerId === null) return;
  workspace.audit({
    applicationName: 'token',
    customerId: actor.customerId,
    actor,
    events: [
      {
        type: 'auth',
        name,
        parameters: [
          { name: 'client_id', value: clientId },
          { name: 'app_name', value: findClient(workspace, clientId)?.name ?? clientId },
          { name: 'client_type', value: 'WEB' },
          ...parameters,
        ],
      },
    ],
  });
}

/** The two parameters that list scopes: a plain list, and one message per scope with the products it gives access to. */
export const scopeParameters = (scopes: readonly string[]): AuditParameter[] => [
  {
    name: 'scope_data',
    multiMessageValue: scopes.map((scope) => ({
      parameter: [
        { name: 'scope_name', value: scope },
        { name: 'product_bucket', multiValue: [productBucket(serviceOf(scope))] },
      ],
    })),
  },
  { name: 'scope', multiValue: scopes },
];
