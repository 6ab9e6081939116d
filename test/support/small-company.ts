import { LocalWorkspace, type LocalWorkspaceOptions } from '../../emulator/local-workspace';
import { toProject, type ProjectFile } from '../../emulator/project/project';
import type { CustomerRecord, UserRecord } from '../../emulator/workspace/state/directory';
import { emptyState, type WorkspaceState } from '../../emulator/workspace/state/workspace-state';

export const ADMIN = 'admin@acme.example';
export const ANNA = 'anna@acme.example';
export const BEN = 'ben@acme.example';

const acme: CustomerRecord = {
  id: 'C01acme00',
  name: 'Acme',
  primaryDomain: 'acme.example',
  domains: [{ name: 'acme.example', verified: true }],
  edition: 'enterprise-plus',
  apiAccess: true,
};

/** The smallest company that a test needs: a super administrator and two people. */
export function smallCompany(seed = 1): WorkspaceState {
  const state = emptyState(seed);
  const { directory } = state;
  directory.customers[acme.id] = structuredClone(acme);
  for (const [index, email] of [ADMIN, ANNA, BEN].entries()) {
    const user = aUser({ id: `10000000000000000000${index}`, primaryEmail: email });
    if (email === ADMIN) user.isAdmin = true;
    directory.users[user.id] = user;
  }
  directory.orgUnits['id:root'] = {
    orgUnitId: 'id:root',
    customerId: acme.id,
    name: 'Acme',
    description: '',
    orgUnitPath: '/',
    parentOrgUnitId: null,
  };
  return state;
}

export function aUser(
  parts: Partial<UserRecord> & Pick<UserRecord, 'id' | 'primaryEmail'>,
): UserRecord {
  const givenName = parts.primaryEmail.split('@')[0]!;
  return {
    customerId: acme.id,
    suspended: false,
    archived: false,
    isAdmin: false,
    orgUnitPath: '/',
    aliases: [],
    profile: { name: { givenName, familyName: 'Example', fullName: `${givenName} Example` } },
    servicesOff: [],
    ...parts,
  };
}

/** A Workspace with the small company, a manual clock and no latency. */
export const aWorkspace = (options: Partial<LocalWorkspaceOptions> = {}): LocalWorkspace =>
  new LocalWorkspace({ state: smallCompany(), latency: 'none', ...options });

/** A Workspace in which a script of one file is installed. */
export function aScript(
  code: string,
  {
    manifest = {},
    files = [],
    ...options
  }: Partial<LocalWorkspaceOptions> & { manifest?: object; files?: readonly ProjectFile[] } = {},
): LocalWorkspace {
  const workspace = aWorkspace(options);
  const source = JSON.stringify({ timeZone: 'Europe/Helsinki', runtimeVersion: 'V8', ...manifest });
  workspace.install(
    toProject([
      { name: 'appsscript', type: 'JSON', source },
      { name: 'Code', type: 'SERVER_JS', source: code },
      ...files,
    ]),
    { name: 'Test script', ownerEmail: ADMIN, ownerCustomerId: acme.id },
  );
  return workspace;
}
