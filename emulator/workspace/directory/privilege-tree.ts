/**
 * The privileges that make up an administrator role, by service, as a tree: holding one implies all below it.
 * Only the services this Workspace acts on; a real organization lists over a hundred entries more (Vault, Chrome, Meet …).
 *
 * @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/privileges/list
 * @see https://github.com/GAM-team/GAM/wiki/Administrators (names, ids and nesting of a real organization)
 */
export interface Privilege {
  readonly name: string;
  readonly serviceId: string;
  readonly serviceName: string;
  /** Whether a role that contains it may be limited to an org unit. */
  readonly isOuScopable: boolean;
  readonly children: readonly Privilege[];
}

export const ADMIN_APIS = '00haapch16h1ysv';
export const ADMIN_CONSOLE = '01ci93xb3tmzyin';

type Branch = string | readonly [string, ...Branch[]];

const service =
  (serviceId: string, serviceName: string) =>
  (isOuScopable: boolean, ...branches: Branch[]): Privilege[] =>
    branches.map((branch) => grow(branch, { serviceId, serviceName, isOuScopable }));

function grow(branch: Branch, of: Omit<Privilege, 'name' | 'children'>): Privilege {
  const [name, ...children] = typeof branch === 'string' ? [branch] : branch;
  return { name, ...of, children: children.map((child) => grow(child, of)) };
}

const admin = service(ADMIN_CONSOLE, 'admin');
const adminApis = service(ADMIN_APIS, 'admin_apis');
const calendar = service('037m2jsg3ckz96v', 'calendar');
const gmail = service('039kk8xu49mji9t', 'gmail');
const securityCenter = service('01egqt2p2p8gvae', 'security_center');
const directory = service('01yyy98l4k9lq4l', 'directory');

function customerSettings(right: 'READ' | 'UPDATE'): string[] {
  const parts = ['BRANDING', 'CONTACT_INFO', 'ONBOARD', 'PROFILE', 'SUPPORT', 'TIME_ZONE'];
  return parts.map(
    (part) =>
      `API_APPS_ENTERPRISE_CUSTOMER_${right}_${part}${part === 'CONTACT_INFO' ? '' : '_SETTINGS'}`,
  );
}

/** Every privilege at the top of its tree. */
export const PRIVILEGES: readonly Privilege[] = [
  ...admin(true, 'ADMIN_DASHBOARD'),
  ...admin(false, 'ADMIN_DOMAIN_SETTINGS', 'REPORTS', 'SERVICES', 'SECURITY_SETTINGS'),
  ...calendar(
    false,
    [
      'APP_ADMIN',
      [
        'CALENDAR_RESOURCE',
        ['CALENDAR_RESOURCE_MANAGE', 'CALENDAR_RESOURCE_READ'],
        'ROOM_INSIGHTS_DASHBOARD_ACCESS',
      ],
      ['CALENDAR_SETTINGS', 'CALENDAR_SETTINGS_READ'],
    ],
    'CALENDAR_SUPER_ADMIN',
  ),
  ...securityCenter(false, ['ACTIVITY_RULES', 'MANAGE_GSC_RULE', 'VIEW_GSC_RULE']),
  ...gmail(
    false,
    'ACCESS_ADMIN_QUARANTINE',
    'ACCESS_EMAIL_LOG_SEARCH',
    'ACCESS_RESTRICTED_QUARANTINE',
    'APP_ADMIN',
  ),
  ...adminApis(false, ['ADMIN_REPORTING_ACCESS', 'REPORTING_AUDIT_ACCESS']),
  ...adminApis(false, [
    'API_APPS_ENTERPRISE_CUSTOMER',
    ['API_APPS_ENTERPRISE_CUSTOMER_READ', ...customerSettings('READ')],
    ['API_APPS_ENTERPRISE_CUSTOMER_UPDATE', ...customerSettings('UPDATE')],
  ]),
  ...adminApis(true, 'USER_SECURITY_ALL'),
  ...adminApis(
    false,
    ['BILLING', 'BILLING_READ'],
    'DATATRANSFER_API_PRIVILEGE_GROUP',
    'DOMAIN_MANAGEMENT',
    'DOMAIN_REGISTRATION_MANAGEMENT',
    ['GROUPS_ALL', 'GROUPS_CREATE', 'GROUPS_DELETE', 'GROUPS_RETRIEVE', 'GROUPS_UPDATE'],
    'GROUPS_MANAGE_LOCKED_LABEL',
    'GROUPS_MANAGE_SECURITY_LABEL',
    ['LICENSING', 'LICENSING_READ'],
  ),
  ...adminApis(true, [
    'ORGANIZATION_UNITS_ALL',
    'ORGANIZATION_UNITS_CREATE',
    'ORGANIZATION_UNITS_DELETE',
    'ORGANIZATION_UNITS_RETRIEVE',
    'ORGANIZATION_UNITS_UPDATE',
  ]),
  ...adminApis(
    false,
    'SAML2_SERVICE_PROVIDER',
    ['SCHEMA_MANAGEMENT', 'SCHEMA_RETRIEVE'],
    'SUPPORT_PRIVILEGE_GROUP',
    ['TRUSTED_DOMAIN_WHITELIST_WRITE', 'TRUSTED_DOMAIN_WHITELIST_READ'],
    'UPGRADE_CONSUMER_CONVERSION',
  ),
  ...adminApis(true, [
    'USERS_ALL',
    'USERS_CREATE',
    'USERS_DELETE',
    'USERS_RETRIEVE',
    'USERS_UPDATE_CUSTOM_ATTRIBUTES_USER_PRIVILEGE_GROUP',
    [
      'USERS_UPDATE',
      'USERS_ADD_NICKNAME',
      'USERS_FORCE_PASSWORD_CHANGE',
      'USERS_MOVE',
      'USERS_ALIAS',
      'USERS_RESET_PASSWORD',
      'USERS_SUSPEND',
    ],
  ]),
  ...directory(false, [
    'APP_ADMIN',
    'CUSTOM_DIRECTORY_READWRITE',
    ['DIRECTORY_SETTINGS_READONLY', 'CUSTOM_DIRECTORY_READONLY', 'PROFILE_EDITABILITY_READONLY'],
    'PROFILE_EDITABILITY_READWRITE',
    'SHARED_CONTACTS_READWRITE',
  ]),
];

interface Place {
  readonly privilege: Privilege;
  /** `serviceId name` of the privilege itself and of each one above it: any of them grants it. */
  readonly grantedBy: ReadonlySet<string>;
}

const PLACES = new Map<string, Place[]>();

/** The key by which a role's privilege is compared. */
export const privilegeKey = (serviceId: string, privilegeName: string): string =>
  `${serviceId} ${privilegeName}`;

function place(privilege: Privilege, above: readonly string[]): void {
  const path = [...above, privilegeKey(privilege.serviceId, privilege.name)];
  PLACES.set(privilege.name, [
    ...(PLACES.get(privilege.name) ?? []),
    { privilege, grantedBy: new Set(path) },
  ]);
  for (const child of privilege.children) place(child, path);
}
for (const privilege of PRIVILEGES) place(privilege, []);

/** The places of a privilege in the tree; names that several services share (`APP_ADMIN`) have several places. */
export const placesOf = (privilegeName: string): readonly Place[] =>
  PLACES.get(privilegeName) ?? [];

/** Whether this service has this privilege at Google. */
export const isPrivilege = (serviceId: string, privilegeName: string): boolean =>
  placesOf(privilegeName).some(({ privilege }) => privilege.serviceId === serviceId);
