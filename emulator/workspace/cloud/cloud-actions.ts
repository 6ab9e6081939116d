import { ConsoleRefusal, type AdminAction, type AdminActions } from '../admin-action';
import type { JsonObject } from '../api-method';
import type { UserPrincipal } from '../caller';
import { isSuperAdmin } from '../directory/privileges';
import { oneOf, optionalText, requiredFlag, requiredText } from '../action-input';
import { requireSuperAdmin } from '../directory/console-log';
import type { Workspace } from '../workspace';
import { jsonKeyFile, p12KeyFile, P12_PASSWORD } from './key-files';
import { createKey, deleteKey, privatePem } from './keys';
import { createProject, disableApi, enableApi, findProject, serviceNamed } from './projects';
import {
  createServiceAccount,
  deleteServiceAccount,
  findServiceAccount,
  type FoundServiceAccount,
} from './service-accounts';
import type { CloudProject, ServiceAccount } from '../state/cloud';

/** The projects that this person may change, and whether their organization allows keys in new ones. */
const projects: AdminAction = (workspace, actor) => ({
  organization: organizationOf(workspace, actor),
  projects: Object.values(workspace.state.cloud.projects)
    .filter((project) => mayChange(workspace, actor, project))
    .map(projectView),
});

/** `{name, projectId?}` */
const addProject: AdminAction = (workspace, actor, input) => {
  const name = requiredText(input, 'name');
  const projectId = optionalText(input, 'projectId');
  if (projectId && findProject(workspace.state.cloud, projectId))
    throw new ConsoleRefusal('The project ID you entered is already in use.');
  return projectView(createProject(workspace, actor, { name, projectId }));
};

/** `{project, api}`: project number or id, service name. */
const switchApi =
  (change: typeof enableApi): AdminAction =>
  (workspace, actor, input) => {
    const project = requireProject(workspace, actor, input);
    change(project, serviceNamed(requiredText(input, 'api')));
    return projectView(project);
  };

/** `{project, name, displayName?}` */
const addServiceAccount: AdminAction = (workspace, actor, input) => {
  const project = requireProject(workspace, actor, input);
  const name = requiredText(input, 'name');
  const displayName = optionalText(input, 'displayName');
  return refusing(() =>
    accountView(
      createServiceAccount(workspace, project, { name, ...(displayName && { displayName }) }),
    ),
  );
};

/** `{serviceAccount, disabled}`: address or unique id. */
const setDisabled: AdminAction = (workspace, actor, input) => {
  const { account } = requireAccount(workspace, actor, input);
  account.disabled = requiredFlag(input, 'disabled');
  return accountView(account);
};

/** `{serviceAccount}` */
const removeServiceAccount: AdminAction = (workspace, actor, input) =>
  deleteServiceAccount(workspace, requireAccount(workspace, actor, input).account);

/**
 * "Add key": `{serviceAccount, type: 'json' | 'p12' | 'pem'}`. The private key appears only in this answer:
 * `{keyId, fileName, json | p12 (base64) and password | pem}`.
 */
const addKey: AdminAction = (workspace, actor, input) => {
  const { project, account } = requireAccount(workspace, actor, input);
  const type = oneOf(input, 'type', ['json', 'p12', 'pem']);
  if (project.keyCreationDisabled)
    throw new ConsoleRefusal(
      'Service account key creation is disabled: an organization policy blocks it (iam.disableServiceAccountKeyCreation).',
    );
  const created = refusing(() => createKey(workspace, account));
  const { keyId } = created.key;
  const fileName = `${project.projectId}-${keyId.slice(0, 12)}.${type}`;
  if (type === 'json') return { keyId, fileName, json: jsonKeyFile(project, account, created) };
  if (type === 'pem') return { keyId, fileName, pem: privatePem(created.privateKey) };
  const p12 = Buffer.from(p12KeyFile(account, created)).toString('base64');
  return { keyId, fileName, p12, password: P12_PASSWORD };
};

/** `{serviceAccount, keyId}` */
const removeKey: AdminAction = (workspace, actor, input) => {
  const { account } = requireAccount(workspace, actor, input);
  if (!deleteKey(account, requiredText(input, 'keyId')))
    throw new ConsoleRefusal('There is no key with this ID.');
};

/** `{serviceAccount, keyId, disabled}` */
const setKeyDisabled: AdminAction = (workspace, actor, input) => {
  const { account } = requireAccount(workspace, actor, input);
  const key = account.keys.find(({ keyId }) => keyId === input['keyId']);
  if (!key) throw new ConsoleRefusal('There is no key with this ID.');
  key.disabled = requiredFlag(input, 'disabled');
};

