import { canonicalJson, type Json } from '../kit/canonical';
import { add } from './employee-table';
import type { LeftOut } from './operations';
import { addressOf, personOf, type Person } from './person';
import type { DirectoryUser } from './ports';

/** What of a listing can be believed. */
export interface Listed {
  readonly people: readonly Person[];
  readonly leftOut: readonly LeftOut[];
  /** Whether anybody in the listing has this id, or this address, be it somebody who was left out. */
  hasId(id: string): boolean;
  hasAddress(address: string): boolean;
}

/** One user may be listed twice while the listing changes: once is enough when both say the same, else neither is believed. */
export function believed(users: readonly DirectoryUser[]): Listed {
  const ids = new Map<string, DirectoryUser[]>();
  const holders = new Map<string, Set<string>>();
  for (const user of users) {
    add(ids, user.id, user);
    const address = addressOf(user);
    holders.set(address, (holders.get(address) ?? new Set<string>()).add(user.id));
  }
  const people: Person[] = [];
  const leftOut: LeftOut[] = [];
  for (const [id, same] of ids) {
    const person = personIn(same, holders);
    if (typeof person !== 'string') people.push(person);
    else leftOut.push({ who: addressOf(same[0]!) || id, reason: person });
  }
  return {
    people,
    leftOut,
    hasId: (id) => ids.has(id),
    hasAddress: (address) => holders.has(address),
  };
}

function personIn(
  same: readonly DirectoryUser[],
  holders: ReadonlyMap<string, ReadonlySet<string>>,
): Person | LeftOut['reason'] {
  const user = same[0]!;
  if (same.length > 1 && new Set(same.map(textOf)).size > 1) return 'told-twice';
  const person = personOf(user);
  if (typeof person === 'string') return person;
  return holders.get(person.content.email)!.size > 1 ? 'same-address' : person;
}

const textOf = (user: DirectoryUser): string => canonicalJson(user as unknown as Json);
