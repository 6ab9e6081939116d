/** Answers "why is this person (not) synced?" from both sides as they are now (TC14). */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { Problem } from '../runs/ports';
import { aboutPerson } from './attempts';
import type { Employee } from './employee';
import { addressesAtWork } from './employee-table';
import type { Operation } from './operations';
import { addressOf, nameOf, normalAddress, personOf } from './person';
import { keyOf, plan } from './plan';
import type { Directory, DirectoryUser } from './ports';
import { partOf, type Part, type Scope } from './scope';
import { partWords } from './scope-cards';
import { whySentence, type InactiveReason, type Why } from './why';

export interface WhyPorts {
  readonly directory: Pick<Directory, 'find'>;
}

export interface PersonFound {
  readonly sentence: string;
  readonly why: Why;
  /** What went wrong when this person was last written; null for nothing. */
  readonly failure: Failure | null;
}

export interface WhyContext {
  /** Everybody in the work system. */
  readonly employees: readonly Employee[];
  readonly problems: readonly Problem[];
  /** Whether anybody has said go to the first run. */
  readonly isBegun: boolean;
  readonly scope: Scope;
}

/** @param address primary or alias, in any case. */
export function whyPerson(
  { directory }: WhyPorts,
  address: string,
  context: WhyContext,
): Result<PersonFound, Failure> {
  const { employees } = context;
  const wanted = normalAddress(address);
  const user = directory.find(wanted);
  if (!user.ok) return user;
  return ok(
    user.value ? whyUser(user.value, context) : plainly(wanted, whyNoUser(wanted, employees)),
  );
}

const plainly = (who: string, why: Why, failure: Failure | null = null): PersonFound => ({
  sentence: whySentence(who, why),
  why,
  failure,
});

function whyUser(user: DirectoryUser, context: WhyContext): PersonFound {
  const { employees, problems, isBegun, scope } = context;
  const address = addressOf(user);
  const person = personOf(user);
  const who =
    typeof person === 'string' ? address || user.id : `${nameOf(person.content)} (${address})`;
  const { operations, leftOut } = plan([user], employees, scope);
  // Everybody else is missing from a listing of one, so only what the plan says about this user is true.
  const own = operations.find((operation) => keyOf(operation) === user.id);
  const part = partOf(user, scope);
  if (!part.isIn && !own) return outside(plainly(who, whyOutside(user, context)), part);
  const reason = leftOut.find((one) => one.who === address || one.who === user.id)?.reason;
  if (reason && (!own || reason === 'second-row'))
    return plainly(who, { kind: 'left-out', reason });
  if (own && !isBegun) return plainly(who, { kind: 'unseen' });
  const problem = problems.find(({ about }) => about === aboutPerson(user.id));
  if (own && problem) return failing(who, problem);
  return plainly(who, own ? whyPlanned(own) : whySettled(user));
}

/** Also where the person was never in the work system: which rule keeps them out. */
const outside = (found: PersonFound, part: Part): PersonFound => ({
  ...found,
  sentence: `${found.sentence} ${partWords(part)}`,
});

const whyOutside = ({ id }: DirectoryUser, { employees }: WhyContext): Why =>
  employees.some(({ googleId, isActive }) => googleId === id && isActive)
    ? { kind: 'left-out', reason: 'outside' }
    : { kind: 'outside' };

const failing = (who: string, { isQuarantined, failure }: Problem): PersonFound =>
  plainly(
    who,
    isQuarantined ? { kind: 'left-out', reason: 'still-failing' } : { kind: 'failing' },
    failure,
  );

const whyPlanned = ({ kind }: Operation): Why => ({ kind: kind === 'insert' ? 'new' : 'changed' });

function whySettled({ suspended, archived }: DirectoryUser): Why {
  if (suspended === true) return { kind: 'inactive', reason: 'suspended' };
  return archived === true ? { kind: 'inactive', reason: 'archived' } : { kind: 'synced' };
}

/** Nobody in the directory has the address. */
function whyNoUser(address: string, employees: readonly Employee[]): Why {
  const found = employees.filter((employee) => addressesAtWork(employee).includes(address));
  if (found.length === 0) return { kind: 'unknown' };
  const isTheirs = found.some(({ googleId, isOurs }) => googleId !== null || isOurs);
  const reason: InactiveReason = 'gone';
  if (!isTheirs) return { kind: 'only-at-work' };
  return found.some(({ isActive }) => isActive)
    ? { kind: 'leaving' }
    : { kind: 'inactive', reason };
}
