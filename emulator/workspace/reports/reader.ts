import { requiredParam, textParam, type ApiRequest } from '../api-method';
import type { Caller } from '../caller';
import { hasPrivilege, notAuthorized } from '../directory/privileges';
import { GoogleError } from '../google-error';
import type { Workspace } from '../workspace';
import { logKey } from '../state/reports';

/** Any of these lets somebody read the audit logs; super administrators always may. */
const READING_PRIVILEGES = ['REPORTS_ACCESS', 'REPORTS', 'REPORTING_AUDIT_ACCESS'];

/**
 * The organization whose logs a caller may read.
 *
 * @throws GoogleError 401 `authError` for a caller without the privilege: the token itself is fine, a new one does not help.
 * @see https://learn.microsoft.com/defender-cloud-apps (table of errors)
 */
export function readableCustomer(
  request: ApiRequest,
  caller: Caller,
  workspace: Workspace,
): string {
  if (!READING_PRIVILEGES.some((privilege) => hasPrivilege(workspace, caller, privilege)))
    throw accessDenied();
  const own = ownCustomer(caller, workspace);
  const asked = textParam(request, 'customerId') ?? 'my_customer';
  if (asked !== 'my_customer' && asked !== own) throw notAuthorized();
  return own;
}

function ownCustomer({ principal }: Caller, { state }: Workspace): string {
  const customerId =
    principal.kind === 'user'
      ? principal.customerId
      : Object.values(state.directory.roleAssignments).find(
          ({ assignedTo }) => assignedTo === principal.uniqueId,
        )?.customerId;
  if (customerId === null || customerId === undefined) throw accessDenied();
  return customerId;
}

const accessDenied = (): GoogleError =>
  new GoogleError(
    401,
    'authError',
    'Access denied. You are not authorized to read activity records.',
    { locationType: 'header', location: 'Authorization' },
  );

/**
 * Whose entries are requested: a profile id, or null for everybody's. A deleted user is found by id only.
 *
 * @throws GoogleError 400 `badRequest` for somebody this organization does not know.
 */
export function readUserKey(
  request: ApiRequest,
  customerId: string,
  workspace: Workspace,
): string | null {
  const userKey = requiredParam(request, 'userKey');
  if (userKey === 'all') return null;
  const byId = workspace.state.directory.users[userKey];
  if (byId?.customerId === customerId || wasSeen(workspace, customerId, request, userKey))
    return userKey;
  const address = userKey.toLowerCase();
  const byAddress = Object.values(workspace.state.directory.users).find(
    (user) =>
      user.customerId === customerId &&
      user.deletionTime === undefined &&
      user.primaryEmail.toLowerCase() === address,
  );
  if (!byAddress) throw new GoogleError(400, 'badRequest', 'Bad Request');
  return byAddress.id;
}

/** Whether the log still has entries of a profile that is gone from the directory. */
function wasSeen(
  { state }: Workspace,
  customerId: string,
  request: ApiRequest,
  profileId: string,
): boolean {
  if (!/^\d+$/.test(profileId)) return false;
  const log = state.reports.logs[logKey(customerId, requiredParam(request, 'applicationName'))];
  return log?.some(({ activity }) => activity.actor.profileId === profileId) ?? false;
}
