import { SERVICE_NAMES } from '../../discovery/discovery';
import { BASE36, DIGITS } from '../../kit/random';
import type { UserPrincipal } from '../caller';
import type { Workspace } from '../workspace';
import type { CloudProject, CloudState } from '../state/cloud';

/** A project by number or id. */
export const findProject = ({ projects }: CloudState, key: string): CloudProject | undefined =>
  Object.hasOwn(projects, key)
    ? projects[key]
    : Object.values(projects).find(({ projectId }) => projectId === key);

/** APIs that are enabled in every new project; none of them is emulated here. */
const ON_FROM_THE_START: readonly string[] = ['cloudapis.googleapis.com', 'storage.googleapis.com'];

/** Creates a project. It belongs to its owner's organization and inherits what that enforces for new projects. */
export function createProject(
  { state, random }: Workspace,
  owner: UserPrincipal,
  { name, projectId }: { readonly name: string; readonly projectId?: string | undefined },
): CloudProject {
  const { cloud } = state;
  const projectNumber = `${1 + random.int(9)}${random.text(11, DIGITS)}`;
  return (cloud.projects[projectNumber] = {
    projectNumber,
    projectId: projectId ?? `${slug(name)}-${random.text(6, BASE36)}`,
    name,
    ownerCustomerId: owner.customerId,
    enabledApis: [...ON_FROM_THE_START],
    keyCreationDisabled:
      owner.customerId !== null && cloud.keyCreationDisabledFor.includes(owner.customerId),
    owners: [owner.email],
    serviceAccounts: {},
  });
}

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 20) || 'project';

/** Enables an API, by service name such as `calendar-json.googleapis.com`. */
export function enableApi(project: CloudProject, service: string): void {
  if (!project.enabledApis.includes(service)) project.enabledApis.push(service);
}

/** Disables an API: from the next call on it answers `accessNotConfigured`. */
export function disableApi(project: CloudProject, service: string): void {
  project.enabledApis = project.enabledApis.filter((enabled) => enabled !== service);
}

/** The service that an administrator means: its full name, its first word (`calendar-json`, `admin`), or our short name. */
export function serviceNamed(text: string): string {
  const short = SERVICE_NAMES[text as keyof typeof SERVICE_NAMES];
  if (short) return short;
  return text.includes('.') ? text : `${text}.googleapis.com`;
}
