/** Words for what can be wrong with the service account, its key and its delegation, and with one person's account. */
import type { KeyProblem } from '../kit/failure';
import { PLACES } from './consoles';
import { said, scopeNames, type WordsTable } from './words-table';

const KEY_PROBLEMS: Readonly<Record<KeyProblem, string>> = {
  missing: 'No key has been given to Tandem yet.',
  unreadable: 'The text is not a key file that Google made for a service account.',
  'not-a-private-key': 'The file contains no private key in PEM format.',
  'too-large': 'The file is far larger than a key.',
  'too-short': 'The key is shorter than 2048 bits.',
  'no-email': 'The file does not name its service account and client ID.',
};

const ADD_NEW = `${PLACES.delegation.path} → Add new`;

export const CONNECTION_WORDS = {
  'unauthorized-client': ({ clientId }) =>
    said({
      heading: 'Domain-wide delegation is not set up for Tandem',
      meaning: `Google does not let the client ${clientId} act for anybody in this organization, or not with any of the scopes.`,
      cure: `As a super administrator: ${ADD_NEW}, paste the client ID and the scopes shown in step 3, then Authorize. If that is done already, wait and try again: Google may take from minutes to 24 hours.`,
      at: PLACES.delegation,
    }),
  'scope-not-delegated': ({ scope }) =>
    said({
      heading: 'A scope is missing in domain-wide delegation',
      meaning: `The client is known, but was not authorized for ${scopeNames(scope.split(' '))}.`,
      cure: `As a super administrator: ${PLACES.delegation.path} → Tandem’s client ID → Edit, and paste the whole scope line shown in step 3. Google may take from minutes to 24 hours.`,
      at: PLACES.delegation,
    }),
  'client-internal': ({ clientId }) =>
    said({
      heading: 'Tandem’s client is restricted to another organization',
      meaning: `The client ${clientId} may be used only inside the organization that made it.`,
      cure: 'Whoever publishes Tandem sets the user type of its consent screen to External.',
    }),
  'invalid-key': ({ problem }) =>
    said({
      heading: 'The service account key cannot be used',
      meaning: KEY_PROBLEMS[problem],
      cure: `Make a new key in ${PLACES.serviceAccounts.path} → the account → Keys → Add key → Create new key → JSON, and enter it again.`,
      at: PLACES.serviceAccounts,
    }),
  'key-revoked': ({ serviceAccount }) =>
    said({
      heading: 'The service account key is no longer valid',
      meaning: `Google refuses the signature of ${serviceAccount}: the key was deleted or disabled.`,
      cure: `Make a new key in ${PLACES.serviceAccounts.path} → the account → Keys, and enter it.`,
      at: PLACES.serviceAccounts,
    }),
  'service-account-disabled': ({ serviceAccount }) =>
    said({
      heading: 'The service account is switched off',
      meaning: `Google says that ${serviceAccount} was disabled or deleted.`,
      cure: `Enable it in ${PLACES.serviceAccounts.path}.`,
      at: PLACES.serviceAccounts,
    }),
  'grant-revoked': ({ account }) =>
    said({
      heading: 'The authorization was withdrawn',
      meaning: `Google no longer accepts the authorization that ${account} gave Tandem.`,
      cure: 'Open Tandem with this account and authorize again. Nothing that Tandem has kept is lost.',
      at: PLACES.connections,
    }),
  'suspended-subject': ({ account }) =>
    said({
      heading: `${account} is suspended`,
      meaning: 'Google does not let anybody act for a suspended account, so it is not synced.',
      cure: `Nothing, if that is intended. Otherwise reactivate the account: ${PLACES.users.path}.`,
      at: PLACES.users,
    }),
  'unknown-subject': ({ account }) =>
    said({
      heading: `Google has no active account ${account}`,
      meaning:
        'No active user has this as primary address: it may be an alias, misspelled, suspended or deleted.',
      cure: `Compare it with the primary address in ${PLACES.users.path}.`,
      at: PLACES.users,
    }),
  'address-mismatch': ({ address }) =>
    said({
      heading: `${address} is not the same in both systems`,
      meaning: 'People are joined by address at first, and this one has no counterpart.',
      cure: 'Make the addresses the same in the work system and in Google Workspace.',
      at: PLACES.users,
    }),
  'calendar-off': ({ account }) =>
    said({
      heading: 'Google Calendar is off for this person',
      meaning: `${account} does not have the Calendar service.`,
      cure: `Turn it on for them: ${PLACES.googleServices.path} → Calendar.`,
      at: PLACES.googleServices,
    }),
} satisfies Partial<WordsTable>;
