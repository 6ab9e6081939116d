/** Everybody in the work system with the state of their connection (I9-I13). */
import type { FailureKind } from '../kit/failure';
import type { PersonSync, WhoConnects, WorkPerson } from './ports';

export type LineState =
  /** Their own two-way sync. */
  | 'own'
  /** An administrator connected them. */
  | 'connected'
  /** The same, before they have been told. */
  | 'waiting'
  /** Google or the work system does not let Tandem reach them. */
  | 'stopped'
  | 'off'
  /** The person turned it off. */
  | 'ended';

export interface Line {
  /** The work system's id, or Google's for somebody whom the work system does not know. */
  readonly key: string;
  readonly name: string;
  /** As the work system knows them. */
  readonly email: string;
  /** All addresses that they can be connected by, the first one first. */
  readonly addresses: readonly string[];
  readonly state: LineState;
  readonly person: WorkPerson | null;
  readonly sync: PersonSync | null;
}

/** Failures that last until somebody gives access again. */
const STOPS: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'grant-revoked',
  'suspended-subject',
  'unknown-subject',
  'inactive-at-work',
  'address-mismatch',
  'calendar-off',
  'unauthorized-client',
  'delegation-mismatch',
  'scope-not-delegated',
  'forbidden',
]);

export function stateOf(sync: PersonSync | null): LineState {
  if (sync === null) return 'off';
  const { state, failure, connected, consentedAt } = sync;
  if (failure !== null && (state === 'off' || STOPS.has(failure))) return 'stopped';
  if (state === 'on' && !connected) return 'own';
  if (state === 'on') return connected?.toldAt === null ? 'waiting' : 'connected';
  return connected || consentedAt === '' ? 'off' : 'ended';
}

const wordsIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** In the order of their names. People who left and were never connected are not among them. */
export function linesOf(
  people: readonly WorkPerson[],
  syncs: readonly PersonSync[],
): readonly Line[] {
  const byId = new Map(syncs.map((sync) => [sync.userId, sync]));
  const byAddress = new Map(
    syncs.flatMap((sync) => sync.addresses.map((at) => [at, sync] as const)),
  );
  const lines: Line[] = [];
  const known = new Set<PersonSync>();
  for (const person of people) {
    const { googleId, email, aliases, givenName, familyName } = person;
    const sync = (googleId === null ? byAddress.get(email) : byId.get(googleId)) ?? null;
    if (sync) known.add(sync);
    else if (!person.isActive) continue;
    const name = `${givenName} ${familyName}`.trim() || email;
    const addresses = [...new Set([email, ...wordsIn(aliases)])];
    lines.push({ key: person.id, name, email, addresses, state: stateOf(sync), person, sync });
  }
  for (const sync of syncs) {
    const { userId: key, email, addresses } = sync;
    if (!known.has(sync) && (sync.state === 'on' || sync.failure !== null))
      lines.push({ key, name: email, email, addresses, state: stateOf(sync), person: null, sync });
  }
  return lines.sort((one, other) => one.name.localeCompare(other.name));
}

/** Whether an administrator has it on for them. */
export const isSwitchedOn = ({ sync }: Line): boolean =>
  sync?.connected !== undefined && (sync.state === 'on' || sync.failure !== null);

/** Whether an administrator may turn it on or off for them. What somebody decided themself is stronger. */
export const canSwitch = (line: Line, policy: WhoConnects): boolean =>
  isSwitchedOn(line) ||
  (line.state === 'off' && policy === 'administrators' && line.person?.isActive === true);

export type Group = 'connected' | 'off' | 'stopped';

export const groupOf = ({ state }: Line): Group =>
  state === 'stopped' ? 'stopped' : state === 'off' || state === 'ended' ? 'off' : 'connected';