/**
 * Organization policy `iam.disableServiceAccountKeyCreation`: `{disabled, project?}`. Without a project it applies to the
 * whole organization, including projects created later.
 */
const setKeyPolicy: AdminAction = (workspace, actor, input) => {
  const customerId = requireSuperAdmin(workspace, actor);
  const disabled = requiredFlag(input, 'disabled');
  if (input['project'] !== undefined) {
    requireProject(workspace, actor, input).keyCreationDisabled = disabled;
    return;
  }
  const { cloud } = workspace.state;
  const others = cloud.keyCreationDisabledFor.filter((id) => id !== customerId);
  cloud.keyCreationDisabledFor = disabled ? [...others, customerId] : others;
  for (const project of Object.values(cloud.projects))
    if (project.ownerCustomerId === customerId) project.keyCreationDisabled = disabled;
};

/** `roles/iam.serviceAccountTokenCreator` on an account: `{serviceAccount, member, granted?}`; `false` revokes it. */
const grantTokenCreator: AdminAction = (workspace, actor, input) => {
  const { account } = requireAccount(workspace, actor, input);
  const member = requiredText(input, 'member').toLowerCase();
  const others = account.tokenCreators.filter((holder) => holder !== member);
  account.tokenCreators = input['granted'] === false ? others : [...others, member];
  return accountView(account);
};

/** The Cloud console, as far as a Workspace application needs it. */
export const cloudActions: AdminActions = {
  'cloud.projects': projects,
  'cloud.createProject': addProject,
  'cloud.enableApi': switchApi(enableApi),
  'cloud.disableApi': switchApi(disableApi),
  'cloud.createServiceAccount': addServiceAccount,
  'cloud.setServiceAccountDisabled': setDisabled,
  'cloud.deleteServiceAccount': removeServiceAccount,
  'cloud.createKey': addKey,
  'cloud.deleteKey': removeKey,
  'cloud.setKeyDisabled': setKeyDisabled,
  'cloud.setKeyPolicy': setKeyPolicy,
  'cloud.grantTokenCreator': grantTokenCreator,
};

const mayChange = (workspace: Workspace, actor: UserPrincipal, project: CloudProject): boolean =>
  project.owners?.includes(actor.email) === true ||
  (project.ownerCustomerId !== null &&
    project.ownerCustomerId === actor.customerId &&
    isSuperAdmin(workspace, actor));

function organizationOf({ state }: Workspace, { customerId }: UserPrincipal): JsonObject | null {
  const customer = state.directory.customers[customerId ?? ''];
  if (!customer) return null;
  const keyCreationDisabled = state.cloud.keyCreationDisabledFor.includes(customer.id);
  return { name: customer.name, domain: customer.primaryDomain, keyCreationDisabled };
}

function requireProject(
  workspace: Workspace,
  actor: UserPrincipal,
  input: JsonObject,
): CloudProject {
  const project = findProject(workspace.state.cloud, requiredText(input, 'project'));
  if (!project || !mayChange(workspace, actor, project))
    throw new ConsoleRefusal('You need additional access to the project, or it does not exist.');
  return project;
}

function requireAccount(
  workspace: Workspace,
  actor: UserPrincipal,
  input: JsonObject,
): FoundServiceAccount {
  const found = findServiceAccount(workspace.state.cloud, requiredText(input, 'serviceAccount'));
  if (!found || !mayChange(workspace, actor, found.project))
    throw new ConsoleRefusal(
      'You need additional access to the service account, or it does not exist.',
    );
  return found;
}

const projectView = (project: CloudProject): JsonObject => ({
  projectNumber: project.projectNumber,
  projectId: project.projectId,
  name: project.name,
  enabledApis: [...project.enabledApis],
  keyCreationDisabled: project.keyCreationDisabled,
  serviceAccounts: Object.values(project.serviceAccounts)
    .filter(({ deletedAt }) => deletedAt === undefined)
    .map(accountView),
});

const accountView = (account: ServiceAccount): JsonObject => ({
  email: account.email,
  uniqueId: account.uniqueId,
  displayName: account.displayName,
  disabled: account.disabled,
  tokenCreators: [...account.tokenCreators],
  keys: account.keys
    .filter(({ managedBy }) => !managedBy)
    .map(({ keyId, createdAt, disabled = false }) => ({
      keyId,
      createdAt: new Date(createdAt).toISOString(),
      disabled,
    })),
});

/** Turns a broken rule of the Cloud console (RangeError) into its refusal. */
function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new ConsoleRefusal(error.message);
    throw error;
  }
}
