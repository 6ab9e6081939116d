import { admin } from '../shell/workspace-client';

export interface Key {
  readonly keyId: string;
  readonly createdAt: string;
  readonly disabled: boolean;
}

export interface ServiceAccount {
  readonly email: string;
  /** The OAuth 2 client ID that domain-wide delegation asks for. */
  readonly uniqueId: string;
  readonly displayName: string;
  readonly disabled: boolean;
  /** Addresses. */
  readonly tokenCreators: readonly string[];
  readonly keys: readonly Key[];
}

export interface Project {
  readonly projectNumber: string;
  readonly projectId: string;
  readonly name: string;
  /** By service name. */
  readonly enabledApis: readonly string[];
  readonly keyCreationDisabled: boolean;
  readonly serviceAccounts: readonly ServiceAccount[];
}

export interface Projects {
  /** Null for somebody outside every organization. */
  readonly organization: {
    readonly name: string;
    readonly domain: string;
    readonly keyCreationDisabled: boolean;
  } | null;
  readonly projects: readonly Project[];
}

export const cloudProjects = (account: string): Promise<Projects> =>
  admin(account, 'cloud.projects');

/** A project by its id. @throws Error where this person has no access to it. */
export async function cloudProject(account: string, projectId: string): Promise<Project> {
  const { projects } = await cloudProjects(account);
  const found = projects.find((one) => one.projectId === projectId);
  if (!found) throw new Error(`You need additional access to ${projectId}, or it does not exist.`);
  return found;
}

/** The emulated APIs: service name, title, purpose. */
export const APIS: readonly (readonly [service: string, title: string, does: string])[] = [
  ['admin.googleapis.com', 'Admin SDK API', 'Directory and audit logs of an organization'],
  ['calendar-json.googleapis.com', 'Google Calendar API', 'Calendars and events'],
  ['drive.googleapis.com', 'Google Drive API', 'Files and who may see them'],
  ['sheets.googleapis.com', 'Google Sheets API', 'Spreadsheets'],
  ['script.googleapis.com', 'Apps Script API', 'Script projects and deployments'],
  [
    'appsmarket-component.googleapis.com',
    'Google Workspace Marketplace API',
    'Who has licensed an app',
  ],
  [
    'iamcredentials.googleapis.com',
    'IAM Service Account Credentials API',
    'Signing for a service account without a key',
  ],
];
