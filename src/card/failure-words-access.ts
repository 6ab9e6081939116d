/**
 * Words for what can be missing in an organization, its install and its consent. Headings are from the help articles
 * (H32-H36).
 */
import { PLACES } from './consoles';
import { named, said, scopeNames, type WordsTable } from './words-table';

const WHAT_HAPPENED = {
  suspended: 'is suspended',
  deleted: 'was deleted',
  'not-admin': 'is no longer an administrator',
  'cannot-open': 'can no longer open the workbook',
} as const;

/** The same words for the middle and for the beginning of a sentence. */
const accountNamed = (account: string): string => named(account, 'this account');
const AccountNamed = (account: string): string => named(account, 'The account');

export const ACCESS_WORDS = {
  'api-access-blocked': () =>
    said({
      heading: 'Block all third-party API access',
      meaning:
        'Your organization keeps apps like Tandem away from its Google data: either all third-party API access is blocked, or Tandem is.',
      cure: `In ${PLACES.apiControls.path}, clear “Block all third-party API access” (newer consoles: Settings → Unconfigured third-party apps), or make Tandem a trusted app under App access control → Manage app access. Then try again; Google may take some minutes.`,
      at: PLACES.apiControls,
    }),
  'service-restricted': ({ service }) =>
    said({
      heading: `Tandem may not reach ${named(service, 'a Google service')}`,
      meaning:
        'Your organization keeps this service for trusted apps, and Tandem has only limited access. Google answers for other services.',
      cure: `In ${PLACES.apiControls.path} → App access control → Manage app access → Tandem, choose Trusted. Then try again; Google may take some minutes.`,
      at: PLACES.apiControls,
    }),
  'not-installed': () =>
    said({
      heading: 'Tandem has not been properly installed in Google Workspace',
      meaning:
        'Google knows of no install of Tandem for your whole organization. An install by one person alone does not count.',
      cure: 'Go back to step 1: open Tandem in the Google Workspace Marketplace and choose Admin install, not Individual install.',
      at: PLACES.marketplaceApps,
    }),
  'outside-install': ({ account }) =>
    said({
      heading: 'The installation does not cover your own organizational unit',
      meaning: `Tandem is installed for some organizational units or groups, and ${accountNamed(account)} is in none of them. The installation cannot be completed like this.`,
      cure: `In ${PLACES.marketplaceApps.path} → Tandem → User access, turn Tandem on for your own organizational unit, or for everyone.`,
      at: PLACES.marketplaceApps,
    }),
  'not-directory-admin': ({ account }) =>
    said({
      heading: 'This account cannot access the Google Workspace Directory',
      meaning: `Google did not let ${accountNamed(account)} read the organization’s directory.`,
      cure: `Choose another account, or give this one an administrator role with the right to read users under Admin API privileges: ${PLACES.roles.path}. New rights can take up to 24 hours.`,
      at: PLACES.roles,
    }),
  'directory-partly-readable': ({ account }) =>
    said({
      heading: 'This account sees only a part of the Google Workspace Directory',
      meaning: `Google does not show ${accountNamed(account)} everybody in your organization: its role covers only some organizational units. To Tandem, everybody else would seem to have left, so it changed nothing.`,
      cure: `Choose another account, or give this one its role for the whole organization: ${PLACES.roles.path}. New rights can take up to 24 hours.`,
      at: PLACES.roles,
    }),
  'org-unit-lost': ({ unit }) =>
    said({
      heading: `Nobody is in ${named(unit, 'an org unit')} any more`,
      meaning:
        'This org unit decides who takes part in the directory sync. Perhaps it was renamed, moved or deleted. Its people would seem to have left, so Tandem changed nothing.',
      cure: `Open People → Who takes part, and name the org unit as it is now called in ${PLACES.users.path}, or take it out.`,
      at: PLACES.users,
    }),
  'sync-account-gone': ({ account, how }) =>
    said({
      heading: 'The sync account can no longer run Tandem',
      meaning: `${AccountNamed(account)} ${WHAT_HAPPENED[how]}. The directory is read with its rights, and every sync runs in its name.`,
      cure: 'Another administrator becomes the sync account: Integrations → Change sync account. Nothing that Tandem keeps is lost.',
      at: PLACES.users,
    }),
  'deputy-gone': ({ account, how }) =>
    said({
      heading: 'The deputy can no longer stand in',
      meaning: `${AccountNamed(account)} ${WHAT_HAPPENED[how]}. If the sync account were gone too, nobody could open the workbook.`,
      cure: 'Choose another deputy: Integrations → Change deputy.',
      at: PLACES.users,
    }),
  'missing-scopes': ({ scopes }) =>
    said({
      heading: 'Authentication was not complete',
      meaning: `Authorization was granted only in part. Missing: ${scopeNames(scopes)}.`,
      cure: `Authorize again and leave every box ticked. If Google does not ask, remove Tandem at ${PLACES.connections.path} first and open Tandem again. Nothing that Tandem has kept is lost.`,
      at: PLACES.connections,
    }),
  'service-disabled': ({ service }) =>
    said({
      heading: `${named(service, 'A Google API')} is not enabled`,
      meaning: `The Cloud project that Tandem belongs to does not have ${named(service, 'one of the APIs that it needs')} switched on.`,
      cure: `Whoever publishes Tandem enables it in ${PLACES.apiLibrary.path} → ${named(service, 'the API')} → Enable. It takes a few minutes to take effect.`,
      at: PLACES.apiLibrary,
    }),
  'url-not-allowed': ({ host }) =>
    said({
      heading: `Tandem may not connect to ${named(host, 'an address that it needs')}`,
      meaning:
        'The organization, or Tandem’s own manifest, allows scripts to reach certain addresses only.',
      cure: `Ask an administrator to allow ${named(host, 'the address of the work system')}: Admin console → Apps → Google Workspace → Drive and Docs → Apps Script.`,
      at: PLACES.googleServices,
    }),
  'paid-account-needed': () =>
    said({
      heading: 'A Google Workspace account is needed',
      meaning: 'This is a personal Google Account. Tandem works for organizations with Workspace.',
      cure: 'Sign in with the account that your organization gave you.',
    }),
  'domain-taken': ({ domain }) =>
    said({
      heading: `${named(domain, 'A domain')} belongs to another organization`,
      meaning: 'Another organization set Tandem up with this domain before. Nothing was changed.',
      cure: 'Tell whoever publishes Tandem that the domain has moved.',
    }),
} satisfies Partial<WordsTable>;
