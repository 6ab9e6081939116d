/** What an administrator sees of how Tandem reaches people's data, and what they change about it. */
import {
  decides,
  inputOf,
  pushes,
  restarts,
  shows,
  type ActionEntry,
  type Actions,
  type Answer,
  type Inputs,
} from '../card/action';
import { card } from '../card/card';
import type { Button } from '../card/card-json';
import { EMAIL_INPUT, KEY_INPUT } from '../card/door-names';
import { failureSection } from '../card/failure-section';
import type { Failure } from '../kit/failure';
import type { ScopeNeed } from '../kit/needs';
import { fail, ok, type Result } from '../kit/result';
import { connectionCard, type Connection } from './cards';
import type { ScopeProof } from './delegation';
import { leavingEntries, type LeavingPorts } from './leaving-actions';
import { CONNECTION } from './names';
import { ownView, uploadedAccount, withKeysOf, type Digest, type OwnAccount } from './own-account';
import { ownAccountCard, refusedKeyCard, removeCard } from './own-account-cards';
import type { ServiceAccount } from './ports';

export interface ConnectionPorts extends LeavingPorts {
  readonly digest: Digest;
  /** The service account in use without its key, or why it cannot be used. */
  account(): Result<Pick<ServiceAccount, 'email' | 'clientId' | 'keyId'>, Failure>;
  /** The organization's own one; null for none. `next` is saved, but not used yet. */
  own(which: 'used' | 'next'): OwnAccount | null;
  /** Null removes it. */
  saveOwn(which: 'used' | 'next', account: OwnAccount | null): Result<null, Failure>;
  /** Whether this script serves other organizations too: then no key of a customer belongs here. */
  servesOthers(): boolean;
  /** Asks Google for a token of the account's own, and returns its client ID. */
  clientIdOf(account: OwnAccount): Result<string, Failure>;
  /** The address of the publisher's service account; null where there is none. */
  publisher(): string | null;
  /** The scopes that the features want delegated. */
  needs(): readonly ScopeNeed[];
  /** One proof for each scope, made in the caller's own name: for the account in use, or for the organization's own one. */
  proofs(own?: OwnAccount): readonly ScopeProof[];
  /** Where to go on; null where the organization is set up. */
  readonly setup: Button | null;
}

export function connectionActions(ports: ConnectionPorts): Actions {
  const owners = (run: ActionEntry['run']): ActionEntry => ({ for: 'owner', run });
  return {
    [CONNECTION.show]: { for: 'operator', run: () => shows(connectionCard(connectionOf(ports))) },
    [CONNECTION.own]: owners(() =>
      pushes(
        ownAccountCard({
          email: ports.own('used')?.email ?? '',
          servesOthers: ports.servesOthers(),
        }),
      ),
    ),
    [CONNECTION.saveKey]: owners((inputs) => save(ports, inputs, false)),
    [CONNECTION.saveKeyless]: owners((inputs) => save(ports, inputs, true)),
    [CONNECTION.use]: owners(() => useNext(ports)),
    [CONNECTION.keyBefore]: owners(() => changeKeys(ports, ([one, other]) => [other!, one!])),
    [CONNECTION.dropKey]: owners(() => changeKeys(ports, ([one]) => [one!])),
    [CONNECTION.askRemove]: owners(() =>
      pushes(removeCard((ports.own('used') ?? ports.own('next'))?.email ?? '', ports.publisher())),
    ),
    [CONNECTION.remove]: owners(() => remove(ports)),
    ...leavingEntries(ports, {
      hasOwn: () => ports.own('used') !== null,
      refused: (failure) => card('Connection', failureSection(failure)),
      show: (notice) => shown(ports, notice),
    }),
  };
}

function connectionOf(ports: ConnectionPorts): Connection {
  const [used, next] = [ports.own('used'), ports.own('next')];
  return {
    account: ports.account(),
    needs: ports.needs(),
    proofs: ports.proofs(),
    own: used && ownView(used),
    next: next && { ...ownView(next), proofs: ports.proofs(next) },
    nowMs: ports.clock.now(),
    setup: ports.setup,
    leaving: ports.leaving(),
  };
}

