import { SERVICE_NAMES } from '../../../emulator/discovery/discovery';
import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { ADMIN_ACTIONS } from '../../../emulator/workspace/admin-actions';
import type { JsonObject } from '../../../emulator/workspace/api-method';
import type { Caller } from '../../../emulator/workspace/caller';
import { findPrincipal, touch } from '../../../emulator/workspace/directory/accounts';
import { publishListing } from '../../../emulator/workspace/marketplace/actions';
import type { Activity } from '../../../emulator/workspace/state/reports';
import { ADMIN, ANNA, aUser, aWorkspace, BEN } from '../../support/small-company';

export const APP = '469176070494';
export const CLIENT = `${APP}-abc.apps.googleusercontent.com`;
export const CUSTOMER = 'C01acme00';
export const CALENDAR = 'https://www.googleapis.com/auth/calendar';
export const USERS = 'https://www.googleapis.com/auth/admin.directory.user.readonly';
export const ANNA_ID = '100000000000000000001';
export const BEN_ID = '100000000000000000002';

/** Acme with two org units (the admin and Ben in /Office, Anna in /Field), one group, and Tandem in the Marketplace. */
export function aMarketplace(): LocalWorkspace {
  const workspace = aWorkspace({ settings: { propagation: 'immediate' } });
  const { directory, cloud, oauth } = workspace.state;
  for (const name of ['Office', 'Field']) {
    directory.orgUnits[`id:${name.toLowerCase()}`] = {
      orgUnitId: `id:${name.toLowerCase()}`,
      customerId: CUSTOMER,
      name,
      description: '',
      orgUnitPath: `/${name}`,
      parentOrgUnitId: 'id:root',
    };
  }
  const places = { [ADMIN]: '/Office', [BEN]: '/Office', [ANNA]: '/Field' };
  for (const user of Object.values(directory.users))
    user.orgUnitPath = places[user.primaryEmail as keyof typeof places]!;
  directory.groups['g1'] = {
    id: 'g1',
    customerId: CUSTOMER,
    email: 'testers@acme.example',
    name: 'Testers',
    description: '',
    aliases: [],
    members: [{ id: ANNA_ID, type: 'USER', email: ANNA, role: 'MEMBER', addedAt: 0 }],
  };
  touch(directory);
  for (const projectNumber of [APP, '2'])
    cloud.projects[projectNumber] = {
      projectNumber,
      projectId: `p-${projectNumber}`,
      name: 'Tandem',
      ownerCustomerId: null,
      enabledApis: [...new Set(Object.values(SERVICE_NAMES))],
      keyCreationDisabled: false,
      serviceAccounts: {},
    };
  const client = { clientId: CLIENT, name: 'Tandem', projectNumber: APP, ownerCustomerId: null };
  oauth.clients[CLIENT] = { ...client, kind: 'script' };
  publishListing(workspace, {
    applicationId: APP,
    name: 'Tandem',
    clientId: CLIENT,
    scopes: [CALENDAR, USERS],
    visibility: 'public',
    ownerCustomerId: null,
  });
  return workspace;
}

export const act = (
  workspace: LocalWorkspace,
  name: string,
  input: JsonObject = {},
  as = ADMIN,
): JsonObject | void =>
  ADMIN_ACTIONS[`marketplace.${name}`]!(workspace, findPrincipal(workspace.state.directory, as)!, {
    applicationId: APP,
    ...input,
  });

/** Installs Tandem as an administrator, for everyone and with data access by default. */
export const install = (workspace: LocalWorkspace, input: JsonObject = {}, as = ADMIN) =>
  act(
    workspace,
    'adminInstall',
    { target: 'everyone', acceptTerms: true, grantDataAccess: true, ...input },
    as,
  );

/** A new person at Acme. */
export function hire(workspace: LocalWorkspace, orgUnitPath: string): string {
  const { directory } = workspace.state;
  const user = aUser({ id: '7', primaryEmail: 'new@acme.example', orgUnitPath });
  directory.users[user.id] = user;
  touch(directory);
  return user.id;
}

/** The admin log, oldest first: each event's name with its parameters by name. */
export function adminLog(workspace: LocalWorkspace): object[] {
  const { items = [] } = workspace.act(ADMIN, 'reports.activities.list', {
    userKey: 'all',
    applicationName: 'admin',
  }) as { items?: Activity[] };
  return items
    .reverse()
    .flatMap(({ events }) => events)
    .map(({ type, name, parameters = [] }) => ({
      type,
      name,
      ...Object.fromEntries(
        parameters.map((parameter) => [parameter.name, parameter.value ?? parameter.multiValue]),
      ),
    }));
}

/** A license as the listing's own service account reads it. */
export const license = (
  workspace: LocalWorkspace,
  which: 'userLicense' | 'customerLicense',
  whose: string,
  parts: Partial<Caller> = {},
): object => {
  const caller: Caller = {
    principal: { kind: 'service-account', email: 'sa@p.iam.gserviceaccount.com', uniqueId: '99' },
    scopes: new Set(['https://www.googleapis.com/auth/appsmarketplace.license']),
    clientId: '99',
    projectNumber: APP,
    applicationName: 'Tandem',
    impersonated: false,
    cause: 'api',
    ipAddress: null,
    ...parts,
  };
  const key = which === 'userLicense' ? 'userId' : 'customerId';
  return workspace.door.call(
    {
      methodId: `appsmarket.${which}.get`,
      params: { applicationId: APP, [key]: whose },
      body: null,
    },
    caller,
    null,
    0,
  ) as object;
};
