/**
 * Who is who now. People are told apart by id; their addresses are looked up right before a token is requested. People who were
 * renamed are found here: their activities follow them before anything of theirs is read, and they lose an address that
 * somebody else has now.
 */
import type { Failure } from '../../kit/failure';
import type { AddressedPerson, Person } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import type { Connection, Readdressing } from '../ports';
import type { RunLedger } from './run-ledger';

/** By user id: the account as it is now; null when it was not looked up; or why it cannot be used. */
export type Recognized = ReadonlyMap<string, Result<AddressedPerson | null, Failure>>;

/** Whom to look up even with a token that lasts. */
export type Anyway = (ledger: RunLedger, person: Person) => boolean;

/** Looks people up as far as necessary. @param extent `later`: how many more people this execution will ask about. */
export function lookUpPeople(
  ledger: RunLedger,
  people: readonly Person[],
  { later, anyway = isUncertain }: { readonly later: number; readonly anyway?: Anyway },
): Result<Recognized, Failure> {
  const found = ledger.ports.google.lookUp(people, {
    anyway: (person) => anyway(ledger, person),
    later,
  });
  if (!found.ok) return found;
  return ok(new Map([...found.value].map(([id, account]) => [id, asKnown(ledger, account)])));
}

type Account = Result<AddressedPerson | null, Failure>;

/** With the address by which an administrator said that the work system knows them. */
function asKnown({ book }: RunLedger, account: Account): Account {
  if (!account.ok || account.value === null) return account;
  const { userId, addresses } = account.value;
  const knownAs = book.find(userId)?.knownAs;
  return knownAs === undefined || addresses.includes(knownAs)
    ? account
    : ok({ ...account.value, addresses: [...addresses, knownAs] });
}

/**
 * Saves what is new about people who were looked up: first the owners of activities, then the connections. If it is killed between
 * the two, it finds the owners done the next time.
 */
export function recognize(
  ledger: RunLedger,
  lookedUp: Result<Recognized, Failure>,
): Result<Recognized, Failure> {
  const found = new Map<string, Result<AddressedPerson | null, Failure>>();
  let answer = lookedUp;
  for (;;) {
    if (!answer.ok) return answer;
    for (const [userId, account] of answer.value) found.set(userId, account);
    const doubtful = formerHolders(ledger.book.all(), found);
    if (doubtful.length === 0) break;
    answer = lookUpPeople(ledger, doubtful, { anyway: () => true, later: 0 });
  }
  const kept = follow(ledger, renamed(ledger.book.all(), found));
  return kept.ok ? ok(found) : kept;
}

/**
 * True for people seen for the first time, and for those who miss an activity: it may be at an address that they have got
 * since, and the second look would take it from them.
 */
const isUncertain: Anyway = ({ book }, { userId }) => {
  const connection = book.find(userId);
  return (
    connection === null ||
    connection.zone === null ||
    (connection.progress?.missing.length ?? 0) > 0
  );
};

/** People known by an address that turned out to be somebody else's now, and who have not been looked up yet. */
function formerHolders(all: readonly Connection[], found: Recognized): Connection[] {
  const holders = new Map<string, string>();
  for (const account of found.values())
    if (account.ok && account.value)
      for (const address of account.value.addresses) holders.set(address, account.value.userId);
  return all.filter(({ userId, addresses }) => {
    const account = found.get(userId);
    const isLookedUp = account !== undefined && (!account.ok || account.value !== null);
    const isTaken = (address: string): boolean =>
      holders.has(address) && holders.get(address) !== userId;
    return !isLookedUp && addresses.some(isTaken);
  });
}

interface Renamed {
  readonly before: Connection;
  readonly now: AddressedPerson;
}

const renamed = (all: readonly Connection[], found: Recognized): Renamed[] =>
  all.flatMap((before) => {
    const account = found.get(before.userId);
    if (!account?.ok || !account.value) return [];
    const now = account.value;
    return sameAddresses(before, now) ? [] : [{ before, now }];
  });

export const sameAddresses = (one: AddressedPerson, other: AddressedPerson): boolean =>
  one.email === other.email &&
  [...one.addresses].sort().join(' ') === [...other.addresses].sort().join(' ');

function follow(ledger: RunLedger, people: readonly Renamed[]): Result<null, Failure> {
  if (people.length === 0) return ok(null);
  const moves: Readdressing[] = [];
  for (const one of people) {
    const from = outdated(one);
    if (from.length === 0) continue;
    const links = ledger.ports.records.linksOf(one.now.userId).load();
    if (!links.ok) return links;
    moves.push({ ids: links.value.map(({ work }) => work.id), from, to: one.now.email });
  }
  const may = ledger.ports.mayWrite();
  if (!may.ok) return may;
  const moved = moves.length > 0 ? ledger.ports.work.readdress(moves) : ok(null);
  if (!moved.ok) return moved;
  for (const { before, now } of people)
    ledger.book.put({ ...before, email: now.email, addresses: now.addresses });
  return ledger.save();
}

/** Addresses that the person no longer has, and the former primary one, which activities that Tandem wrote still have. */
function outdated({ before, now }: Renamed): string[] {
  const gone = before.addresses.filter((address) => !now.addresses.includes(address));
  return before.email === now.email ? gone : [...new Set([...gone, before.email])];
}
