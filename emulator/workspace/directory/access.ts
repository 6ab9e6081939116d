import type { ApiMethod, ApiMethods } from '../api-method';
import type { Caller } from '../caller';
import { invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { findCustomerByDomain, findGroup, findUser } from './accounts';
import { domainOf } from './addresses';
import { isSuperAdmin, notAuthorized, requirePrivilege } from './privileges';
import { assignmentsOf } from './role-holders';
import { badRequest, domainCannotUseApis, domainNotFound, resourceNotFound } from './refusals';
import type { CustomerRecord, GroupRecord, UserRecord } from '../state/directory';

/** The caller's own organization. @throws GoogleError 403 for consumer accounts and for service accounts without a role. */
export function ownCustomer({ state }: Workspace, { principal }: Caller): CustomerRecord {
  const { customers } = state.directory;
  const id =
    principal.kind === 'user'
      ? principal.customerId
      : assignmentsOf(state.directory, principal.uniqueId)[0]?.customerId;
  const customer = id ? customers[id] : undefined;
  if (!customer) throw notAuthorized();
  return customer;
}

/** Wraps all methods: the organization must let programs use its API. Google's own consoles do not count as programs. */
export function whereApisAreAllowed(methods: ApiMethods): ApiMethods {
  const guarded =
    (method: ApiMethod): ApiMethod =>
    (request, caller, workspace) => {
      const isProgram = caller.projectNumber !== null;
      if (!ownCustomer(workspace, caller).apiAccess && isProgram) throw domainCannotUseApis();
      return method(request, caller, workspace);
    };
  return Object.fromEntries(Object.entries(methods).map(([id, method]) => [id, guarded(method)]));
}

/**
 * The organization that a request names: by id, or `my_customer`.
 *
 * @throws GoogleError 403 for somebody else's; 400 for text that is not a customer id at all, such as a domain.
 */
export function namedCustomer(
  workspace: Workspace,
  caller: Caller,
  key: string,
  malformed: () => Error = badRequest,
): CustomerRecord {
  const own = ownCustomer(workspace, caller);
  if (key === 'my_customer' || key === own.id) return own;
  if (!/^C[0-9A-Za-z]{6,}$/.test(key)) throw malformed();
  throw notAuthorized();
}

/** The org unit methods' message about an invalid customer id. */
export const invalidCustomerId = (): Error => invalid('Invalid Customer Id');

/**
 * The organization of a listing: exactly one of `customer` and `domain` must be given.
 *
 * @returns the organization, and the domain when only its people or groups are requested.
 */
export function listedCustomer(
  workspace: Workspace,
  caller: Caller,
  {
    customer,
    domain,
  }: { readonly customer?: string | undefined; readonly domain?: string | undefined },
): { readonly customer: CustomerRecord; readonly domain: string | null } {
  if ((customer === undefined) === (domain === undefined)) throw badRequest();
  if (customer !== undefined) {
    return { customer: namedCustomer(workspace, caller, customer), domain: null };
  }
  const name = domain!.toLowerCase();
  const owner = findCustomerByDomain(workspace.state.directory, name);
  if (!owner) throw domainNotFound();
  if (owner.id !== ownCustomer(workspace, caller).id) throw notAuthorized();
  return { customer: owner, domain: name };
}

/**
 * An existing user of the caller's organization.
 *
 * @throws GoogleError 403 for a user of another organization, 404 for nobody, 400 for neither an address nor an id.
 */
export function namedUser(workspace: Workspace, caller: Caller, key: string): UserRecord {
  const user = findUser(workspace.state.directory, key);
  if (!user) throw unknownAccount(workspace, caller, key, 'userKey');
  if (user.customerId !== ownCustomer(workspace, caller).id) throw notAuthorized();
  return user;
}

/** A group of the caller's organization. @see namedUser */
export function namedGroup(workspace: Workspace, caller: Caller, key: string): GroupRecord {
  const group = findGroup(workspace.state.directory, key);
  if (!group) throw unknownAccount(workspace, caller, key, 'groupKey');
  if (group.customerId !== ownCustomer(workspace, caller).id) throw notAuthorized();
  return group;
}

function unknownAccount(
  workspace: Workspace,
  caller: Caller,
  key: string,
  name: 'userKey' | 'groupKey',
): Error {
  if (!key.includes('@')) {
    const isId = name === 'userKey' ? /^\d+$/.test(key) : /^[0-9a-z]+$/.test(key);
    return isId ? resourceNotFound(name) : badRequest();
  }
  const owner = findCustomerByDomain(workspace.state.directory, domainOf(key));
  if (!owner) return domainNotFound();
  return owner.id === ownCustomer(workspace, caller).id ? resourceNotFound(name) : notAuthorized();
}

/**
 * Refuses to change a user without the privilege, and to change a super administrator unless the caller is one.
 * @throws GoogleError 403 `forbidden`
 */
export function requireMayChange(
  workspace: Workspace,
  caller: Caller,
  privilegeName: string,
  user: UserRecord,
): void {
  requirePrivilege(workspace, caller, privilegeName, user);
  if (user.isAdmin && !isSuperAdmin(workspace, caller)) throw notAuthorized();
}

/** @throws GoogleError 403 unless the caller is a super administrator. */
export function requireSuperAdmin(workspace: Workspace, caller: Caller): void {
  if (!isSuperAdmin(workspace, caller)) throw notAuthorized();
}
