import { buttons, mainButton, opens } from '../card/action';
import { card, fact, marked, paragraph, section, type Mark } from '../card/card';
import type { Card, CardSection, Widget } from '../card/card-json';
import { PLACES } from '../card/consoles';
import { copyable } from '../card/copyable';
import { failureSection } from '../card/failure-section';
import { failureWords } from '../card/failure-words';
import { scopeNames } from '../card/words-table';
import type { Failure } from '../kit/failure';
import type { ScopeNeed } from '../kit/needs';
import type { Result } from '../kit/result';
import { scopeLine, type ScopeProof } from './delegation';
import { keyFingerprint } from './key-file';
import type { ServiceAccount } from './ports';

export interface Connection {
  /** The service account whose key Tandem holds, or why that key cannot be used. */
  readonly account: Result<Pick<ServiceAccount, 'email' | 'clientId' | 'keyId'>, Failure>;
  /** What the features that are switched on need. */
  readonly needs: readonly ScopeNeed[];
  /** Empty until something has been tried. */
  readonly proofs: readonly ScopeProof[];
}

/** What an administrator pastes into domain-wide delegation, and how each scope stands (I4-I7, S13, S14, TB7, TB8). */
export const delegationSections = (connection: Connection): readonly CardSection[] => {
  const { account, needs, proofs } = connection;
  if (!account.ok) return [failureSection(account.failure)];
  const { clientId } = account.value;
  const { path, link } = PLACES.delegation;
  return [
    section(
      'Domain-wide delegation',
      paragraph(
        'As a super administrator, press the button. Google’s form opens in a new tab with both texts filled in: choose Authorize there, then come back.',
      ),
      buttons(mainButton(link.text, opens(filledIn(link.url, clientId, scopeLine(needs))))),
      paragraph(
        `If the form is empty: ${path} → Add new. Paste both texts, then choose Authorize.`,
      ),
      copyable('client-id', 'Client ID', clientId),
      copyable('scopes', 'OAuth scopes (comma-delimited)', scopeLine(needs)),
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

/** How Tandem reaches people's data. It shows only a fingerprint of the key (D17). */
export const connectionCard = (connection: Connection): Card => {
  const { account } = connection;
  const sections = delegationSections(connection);
  if (!account.ok) return card('Connection', ...sections);
  return card(
    'Connection',
    section(
      'Service account',
      fact('Address', account.value.email),
      fact('Key', `${keyFingerprint(account.value)}…`, {
        below: 'The beginning of its ID. The key itself is never shown.',
      }),
    ),
    ...sections,
  );
};

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
