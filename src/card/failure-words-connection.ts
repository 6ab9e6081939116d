/** Words for what can be wrong with the service account, its key and its delegation, and with one person's account. */
import type { KeyProblem } from '../kit/failure';
import { PLACES } from './consoles';
import { named, quoted, said, scopeNames, type WordsTable } from './words-table';

const KEY_PROBLEMS: Readonly<Record<KeyProblem, string>> = {
  missing: 'No key has been given to Tandem yet.',
  unreadable: 'The text is not a key file that Google made for a service account.',
  'not-a-private-key': 'The file contains no private key in PEM format.',
  'too-large': 'The file is far larger than a key.',
  'too-short': 'The key is shorter than 2048 bits.',
  'no-email': 'The file does not name its service account and client ID.',
  'foreign-email':
    'The address in the file is not that of a service account: Google’s end in gserviceaccount.com.',
  'other-email': 'The address that was typed is not the one in the key file.',
  'email-missing':
    'This kind of file does not say whose key it is: type the service account’s address as well.',
};

const ADD_NEW = `${PLACES.delegation.path} → Add new`;

/** Who has the key and the Cloud project: the organization itself, or the publisher. */
const newKey = () =>
  `If it is your organization’s own: create a new key there and add it on the page Connection. Otherwise, whoever publishes Tandem makes a new key in ${PLACES.serviceAccounts.path} → the account → Keys → Add key → Create new key → JSON, and puts the whole file into the script property publisher.service-account-key. If Google refuses to make a key, an organization policy administrator switches off iam.disableServiceAccountKeyCreation for that project.`;

const robotNamed = (serviceAccount: string): string =>
  named(serviceAccount, 'Tandem’s service account');