const shown = (ports: ConnectionPorts, notice: string): Answer =>
  restarts(connectionCard(connectionOf(ports)), notice);

/** Checked here again, whatever the page has checked: anybody may send anything. */
function save(ports: ConnectionPorts, inputs: Inputs, isKeyless: boolean): Answer {
  const email = inputOf(inputs, EMAIL_INPUT).trim().toLowerCase();
  const refused = (failure: Failure): Answer =>
    shows(refusedKeyCard(failure, { email, isKeyless }));
  if (ports.servesOthers()) return shows(ownAccountCard({ email, servesOthers: true }));
  const given = isKeyless
    ? keyless(email)
    : uploadedAccount({ text: inputOf(inputs, KEY_INPUT), email }, ports);
  if (!given.ok) return refused(given.failure);
  const clientId = ports.clientIdOf(given.value);
  if (!clientId.ok) return refused(clientId.failure);
  const used = ports.own('used');
  const account = withKeysOf({ ...given.value, clientId: clientId.value }, used);
  // Until the client is delegated, nobody's calendar could be reached with it.
  const isReady =
    ports.setup !== null || used?.clientId === account.clientId || isDelegated(ports, account);
  if (isReady) return use(ports, account);
  const saved = ports.saveOwn('next', account);
  return saved.ok
    ? shown(ports, 'Saved. It is used as soon as you have delegated it.')
    : refused(saved.failure);
}

/** Whose it is turns out when Google is asked to sign. */
const keyless = (email: string): Result<OwnAccount, Failure> =>
  email === ''
    ? fail({ kind: 'invalid-key', problem: 'email-missing' })
    : ok({ email, clientId: '', isKeyless: true, keys: [] });

const isDelegated = (ports: ConnectionPorts, account: OwnAccount): boolean =>
  ports.proofs(account).every(({ proof }) => proof.ok);

function use(ports: ConnectionPorts, account: OwnAccount): Answer {
  const { email, isKeyless, keys } = account;
  const saved = ports.saveOwn('used', account);
  if (!saved.ok) return shows(refusedKeyCard(saved.failure, account));
  // One that stays is the same, or is replaced by the next that is saved.
  void ports.saveOwn('next', null);
  const how = isKeyless ? 'without a key' : `with the key ${keys[0]?.fingerprint ?? ''}…`;
  const answer = shown(ports, 'Your own service account is used from now on.');
  return decides(answer, 'Connection', `Google is reached as ${email}, ${how}.`);
}

/** The switch at the end: only what is delegated is used (S14, TB9). */
function useNext(ports: ConnectionPorts): Answer {
  const next = ports.own('next');
  if (next === null || ports.servesOthers()) return shown(ports, 'There is nothing to switch to.');
  if (!isDelegated(ports, next)) return shown(ports, 'Google does not know the delegation yet.');
  return use(ports, next);
}

function changeKeys(
  ports: ConnectionPorts,
  change: (keys: OwnAccount['keys']) => OwnAccount['keys'],
): Answer {
  const used = ports.own('used');
  if (used === null || used.keys.length < 2) return shown(ports, 'There is no other key.');
  const account = { ...used, keys: change(used.keys) };
  const works = ports.clientIdOf(account);
  if (!works.ok) return shows(refusedKeyCard(works.failure, account));
  return use(ports, account);
}

function remove(ports: ConnectionPorts): Answer {
  const email = ports.own('used')?.email ?? ports.own('next')?.email ?? '';
  for (const which of ['used', 'next'] as const) {
    const removed = ports.saveOwn(which, null);
    if (!removed.ok) return shows(refusedKeyCard(removed.failure, { email, isKeyless: false }));
  }
  return decides(
    shown(ports, 'Removed. Delete the key in Google’s console as well.'),
    'Connection',
    `${email} and its keys were removed.`,
  );
}
