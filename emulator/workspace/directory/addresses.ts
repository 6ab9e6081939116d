import type { CustomerRecord, DirectoryState } from '../state/directory';

/** The part after the @, in lower case; empty when there is none. */
export const domainOf = (address: string): string => {
  const at = address.lastIndexOf('@');
  return at < 0 ? '' : address.slice(at + 1).toLowerCase();
};

/** The part before the @. */
export const localPartOf = (address: string): string => address.slice(0, address.lastIndexOf('@'));

/** Whether text can be an address at all. */
export const isAddress = (text: string): boolean =>
  /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/u.test(text);

/** Domain aliases by the domain they stand for, cached per list of domains. */
const aliasDomains = new WeakMap<
  CustomerRecord['domains'],
  ReadonlyMap<string, readonly string[]>
>();

function aliasesByDomain(
  domains: CustomerRecord['domains'],
): ReadonlyMap<string, readonly string[]> {
  const known = aliasDomains.get(domains);
  if (known) return known;
  const built = new Map<string, string[]>();
  for (const { name, aliasOf } of domains) {
    if (aliasOf) built.set(aliasOf, [...(built.get(aliasOf) ?? []), name]);
  }
  aliasDomains.set(domains, built);
  return built;
}

/**
 * Addresses that come with another one and cannot be edited: the same name in the domain's aliases, and in the test
 * domain that Google gives to the primary domain.
 */
export function nonEditableAliases(
  { customers }: DirectoryState,
  customerId: string,
  address: string,
): string[] {
  const customer = customers[customerId];
  if (!customer) return [];
  const domain = domainOf(address);
  const local = localPartOf(address).toLowerCase();
  const others = aliasesByDomain(customer.domains).get(domain) ?? [];
  const addresses = others.map((name) => `${local}@${name}`);
  if (domain === customer.primaryDomain) addresses.push(`${local}@${domain}.test-google-a.com`);
  return addresses;
}
