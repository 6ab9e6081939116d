import { act } from '../../shell/workspace-client';
import {
  OWN,
  type Domain,
  type Group,
  type OrgUnit,
  type Privilege,
  type Role,
  type RoleAssignment,
  type Schema,
} from './resources';

/** All items of a listing, from every page. @param field where the answer keeps its items. */
export async function everything<T>(
  account: string,
  method: string,
  params: object,
  field: string,
): Promise<readonly T[]> {
  const items: T[] = [];
  let pageToken: string | undefined;
  do {
    const page: Readonly<Record<string, unknown>> = await act(account, method, {
      ...params,
      ...(pageToken && { pageToken }),
    });
    items.push(...((page[field] ?? []) as T[]));
    pageToken = page['nextPageToken'] as string | undefined;
  } while (pageToken);
  return items;
}

export const orgUnits = (account: string): Promise<readonly OrgUnit[]> =>
  everything(
    account,
    'directory.orgunits.list',
    { customerId: OWN, type: 'allIncludingParent' },
    'organizationUnits',
  );

/** The groups of the organization, or those with this direct member. */
export const groups = (account: string, memberKey?: string): Promise<readonly Group[]> =>
  everything(
    account,
    'directory.groups.list',
    memberKey === undefined ? { customer: OWN } : { userKey: memberKey },
    'groups',
  );

export const roles = (account: string): Promise<readonly Role[]> =>
  everything(account, 'directory.roles.list', { customer: OWN }, 'items');

export const privileges = (account: string): Promise<readonly Privilege[]> =>
  everything(account, 'directory.privileges.list', { customer: OWN }, 'items');

export const roleAssignments = (
  account: string,
  of: { readonly userKey?: string; readonly roleId?: string },
): Promise<readonly RoleAssignment[]> =>
  everything(account, 'directory.roleAssignments.list', { customer: OWN, ...of }, 'items');

export const domains = (account: string): Promise<readonly Domain[]> =>
  everything(account, 'directory.domains.list', { customer: OWN }, 'domains');

export const schemas = (account: string): Promise<readonly Schema[]> =>
  everything(account, 'directory.schemas.list', { customerId: OWN }, 'schemas');
