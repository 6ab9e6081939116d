/** A scope as an administrator types it: org units and addresses, one on each line. */
import { fail, ok, type Result } from '../kit/result';
import { shortened } from '../kit/text';
import { addressesOf, addressOf, normalAddress } from './person';
import type { DirectoryUser } from './ports';
import { EVERYONE, isWithin, ROOT, type NamedPerson, type Parts, type Scope } from './scope';

export interface TypedScope {
  readonly isEveryone: boolean;
  /** Org units and addresses, one on each line or with commas between them. */
  readonly takesPart: string;
  readonly except: string;
  readonly leavers: string;
}

/** Lines in both fields together: the whole is kept in one value of 9 KB. */
export const MOST_LINES = 100;

/**
 * @param users everybody in the organization.
 * @returns the scope, or a sentence for each line that means nobody.
 */
export function readScope(
  typed: TypedScope,
  users: readonly DirectoryUser[],
): Result<Scope, readonly string[]> {
  const [takesPart, except] = [linesOf(typed.takesPart, users), linesOf(typed.except, users)];
  if (!typed.isEveryone && takesPart.length === 0)
    return fail(['Name the org units and people that take part, or choose everyone.']);
  if (takesPart.length + except.length > MOST_LINES)
    return fail([`There are more than ${MOST_LINES} lines. Name org units instead of people.`]);
  const within = typed.isEveryone
    ? { parts: EVERYONE.takesPart, problems: [] }
    : partsIn(takesPart, users);
  const out = partsIn(except, users);
  const problems = [...within.problems, ...out.problems];
  if (problems.length > 0) return fail(problems);
  return ok({
    takesPart: within.parts,
    except: out.parts,
    leavers: typed.leavers === 'deactivate' ? 'deactivate' : 'stay',
  });
}

/** The lines of a field: the units, then the addresses as they are now. */
export const writtenParts = ({ units, people }: Parts, users: readonly DirectoryUser[]): string =>
  [...units, ...people.map((person) => addressNow(person, users))].join('\n');

const addressNow = ({ id, email }: NamedPerson, users: readonly DirectoryUser[]): string => {
  const user = users.find((one) => one.id === id);
  return user ? addressOf(user) : email;
};

/** The name of an org unit may have commas in it; anything else is divided at them. */
const linesOf = (text: string, users: readonly DirectoryUser[]): string[] => [
  ...new Set(
    text
      .split('\n')
      .flatMap((line) => (unitIn(line, users) === null ? line.split(/[,;]/) : [line]))
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

const unitIn = (line: string, users: readonly DirectoryUser[]): string | null =>
  line.trim().startsWith('/') ? unitNamed(line.trim(), users) : null;

function partsIn(
  lines: readonly string[],
  users: readonly DirectoryUser[],
): { readonly parts: Parts; readonly problems: readonly string[] } {
  const [units, people, problems]: [string[], NamedPerson[], string[]] = [[], [], []];
  for (const line of lines) {
    const unit = unitIn(line, users);
    const user = line.includes('@') && unit === null ? userAt(line, users) : null;
    if (unit !== null) units.push(unit);
    else if (user) people.push({ id: user.id, email: addressOf(user) });
    else problems.push(problemOf(shortened(line, 100)));
  }
  return { parts: { units: [...new Set(units)], people }, problems };
}

const problemOf = (line: string): string =>
  line.includes('@')
    ? `Nobody in your Workspace has the address ${line}.`
    : line.startsWith('/')
      ? `Nobody is in the org unit ${line}. Check its path under “Org units”.`
      : `“${line}” is neither an org unit, such as /Sales, nor an address.`;

/** The path as Google writes it; null for a unit in which nobody is. */
function unitNamed(line: string, users: readonly DirectoryUser[]): string | null {
  const path = line.replace(/\/+$/, '');
  if (path === '') return ROOT;
  const user = users.find(({ orgUnitPath = ROOT }) => isWithin(orgUnitPath, path));
  return user ? user.orgUnitPath!.slice(0, path.length) : null;
}

const userAt = (line: string, users: readonly DirectoryUser[]): DirectoryUser | undefined =>
  users.find((user) => addressesOf(user).includes(normalAddress(line)));
