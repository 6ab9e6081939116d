/** Finds the person that somebody asks about, from a name, an address or a part of either. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { Employee } from './employee';
import { addressesAtWork } from './employee-table';
import { addressesOf, addressOf, nameOf, normalAddress } from './person';
import type { Directory, DirectoryUser } from './ports';

/** Somebody who may be meant. */
export interface Candidate {
  readonly name: string;
  /** The primary address in Google, or that of the row in the work system. */
  readonly email: string;
}

export type PeopleFound =
  /** The account, row or address that was certainly meant. */
  | { readonly kind: 'one'; readonly email: string }
  | {
      readonly kind: 'several';
      readonly candidates: readonly Candidate[];
      /** Whether Google has more than are listed here. */
      readonly isCut: boolean;
    }
  | { readonly kind: 'nobody' };

interface Searched extends Candidate {
  readonly googleId: string | null;
  readonly addresses: readonly string[];
}

/** Letters that are not accented forms of others, and how people without such a keyboard write them. */
const WRITTEN_OTHERWISE: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/** Text in lower case and without accents, so that it is found from any keyboard. */
const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[øłđðþßæœı]/g, (letter) => WRITTEN_OTHERWISE[letter]!);

/** The words of a name or a search. An address stays one word. */
export const searchWords = (text: string): string[] =>
  text.split(/[^\p{L}\p{M}\p{N}@._+-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Whether every typed word begins a word of the name or occurs in an address, in any order, with or without accents. */
function isMeant(wanted: readonly string[], { name, addresses }: Searched): boolean {
  const words = searchWords(folded(name)).flatMap((word) => [word, ...word.split(/[-.]/)]);
  return wanted.every(
    (one) =>
      words.some((word) => word.startsWith(one)) ||
      addresses.some((address) => address.includes(one)),
  );
}

const WHOLE_ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export interface PeoplePorts {
  readonly directory: Pick<Directory, 'find' | 'search'>;
}

/**
 * Finds people: by their exact address, otherwise in the names and addresses of both sides. Google finds people who are not in the
 * work system yet; the work system finds those whom Google finds only by accented letters.
 */
export function findPeople(
  { directory }: PeoplePorts,
  typed: string,
  employees: readonly Employee[],
): Result<PeopleFound, Failure> {
  const address = normalAddress(typed);
  const isWhole = WHOLE_ADDRESS.test(address);
  if (isWhole) {
    const user = directory.find(address);
    if (!user.ok) return user;
    if (user.value || employees.some((employee) => addressesAtWork(employee).includes(address)))
      return ok({ kind: 'one', email: address });
  }
  const words = searchWords(typed);
  if (words.length === 0) return ok({ kind: 'nobody' });
  const inGoogle = directory.search(words);
  if (!inGoogle.ok) return inGoogle;
  const { users, isCut } = inGoogle.value;
  const wanted = words.map(folded);
  const candidates = merged(
    users.map(ofUser),
    employees.map(ofEmployee).filter((one) => isMeant(wanted, one)),
  );
  const [only] = candidates;
  // For a whole address, the answer can say that nobody has it.
  if (!only) return ok(isWhole ? { kind: 'one', email: address } : { kind: 'nobody' });
  return ok(
    candidates.length === 1 && !isCut
      ? { kind: 'one', email: only.email }
      : { kind: 'several', candidates, isCut },
  );
}

const ofUser = (user: DirectoryUser): Searched => {
  const email = addressOf(user);
  const { givenName = '', familyName = '' } = user.name ?? {};
  return {
    googleId: user.id,
    name: nameOf({ givenName, familyName, email }),
    email,
    addresses: addressesOf(user),
  };
};

const ofEmployee = (employee: Employee): Searched => {
  const email = normalAddress(employee.email);
  return {
    googleId: employee.googleId,
    name: nameOf(employee),
    email,
    addresses: addressesAtWork(employee),
  };
};

/** Each person once, by Google's name for them if Google was asked, sorted by name. */
function merged(users: readonly Searched[], rows: readonly Searched[]): Candidate[] {
  const ids = new Set(users.map(({ googleId }) => googleId));
  const addresses = new Set(users.flatMap((user) => user.addresses));
  const others = rows.filter(
    ({ googleId, email }) => !(googleId === null ? addresses.has(email) : ids.has(googleId)),
  );
  const byAddress = new Map([...users, ...others].map((one) => [one.email, one]));
  return [...byAddress.values()]
    .map(({ name, email }) => ({ name, email }))
    .sort(
      (one, other) => one.name.localeCompare(other.name) || one.email.localeCompare(other.email),
    );
}
