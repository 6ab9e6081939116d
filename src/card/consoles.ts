/** Places in Google's consoles where people put things right: the path in Google's own words, and a link. */

export interface Link {
  readonly text: string;
  readonly url: string;
}

export interface ConsolePlace {
  /** The clicks that lead there, beginning with the menu. */
  readonly path: string;
  readonly link: Link;
}

const ADMIN_CONSOLE = 'Admin console → ';
const CLOUD_CONSOLE = 'Google Cloud console → ';

const inAdminConsole = (path: string, text: string, address: string): ConsolePlace => ({
  path: ADMIN_CONSOLE + path,
  link: { text, url: `https://admin.google.com/${address}` },
});

const inCloudConsole = (path: string, text: string, address: string): ConsolePlace => ({
  path: CLOUD_CONSOLE + path,
  link: { text, url: `https://console.cloud.google.com/${address}` },
});

export const PLACES = {
  apiControls: inAdminConsole(
    'Security → Access and data control → API controls',
    'Open API controls',
    'ac/owl',
  ),
  delegation: inAdminConsole(
    'Security → Access and data control → API controls → Domain-wide delegation',
    'Open domain-wide delegation',
    'ac/owl/domainwidedelegation',
  ),
  marketplaceApps: inAdminConsole(
    'Apps → Google Workspace Marketplace apps → Apps list',
    'Open Marketplace apps',
    'ac/apps/gmail/marketplace/apps',
  ),
  googleServices: inAdminConsole(
    'Apps → Google Workspace → Service status',
    'Open Google Workspace services',
    'ac/appslist/core',
  ),
  roles: inAdminConsole('Account → Admin roles', 'Open admin roles', 'ac/roles'),
  users: inAdminConsole('Directory → Users', 'Open users', 'ac/users'),
  apiLibrary: inCloudConsole('APIs & Services → Library', 'Open API library', 'apis/library'),
  serviceAccounts: inCloudConsole(
    'IAM & Admin → Service accounts',
    'Open service accounts',
    'iam-admin/serviceaccounts',
  ),
  connections: {
    path: 'Google Account → Security → Third-party apps & services',
    link: {
      text: 'Open your Google Account permissions',
      url: 'https://myaccount.google.com/connections',
    },
  },
} as const satisfies Readonly<Record<string, ConsolePlace>>;
