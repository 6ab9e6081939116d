import type { Workspace } from '../workspace';
import { findGroup, findUser } from './accounts';
import { domainOf, isAddress } from './addresses';
import { alreadyExists, domainNotFound, invalidInput } from './refusals';
import type { CustomerRecord, UserRecord } from '../state/directory';

/**
 * An address that a user or group of this organization can get, in lower case.
 *
 * @param field its name in the refusal.
 * @throws GoogleError 400 for text that is not an address, 404 when its domain is not a verified domain of this organization,
 *   409 when somebody else has it.
 */
export function freeAddress(
  { state }: Workspace,
  customer: CustomerRecord,
  address: string,
  { field, owner }: { readonly field: string; readonly owner?: UserRecord },
): string {
  const wanted = address.trim().toLowerCase();
  if (!isAddress(wanted)) throw invalidInput(field);
  const domain = customer.domains.find(({ name }) => name === domainOf(wanted));
  if (!domain?.verified || domain.aliasOf !== undefined) throw domainNotFound();
  const taken = findUser(state.directory, wanted) ?? findGroup(state.directory, wanted);
  if (taken && taken !== owner) throw alreadyExists();
  return wanted;
}
