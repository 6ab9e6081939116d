import members from '../members.json';

export type MemberKind = 'method' | 'property';

/**
 * Members of the reference by class, as @types/google-apps-script names them: `Properties.Properties`,
 * `CardService.TextButton`, `AdminDirectory.Users.Photos`. The underscores of the types' namespaces are left out.
 */
export const REFERENCE: ReadonlyMap<string, ReadonlyMap<string, MemberKind>> = new Map(
  Object.entries(members as Record<string, readonly string[]>).map(([name, list]) => [
    name,
    new Map(list.map((member) => kindOf(member))),
  ]),
);

/** Properties are written with a dot before their name. */
function kindOf(member: string): [name: string, kind: MemberKind] {
  return member.startsWith('.') ? [member.slice(1), 'property'] : [member, 'method'];
}

const ROOT = 'https://developers.google.com/apps-script';

const ADVANCED: Readonly<Record<string, string>> = {
  AdminDirectory: 'admin-sdk-directory',
  AdminReports: 'admin-sdk-reports',
  Calendar: 'calendar',
  Sheets: 'sheets',
  Drive: 'drive',
};

/** Folders of the reference whose names are not the kebab-case form of the types' namespace. */
const FOLDERS: Readonly<Record<string, string>> = {
  URLFetch: 'url-fetch',
  XMLService: 'xml-service',
  HTML: 'html',
  JDBC: 'jdbc',
  Global: 'base',
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

/** Globals that are not emulated, with their folders in the reference. */
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
  Maps: 'maps',
  Charts: 'charts',
  XmlService: 'xml-service',
  Jdbc: 'jdbc',
  ConferenceDataService: 'conference-data',
  AddOnsResponseService: 'add-ons-response-service',
};

/** Google's page about a global that is not emulated; the list of advanced services for one of those. */
export function pageOfService(service: string): string {
  const folder = SERVICE_FOLDERS[service];
  return folder === undefined
    ? `${ROOT}/guides/services/advanced`
    : `${ROOT}/reference/${folder}/${kebab(service)}`;
}
