import { canonicalJson, type Json } from '../kit/canonical';
import { add } from './employee-table';
import type { LeftOut } from './operations';
import { addressesOf, addressOf, personOf, withAddresses, type Person } from './person';
import type { DirectoryUser } from './ports';

/** The part of a listing that can be believed. */
export interface Listed {
  readonly people: readonly Person[];
  readonly leftOut: readonly (LeftOut & { readonly id: string })[];
  /** Whether anybody in the listing has this id, or this primary address or alias, including people who were left out. */
  hasId(id: string): boolean;
  hasAddress(address: string): boolean;
}

type Holders = ReadonlyMap<string, ReadonlySet<string>>;

/** A user may be listed twice while the directory changes: that is fine when both entries agree; otherwise neither is believed. */
export function readListing(users: readonly DirectoryUser[]): Listed {
  const ids = new Map<string, DirectoryUser[]>();
  for (const user of users) add(ids, user.id, user);
  const primaries = holdersOf(users, (user) => [addressOf(user)]);
  const all = holdersOf(users, addressesOf);
  const people: Person[] = [];
  const leftOut: (LeftOut & { readonly id: string })[] = [];
  for (const [id, same] of ids) {
    const person = personIn(same, primaries);
    if (typeof person !== 'string') people.push(withOwnAddresses(person, all));
    else leftOut.push({ id, who: addressOf(same[0]!) || id, reason: person });
  }
  return {
    people,
    leftOut,
    hasId: (id) => ids.has(id),
    hasAddress: (address) => all.has(address),
  };
}

/** Ids of the users at each address. */
function holdersOf(
  users: readonly DirectoryUser[],
  of: (user: DirectoryUser) => readonly string[],
): Holders {
  const holders = new Map<string, Set<string>>();
  for (const user of users)
    for (const address of of(user))
      holders.set(address, (holders.get(address) ?? new Set<string>()).add(user.id));
  return holders;
}

/** An alias that two accounts have while the directory changes counts as nobody's. */
const withOwnAddresses = (person: Person, holders: Holders): Person =>
  withAddresses(person, (address) => holders.get(address)!.size === 1);

function personIn(same: readonly DirectoryUser[], holders: Holders): Person | LeftOut['reason'] {
  const user = same[0]!;
  if (same.length > 1 && new Set(same.map(textOf)).size > 1) return 'told-twice';
  const person = personOf(user);
  if (typeof person === 'string') return person;
  return holders.get(person.content.email)!.size > 1 ? 'same-address' : person;
}

const textOf = (user: DirectoryUser): string => canonicalJson(user as unknown as Json);
