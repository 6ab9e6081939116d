import { DIGITS } from '../../kit/random';
import type { Workspace } from '../workspace';
import type { CloudProject, CloudState, ServiceAccount } from '../state/cloud';

/** A service account and the project it is in. */
export interface FoundServiceAccount {
  readonly project: CloudProject;
  readonly account: ServiceAccount;
}

/** A service account by address or numeric unique id, in any project; undefined when there is none (any longer). */
export function findServiceAccount(
  cloud: CloudState,
  key: string,
): FoundServiceAccount | undefined {
  const found = findServiceAccountEver(cloud, key);
  return found?.account.deletedAt === undefined ? found : undefined;
}

/** Like findServiceAccount, but finds deleted ones too, as the token endpoint does. */
export function findServiceAccountEver(
  { projects }: CloudState,
  key: string,
): FoundServiceAccount | undefined {
  const wanted = key.toLowerCase();
  let deleted: FoundServiceAccount | undefined;
  for (const project of Object.values(projects)) {
    for (const account of Object.values(project.serviceAccounts)) {
      if (account.email !== wanted && account.uniqueId !== wanted) continue;
      if (account.deletedAt === undefined) return { project, account };
      deleted ??= { project, account };
    }
  }
  return deleted;
}

/**
 * Creates a service account without keys. From then on it is an OAuth client by its unique id.
 *
 * @param name the part before the `@`: 6 to 30 lower-case letters, digits and hyphens.
 * @throws RangeError when the name is malformed or taken.
 */
export function createServiceAccount(
  { state, random }: Workspace,
  project: CloudProject,
  { name, displayName = '' }: { readonly name: string; readonly displayName?: string },
): ServiceAccount {
  if (!/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(name))
    throw new RangeError(
      'A service account id has 6 to 30 small letters, digits and hyphens and begins with a letter.',
    );
  const email = `${name}@${project.projectId}.iam.gserviceaccount.com`;
  if (findServiceAccount(state.cloud, email))
    throw new RangeError(
      `Service account ${name} already exists within project ${project.projectId}.`,
    );
  const uniqueId = `1${random.text(20, DIGITS)}`;
  state.oauth.clients[uniqueId] = {
    clientId: uniqueId,
    name: displayName || email,
    kind: 'service-account',
    projectNumber: project.projectNumber,
    ownerCustomerId: project.ownerCustomerId,
  };
  const account: ServiceAccount = {
    email,
    uniqueId,
    displayName,
    disabled: false,
    keys: [],
    tokenCreators: [],
  };
  return (project.serviceAccounts[uniqueId] = account);
}

/** Deletes a service account: its keys become invalid, and its client id is remembered as deleted. */
export function deleteServiceAccount({ state, clock }: Workspace, account: ServiceAccount): void {
  account.deletedAt = clock.now();
  account.keys = [];
  const client = state.oauth.clients[account.uniqueId];
  if (client) client.status = 'deleted';
}
