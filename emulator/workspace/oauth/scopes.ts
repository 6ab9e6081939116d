// scope-descriptions.json: the `auth` sections of Google's Discovery documents, with the same origin and license as those in
// emulator/discovery (see its README).
import DISCOVERY_DESCRIPTIONS from './scope-descriptions.json';

/**
 * The console's name for a Google service, in API controls ("Manage Google services") and, in upper case, as the token log's
 * `product_bucket`.
 */
export type GoogleService =
  | 'calendar'
  | 'drive'
  | 'gmail'
  | 'admin'
  | 'contacts'
  | 'groups'
  | 'tasks'
  | 'classroom'
  | 'communications'
  | 'apps_script_api'
  | 'apps_script_runtime'
  | 'cloud'
  | 'identity'
  | 'other';

const PREFIX = 'https://www.googleapis.com/auth/';

/** Scopes of Apps Script itself, which no Discovery document describes, and short names of sign-in scopes. */
const OWN_DESCRIPTIONS: Readonly<Record<string, string>> = {
  email: 'See your primary Google Account email address',
  profile: "See your personal info, including any personal info you've made publicly available",
  [`${PREFIX}script.external_request`]: 'Connect to an external service',
  [`${PREFIX}script.scriptapp`]: 'Run by itself while you are away',
  [`${PREFIX}script.send_mail`]: 'Send email as you',
  [`${PREFIX}script.storage`]: 'Keep and read data of this application',
  [`${PREFIX}script.locale`]: 'See your language and country while you use the add-on',
  [`${PREFIX}script.container.ui`]: 'Show its own pages and sidebars inside Google applications',
  [`${PREFIX}script.webapp.deploy`]: 'Publish this application as a web app or service',
  [`${PREFIX}calendar.addons.execute`]: 'Run as an add-on in Google Calendar',
  [`${PREFIX}calendar.addons.current.event.read`]:
    'See the event that is open while you use the add-on',
  [`${PREFIX}calendar.addons.current.event.write`]:
    'Change the event that is open while you use the add-on',
  [`${PREFIX}drive.addons.metadata.readonly`]:
    'See what files are selected while you use the add-on',
  [`${PREFIX}gmail.addons.execute`]: 'Run as an add-on in Gmail',
  [`${PREFIX}workspace.linkpreview`]:
    'See and act on links of certain sites in Google applications',
  [`${PREFIX}spreadsheets.currentonly`]: 'See and change the spreadsheet it is installed in',
  [`${PREFIX}documents.currentonly`]: 'See and change the document it is installed in',
  [`${PREFIX}presentations`]: 'See, edit, create and delete all your Google Slides presentations',
  [`${PREFIX}presentations.currentonly`]: 'See and change the presentation it is installed in',
  [`${PREFIX}documents.readonly`]: 'See all your Google Docs documents',
};

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  ...DISCOVERY_DESCRIPTIONS,
  ...OWN_DESCRIPTIONS,
};

/** APIs that are not emulated at all, but whose scopes Google would accept. */
const FOREIGN_FAMILIES =
  /^https:\/\/www\.googleapis\.com\/auth\/(analytics|androidpublisher|bigquery|blogger|books|classroom|cloud-|content|devstorage|ediscovery|firebase|fitness|forms|games|keep|photoslibrary|plus|siteverification|tasks|webmasters|youtube|user\.)/;

/** Whether Google knows a scope with this name. Case matters. */
export const isKnownScope = (scope: string): boolean =>
  Object.hasOwn(DESCRIPTIONS, scope.replace(/\/$/, '')) ||
  Object.hasOwn(DESCRIPTIONS, scope) ||
  FOREIGN_FAMILIES.test(scope);

/** The consent screen's words for what the scope allows: Google's sentence from Discovery, where there is one. */
export const describeScope = (scope: string): string => DESCRIPTIONS[scope] ?? scope;

/** "Basic info needed for Sign in with Google": granted without a box to tick. */
export const isSignInScope = (scope: string): boolean => SIGN_IN.has(scope);

const SIGN_IN: ReadonlySet<string> = new Set([
  'openid',
  'email',
  'profile',
  `${PREFIX}userinfo.email`,
  `${PREFIX}userinfo.profile`,
]);

/** First match wins. */
const SERVICES: readonly (readonly [pattern: RegExp, service: GoogleService])[] = [
  [/^(openid|email|profile)$|^(userinfo|user)\./, 'identity'],
  [/^calendar\b|\/calendar\/feeds/, 'calendar'],
  [/^gmail\b|mail\.google\.com/, 'gmail'],
  [/^(drive|documents|spreadsheets|presentations|forms)\b/, 'drive'],
  [/^(admin\.|apps\.|cloud-identity|directory\.readonly)/, 'admin'],
  [/^contacts\b|\/m8\/feeds/, 'contacts'],
  [/^groups\b/, 'groups'],
  [/^tasks\b/, 'tasks'],
  [/^classroom\./, 'classroom'],
  [/^(chat|meetings)\./, 'communications'],
  [/^script\.(projects|deployments|processes|metrics)/, 'apps_script_api'],
  [/^script\./, 'apps_script_runtime'],
  [/^(cloud-platform|pubsub|devstorage|bigquery)/, 'cloud'],
];

const known = new Map<string, GoogleService>();

/** The service whose data a scope gives access to. */
export function serviceOf(scope: string): GoogleService {
  let service = known.get(scope);
  if (!service) {
    const name = scope.startsWith(PREFIX) ? scope.slice(PREFIX.length) : scope;
    service = SERVICES.find(([pattern]) => pattern.test(name))?.[1] ?? 'other';
    known.set(scope, service);
  }
  return service;
}

/** In the token log's form. @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token */
export function productBucket(service: GoogleService): string {
  if (service === 'admin') return 'GSUITE_ADMIN';
  return service === 'cloud' ? 'OTHER' : service.toUpperCase();
}
