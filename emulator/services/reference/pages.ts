import members from '../members.json';

/**
 * Members of the reference by class, as @types/google-apps-script has them: `Properties.Properties`,
 * `CardService.TextButton`, `AdminDirectory.Users.Photos`. Underscores of the types' namespaces are left out.
 */
export const REFERENCE: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(members as Record<string, readonly string[]>).map(([name, list]) => [
    name,
    new Set(list),
  ]),
);

const ROOT = 'https://developers.google.com/apps-script';

const ADVANCED: Readonly<Record<string, string>> = {
  AdminDirectory: 'admin-sdk-directory',
  AdminReports: 'admin-sdk-reports',
  Calendar: 'calendar',
  Sheets: 'sheets',
  Drive: 'drive',
};

/** Folders of the reference whose names are not the kebab form of the types' namespace. */
const FOLDERS: Readonly<Record<string, string>> = {
  URLFetch: 'url-fetch',
  XMLService: 'xml-service',
  HTML: 'html',
  JDBC: 'jdbc',
  CalendarApp: 'calendar',
};

/** Google's page about a class of the reference or an advanced service. */
export function pageOf(name: string): string {
  const [first = '', second] = name.replaceAll('_', '').split('.');
  const advanced = ADVANCED[first];
  if (advanced) return `${ROOT}/advanced/${advanced}`;
  const folder = `${ROOT}/reference/${FOLDERS[first] ?? kebab(first)}`;
  return second === undefined ? folder : `${folder}/${kebab(second)}`;
}

/** `HTTPResponse` → `http-response`. */
const kebab = (name: string): string =>
  name
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();

/** Globals whose reference folder is not in their name. */
const SERVICE_FOLDERS: Readonly<Record<string, string>> = {
  SpreadsheetApp: 'spreadsheet',
  CalendarApp: 'calendar',
  DriveApp: 'drive',
  GmailApp: 'gmail',
  DocumentApp: 'document',
  SlidesApp: 'slides',
  FormApp: 'forms',
  GroupsApp: 'groups',
  ContactsApp: 'contacts',
  SitesApp: 'sites',
  LanguageApp: 'language',
  LinearOptimizationService: 'optimization',
  DataStudioApp: 'data-studio',
  Browser: 'base',
  ScriptProperties: 'properties',
  UserProperties: 'properties',
};

/** Google's page about a global that is not carried, or about the advanced services. */
export function pageOfService(service: string): string {
  const folder = SERVICE_FOLDERS[service];
  if (folder !== undefined) return `${ROOT}/reference/${folder}/${kebab(service)}`;
  return /App$|Service$|^(Maps|Charts|Jdbc)$/.test(service)
    ? `${ROOT}/reference/${kebab(service.replace(/Service$/, ''))}`
    : `${ROOT}/guides/services/advanced`;
}