export const CONNECTION_WORDS = {
  'unauthorized-client': ({ clientId }) =>
    said({
      heading: 'Domain-wide delegation is not set up for Tandem',
      meaning: `Nothing is delegated to the client ${named(clientId, 'of Tandem')} in this organization, so Google does not let it act for anybody.`,
      cure: `As a super administrator: ${ADD_NEW}, paste the client ID (the number, not an address) and the scopes shown in step 3, then Authorize. If that is done already, wait and try again: Google may take from minutes to 24 hours, and where your organization wants two approvals, another super administrator has to agree first.`,
      at: PLACES.delegation,
    }),
  'delegation-mismatch': ({ clientId }) =>
    said({
      heading: 'The delegation does not fit Tandem',
      meaning: `Google knows of a delegation, but it names an address or a group where the client ID belongs (${named(clientId, 'a number')}), or other scopes. Each scope counts only by its own name: neither a broader nor a narrower one stands in for it.`,
      cure: `As a super administrator: ${PLACES.delegation.path}. Delete an entry without the client ID, and give Tandem’s the whole scope line shown in step 3.`,
      at: PLACES.delegation,
    }),
  'scope-not-delegated': ({ scope }) =>
    said({
      heading: 'A scope is missing in domain-wide delegation',
      meaning: `The client is known, but was not authorized for ${scopeNames(scope.split(' '))}. A broader scope does not include it.`,
      cure: `As a super administrator: ${PLACES.delegation.path} → Tandem’s client ID → Edit, and paste the whole scope line shown in step 3. Google may take from minutes to 24 hours.`,
      at: PLACES.delegation,
    }),
  'client-internal': ({ clientId }) =>
    said({
      heading: 'Tandem’s client is restricted to another organization',
      meaning: `The client ${named(clientId, 'of Tandem')} may be used only inside the organization that made it.`,
      cure: 'Whoever publishes Tandem sets the user type of its consent screen to External.',
    }),
  'invalid-key': ({ problem }) =>
    said({
      heading: 'The service account key cannot be used',
      meaning: KEY_PROBLEMS[problem],
      cure: newKey(),
      at: PLACES.serviceAccounts,
    }),
  'key-revoked': ({ serviceAccount }) =>
    said({
      heading: 'The service account key is no longer valid',
      meaning: `Google refuses the signature of ${robotNamed(serviceAccount)}: the key was deleted or disabled, or is another account’s. Google disables keys that it finds published.`,
      cure: `${newKey()} Google may refuse a key for a minute after it was made.`,
      at: PLACES.serviceAccounts,
    }),
  'service-account-disabled': ({ serviceAccount }) =>
    said({
      heading: 'The service account is switched off',
      meaning: `Google says that ${robotNamed(serviceAccount)} is disabled. Nobody’s own account is to blame.`,
      cure: `Whoever owns its Cloud project, your organization or the publisher of Tandem, enables it in ${PLACES.serviceAccounts.path}.`,
      at: PLACES.serviceAccounts,
    }),
  'may-not-sign': ({ serviceAccount }) =>
    said({
      heading: 'Tandem may not sign for the service account',
      meaning: `Google does not let this account sign for ${robotNamed(serviceAccount)}: the role is missing, or there is no such account.`,
      cure: `In ${PLACES.serviceAccounts.path} → the account → Permissions → Grant access: add this administrator and the sync account with the role Service Account Token Creator. Google may take some minutes.`,
      at: PLACES.serviceAccounts,
    }),
  'service-account-deleted': ({ serviceAccount }) =>
    said({
      heading: 'The service account was deleted',
      meaning: `Google no longer knows ${robotNamed(serviceAccount)}. Nobody’s own account is to blame.`,
      cure: 'Whoever owns its Cloud project, your organization or the publisher of Tandem, restores it within 30 days (gcloud iam service-accounts undelete). A new one has another client ID, which has to be delegated again.',
      at: PLACES.serviceAccounts,
    }),
  'clock-differs': () =>
    said({
      heading: 'Google’s clocks do not agree',
      meaning:
        'Google refused a request as too old or too new: the machine that ran Tandem had another time than the one that gives tokens.',
      cure: 'Nothing needs to be done: the next run comes from another machine.',
    }),
  'key-of-another-project': ({ project }) =>
    said({
      heading: 'The service account belongs to another Cloud project',
      meaning: `Only an account of the Marketplace listing’s own project${named(project, '') && ` (number ${project})`} may ask who has installed Tandem, and Google says that this one is not.`,
      cure: `Whoever publishes Tandem compares the number in the script property publisher.project-number, and if that is right makes the service account and its key in that project: ${PLACES.serviceAccounts.path}.`,
      at: PLACES.serviceAccounts,
    }),
  'grant-revoked': ({ account }) =>
    said({
      heading: 'The authorization was withdrawn',
      meaning: `Google no longer accepts the authorization that ${named(account, 'this account')} gave Tandem.`,
      cure: 'Open Tandem with this account and authorize again. Nothing that Tandem has kept is lost.',
      at: PLACES.connections,
    }),
  'suspended-subject': ({ account }) =>
    said({
      heading: `${named(account, 'This account')} is suspended`,
      meaning: 'Google does not let anybody act for a suspended account, so it is not synced.',
      cure: `Nothing, if that is intended. Otherwise reactivate the account: ${PLACES.users.path}. Then they turn their calendar sync on again themselves.`,
      at: PLACES.users,
    }),
  'inactive-at-work': ({ account }) =>
    said({
      heading: `${named(account, 'This person')} is not active in the work system`,
      meaning:
        'The work system says that this person does not work here any more, so their calendar is not synced. Their Google account is not suspended.',
      cure: 'Nothing, if that is intended. Otherwise whoever keeps the work system makes them active there (in the workbook: Active in the sheet People), and they turn their sync on again.',
    }),
  'unknown-subject': ({ account }) =>
    said({
      heading: `Google has no active account ${named(account, 'for this person')}`,
      meaning:
        'No active user has this as primary address: it may be an alias, misspelled, suspended or deleted.',
      cure: `Compare it with the primary address in ${PLACES.users.path}.`,
      at: PLACES.users,
    }),
  'address-mismatch': ({ address }) =>
    said({
      heading: `${named(address, 'The address')} is not the same in both systems`,
      meaning: 'People are joined by address at first, and this one has no counterpart.',
      cure: 'Make the addresses the same in the work system and in Google Workspace.',
      at: PLACES.users,
    }),
  'calendar-off': ({ account }) =>
    said({
      heading: 'Google Calendar is off for this person',
      meaning: `${named(account, 'This account')} does not have the Calendar service.`,
      cure: `Turn it on for them: ${PLACES.googleServices.path} → Calendar.`,
      at: PLACES.googleServices,
    }),
  'calendar-not-listed': ({ account, reason }) =>
    said({
      heading: 'Google did not list this calendar',
      meaning: `Tandem asked for the events of ${named(account, 'this person')}, and Google refused: ${quoted(reason)}. Nothing was changed because of it, and everybody else’s sync goes on.`,
      cure: 'Tandem tries again by itself. If this goes on for a day, tell whoever publishes Tandem what Google said.',
    }),
} satisfies Partial<WordsTable>;
