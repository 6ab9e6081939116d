import { button, buttons, mainButton, opens, runs } from '../card/action';
import { card, fact, marked, paragraph, section, sentence, type Mark } from '../card/card';
import type { Button, Card, CardSection, Widget } from '../card/card-json';
import { PLACES } from '../card/consoles';
import { copyable } from '../card/copyable';
import { failureSection } from '../card/failure-section';
import { failureWords } from '../card/failure-words';
import { scopeNames } from '../card/words-table';
import type { Failure } from '../kit/failure';
import type { ScopeNeed } from '../kit/needs';
import { ok, type Result } from '../kit/result';
import { scopeLine, type ScopeProof } from './delegation';
import { keyFingerprint } from './key-file';
import type { Leaving } from './leaving';
import { leaveSection, leavingSection } from './leaving-cards';
import { CONNECTION } from './names';
import type { OwnView } from './own-account';
import { keyWidgets, ownButtons } from './own-account-cards';
import type { ServiceAccount } from './ports';

/** What is to be delegated. */
export interface Delegation {
  /** The service account in use, or why it cannot be used. */
  readonly account: Result<Pick<ServiceAccount, 'email' | 'clientId' | 'keyId'>, Failure>;
  /** What the features that are switched on need. */
  readonly needs: readonly ScopeNeed[];
  /** Empty until something has been tried. */
  readonly proofs: readonly ScopeProof[];
  /** Whether the organization may use a service account of its own instead. */
  readonly offersOwn?: boolean;
}

export interface Connection extends Delegation {
  /** The organization's own service account; null where the publisher's is used. */
  readonly own: OwnView | null;
  /** Saved, but not used before it is delegated; null for none. */
  readonly next: (OwnView & Pick<Delegation, 'proofs'>) | null;
  readonly nowMs: number;
  /** Where to go on; null where the organization is set up. */
  readonly setup: Button | null;
  /** Null where it is not being disconnected. */
  readonly leaving: Leaving | null;
}

/** What an administrator pastes into domain-wide delegation, and how each scope stands (I4-I7, S13, S14, TB7, TB8). */
export const delegationSections = ({
  account,
  needs,
  proofs,
  offersOwn = false,
}: Delegation): readonly CardSection[] => {
  if (!account.ok) return [failureSection(account.failure, OWN_BUTTON)];
  const { clientId } = account.value;
  const { path, link } = PLACES.delegation;
  return [
    section(
      'Domain-wide delegation',
      paragraph(
        'As a super administrator, press the button. Google’s form opens in a new tab with both texts filled in: choose Authorize there, then come back.',
      ),
      buttons(
        mainButton(link.text, opens(filledIn(link.url, clientId, scopeLine(needs)))),
        ...(offersOwn ? [OWN_BUTTON] : []),
      ),
      paragraph(
        `If the form is empty: ${path} → Add new. Paste both texts, then choose Authorize.`,
      ),
      copyable(`client-id-${clientId}`, 'Client ID', clientId),
      copyable(`scopes-${clientId}`, 'OAuth scopes (comma-delimited)', scopeLine(needs)),
    ),
    section('Why each scope', ...unique(needs).map((need) => scopeWidget(need, proofs))),
  ];
};

/**
 * Google's own scripts open the page like this; no document promises it, so the texts can be copied as well. A client that is there
 * already gets these scopes in place of its own.
 *
 * @see https://github.com/google/create-service-account
 */
const filledIn = (url: string, clientId: string, scopes: string): string =>
  `${url}?clientIdToAdd=${encodeURIComponent(clientId)}&clientScopeToAdd=${encodeURIComponent(scopes)}&overwriteClientId=true`;

const OWN_BUTTON = button('Use your own service account', runs(CONNECTION.own));

/** How Tandem reaches people's data, and what depends on it. It shows only fingerprints of keys (D17, D26). */
export const connectionCard = (connection: Connection): Card => {
  const { account, next, needs, setup, leaving } = connection;
  return card(
    'Connection',
    ...(setup === null ? [] : [section('Saved', buttons({ ...setup, type: 'FILLED' }))]),
    ...(leaving === null ? [] : [leavingSection(leaving)]),
    ...(next === null ? [] : nextSections(next, needs)),
    ...(account.ok ? [accountSection(connection, account.value)] : []),
    ...delegationSections(connection),
    ...(setup === null && leaving === null ? [leaveSection()] : []),
  );
};

function accountSection(
  { own, nowMs }: Connection,
  { email, keyId }: Pick<ServiceAccount, 'email' | 'keyId'>,
): CardSection {
  return section(
    'Service account',
    fact(own === null ? 'Of Tandem’s publisher' : 'Your organization’s own', email),
    ...(own === null
      ? [
          fact('Key', `${keyFingerprint({ keyId })}…`, {
            below: 'The beginning of its ID. The key itself is never shown.',
          }),
        ]
      : keyWidgets(own, nowMs)),
    sentence(
      'If you withdraw its delegation or delete its key',
      'Calendar sync and availability stop for everybody. People, log exports and the workbook go on: for these, Tandem uses the sync account’s own rights.',
    ),
    own === null ? buttons(OWN_BUTTON) : ownButtons(own),
  );
}

/** What is left to do before the organization's own account is used. */
function nextSections(
  { email, clientId, proofs }: NonNullable<Connection['next']>,
  needs: readonly ScopeNeed[],
): readonly CardSection[] {
  return [
    section(
      'Not used yet',
      fact('Your organization’s own', email),
      paragraph(
        'Delegate this client, then use it. Until then everything goes on with the service account below.',
      ),
      buttons(
        button('Use it now', runs(CONNECTION.use)),
        button('Remove it', runs(CONNECTION.askRemove)),
      ),
    ),
    ...delegationSections({ account: ok({ email, clientId, keyId: '' }), needs, proofs }).map(
      (one, index) => (index === 0 ? { ...one, header: `Delegation of ${email}` } : one),
    ),
  ];
}

function scopeWidget({ scope, reason }: ScopeNeed, proofs: readonly ScopeProof[]): Widget {
  const proof = proofs.find((one) => one.scope === scope)?.proof;
  const mark: Mark = proof === undefined ? 'waiting' : proof.ok ? 'good' : 'bad';
  const evidence =
    proof === undefined ? '' : proof.ok ? proof.value : failureWords(proof.failure).heading;
  return marked(mark, `${scopeNames([scope])}: ${reason}`, evidence);
}

/** Two features may want the same scope, each for its own reason. */
const unique = (needs: readonly ScopeNeed[]): ScopeNeed[] =>
  [...new Set(needs.map(({ scope }) => scope))].map((scope) => ({
    scope,
    reason: needs
      .filter((need) => need.scope === scope)
      .map(({ reason }) => reason)
      .join(' '),
  }));
