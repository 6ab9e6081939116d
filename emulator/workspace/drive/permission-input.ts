import type { JsonObject } from '../api-method';
import { findCustomerByDomain, findGroup } from '../directory/accounts';
import { GoogleError, invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { findAccount, permissionIdOf } from './account';
import { badRequest } from './errors';
import type { PermissionRecord, Role } from '../state/drive';

const ROLES: readonly string[] = ['reader', 'commenter', 'writer', 'owner'];
const SHARED_DRIVE_ROLES: readonly string[] = ['organizer', 'fileOrganizer'];
const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

/**
 * The permission that a request body describes.
 *
 * @throws GoogleError 400 for missing or contradictory fields.
 * @see https://developers.google.com/workspace/drive/api/guides/manage-sharing
 */
export function permissionOf(workspace: Workspace, body: JsonObject): PermissionRecord {
  const role = roleIn(body);
  if (body['type'] === undefined || body['type'] === null) throw required('permission.type');
  const type = String(body['type']);
  const expirationTime = expirationIn(workspace, body);
  const expiry = expirationTime === undefined ? {} : { expirationTime };
  switch (type) {
    case 'user':
    case 'group':
      return { ...grantee(workspace, type, body), role, ...expiry };
    case 'domain':
    case 'anyone': {
      if (expirationTime !== undefined)
        throw badRequest('Expiration dates can only be set on user and group permissions.');
      const discovery = body['allowFileDiscovery'] === true;
      return {
        ...everybody(workspace, type, discovery, body),
        role,
        allowFileDiscovery: discovery,
      };
    }
    default:
      throw invalid(`The specified type is invalid or not supported: ${type}`, 'permission.type');
  }
}

/** The role in a body. @throws GoogleError 400 when there is none, or My Drive does not have it. */
export function roleIn({ role }: JsonObject): Role {
  if (role === undefined || role === null) throw required('permission.role');
  if (SHARED_DRIVE_ROLES.includes(String(role)))
    throw new GoogleError(
      403,
      'cannotShareTeamDriveWithNonGoogleAccounts',
      `The role ${String(role)} exists in shared drives only.`,
    );
  if (!ROLES.includes(String(role)))
    throw badRequest('The specified role is invalid or not supported.');
  return role as Role;
}

/** When the permission ends. @throws GoogleError 400 for the past and for more than a year ahead. */
export function expirationIn(
  { clock }: Workspace,
  { expirationTime }: JsonObject,
): number | undefined {
  if (expirationTime === undefined || expirationTime === null) return undefined;
  const at = Date.parse(String(expirationTime));
  if (!(at > clock.now() && at <= clock.now() + YEAR_MS))
    throw badRequest('Expiration dates must be in the future and at most one year away.');
  return at;
}

function grantee(
  workspace: Workspace,
  type: 'user' | 'group',
  { emailAddress }: JsonObject,
): Omit<PermissionRecord, 'role'> {
  if (typeof emailAddress !== 'string' || !emailAddress.includes('@'))
    throw invalid(
      'The specified emailAddress is invalid or not applicable for the given permission type.',
      'permission.emailAddress',
    );
  const address = emailAddress.toLowerCase();
  const group = findGroup(workspace.state.directory, address);
  if (group) return { id: permissionIdOf(group.id), type: 'group', emailAddress: group.email };
  if (type === 'group')
    throw invalid(
      'The specified emailAddress is invalid or not applicable for the given permission type.',
      'permission.emailAddress',
    );
  const account = findAccount(workspace, address);
  return account
    ? { id: permissionIdOf(account.id), type, accountId: account.id, emailAddress: account.email }
    : { id: permissionIdOf(address), type, emailAddress: address };
}

function everybody(
  workspace: Workspace,
  type: 'domain' | 'anyone',
  discovery: boolean,
  { domain }: JsonObject,
): Omit<PermissionRecord, 'role'> {
  if (type === 'anyone') return { id: discovery ? 'anyone' : 'anyoneWithLink', type };
  if (typeof domain !== 'string' || !findCustomerByDomain(workspace.state.directory, domain))
    throw invalid(
      'The specified domain is invalid or not applicable for the given permission type.',
      'permission.domain',
    );
  return { id: `${permissionIdOf(domain.toLowerCase())}k`, type, domain: domain.toLowerCase() };
}

const required = (name: string): GoogleError =>
  new GoogleError(400, 'required', `The ${name.split('.')[1]!} field is required.`, {
    locationType: 'parameter',
    location: name,
  });
