/**
 * What the work system should have for a user. Google owns every field of `EmployeeContent`, even an empty one; everything else that the
 * work system keeps about a person is its own.
 */
import { shortened, wellFormed } from '../kit/text';
import type { EmployeeContent } from './employee';
import type { DirectoryUser } from './ports';
import type { LeftOutReason } from './why';

/** Longer than any real name or title: these texts were typed by strangers. */
const LONGEST = 500;

export type ContentField = keyof EmployeeContent;

export interface Person {
  readonly googleId: string;
  /** Every address of the account in lower case: the primary one first, then the aliases. */
  readonly addresses: readonly string[];
  /** `isActive` means nothing where `status` is unknown. */
  readonly content: EmployeeContent & { readonly googleId: string };
  readonly status: Status;
}

/** `unknown`: Google did not say. Then nobody counts as active; the work system keeps what it has. */
export type Status = 'active' | 'suspended' | 'archived' | 'unknown';

/** The person, or why this user cannot be one. */
export function personOf(user: DirectoryUser): Person | LeftOutReason {
  const email = addressOf(user);
  const givenName = oneLine(user.name?.givenName);
  const familyName = oneLine(user.name?.familyName);
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return 'no-address';
  if (givenName === '' && familyName === '') return 'no-name';
  const status = statusOf(user);
  const organization = primaryOf(user.organizations);
  const addresses = addressesOf(user);
  const content = {
    googleId: user.id,
    email,
    givenName,
    familyName,
    orgUnitPath: oneLine(user.orgUnitPath),
    department: oneLine(organization?.department),
    title: oneLine(organization?.title),
    manager: oneLine(managerOf(user)).toLowerCase(),
    phone: oneLine(phoneOf(user)),
    aliases: aliasesText(addresses),
    isActive: status === 'active',
  };
  return { googleId: user.id, addresses, content, status };
}

/** The person without the aliases that are not theirs alone. */
export function withAddresses(person: Person, isOwn: (address: string) => boolean): Person {
  const addresses = person.addresses.filter((address, index) => index === 0 || isOwn(address));
  return {
    ...person,
    addresses,
    content: { ...person.content, aliases: aliasesText(addresses) },
  };
}

/** @param addresses the primary one first. */
const aliasesText = ([, ...aliases]: readonly string[]): string => aliases.sort().join(', ');

/** The primary address in lower case, for comparisons. */
export const addressOf = ({ primaryEmail }: DirectoryUser): string => normalAddress(primaryEmail);

/** In lower case. */
export const domainOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** The primary address, then the aliases, each once. */
export const addressesOf = (user: DirectoryUser): string[] => [
  ...new Set([
    addressOf(user),
    ...[...(user.aliases ?? []), ...(user.nonEditableAliases ?? [])].map(normalAddress),
  ]),
];

export const normalAddress = (address: string): string => oneLine(address).toLowerCase();

function statusOf({ suspended, archived }: DirectoryUser): Status {
  if (suspended === true) return 'suspended';
  if (archived === true) return 'archived';
  return suspended === false && archived === false ? 'active' : 'unknown';
}

const primaryOf = <T extends { readonly primary?: boolean }>(
  all: readonly T[] | undefined,
): T | undefined => all?.find(({ primary }) => primary === true) ?? all?.[0];

const managerOf = ({ relations }: DirectoryUser): string | undefined =>
  relations?.find(({ type }) => type === 'manager')?.value;

function phoneOf({ phones }: DirectoryUser): string | undefined {
  const usable = phones?.filter(({ value }) => value !== undefined && value !== '') ?? [];
  const work = usable.find(({ type }) => type === 'work');
  return (usable.find(({ primary }) => primary === true) ?? work ?? usable[0])?.value;
}

/** Text in a form that any work system keeps unchanged: otherwise it would look changed in every run. */
const oneLine = (text = ''): string =>
  shortened(wellFormed(text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim()), LONGEST);

/** Given and family name; the address if there is neither. */
export const nameOf = (content: {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
}): string => `${content.givenName} ${content.familyName}`.trim() || content.email;
