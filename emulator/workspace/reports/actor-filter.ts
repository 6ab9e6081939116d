import { textParam, type ApiRequest } from '../api-method';
import { invalid } from '../google-error';
import type { DirectoryState } from '../state/directory';
import type { Workspace } from '../workspace';
import { peopleOfGroup } from './group-people';
import { readUserKey } from './reader';
import type { Activity } from '../state/reports';

type Test = (activity: Activity) => boolean;

/** Logs in which `orgUnitID` has no effect. @see https://github.com/GAM-team/GAM/wiki/Reports */
const WITHOUT_ORG_UNITS = ['admin', 'chrome'];

/** The parameters about who acted, and from where, as one test of an activity. */
export function actorFilter(request: ApiRequest, customerId: string, workspace: Workspace): Test {
  const tests = [
    byProfile(readUserKey(request, customerId, workspace)),
    byAddress(textParam(request, 'actorIpAddress')),
    byOrgUnit(request, workspace.state.directory),
    byGroups(request, customerId, workspace),
  ].filter((test) => test !== null);
  return (activity) => tests.every((test) => test(activity));
}

const byProfile = (profileId: string | null): Test | null =>
  profileId === null ? null : ({ actor }) => actor.profileId === profileId;

const byAddress = (address: string | undefined): Test | null =>
  address === undefined ? null : ({ ipAddress }) => ipAddress === address;

/** People who are in the unit itself at present; not those in units below it. */
function byOrgUnit(request: ApiRequest, directory: DirectoryState): Test | null {
  const orgUnitId = textParam(request, 'orgUnitID');
  const log = textParam(request, 'applicationName') ?? '';
  if (!orgUnitId || WITHOUT_ORG_UNITS.includes(log)) return null;
  const path = directory.orgUnits[orgUnitId]?.orgUnitPath;
  if (path === undefined) throw invalid('Invalid value for: orgUnitID', 'orgUnitID');
  return ({ actor }) => directory.users[actor.profileId ?? '']?.orgUnitPath === path;
}

/**
 * Members of groups on the administrators' allowlist for filtering; other groups are refused.
 *
 * @see https://support.google.com/a/answer/11482175
 */
function byGroups(request: ApiRequest, customerId: string, { state }: Workspace): Test | null {
  const text = textParam(request, 'groupIdFilter');
  if (text === undefined) return null;
  const allowed = state.reports.filteringGroups[customerId] ?? [];
  const people = new Set<string>();
  for (const part of text.split(',')) {
    const groupId = part.slice('id:'.length);
    if (!allowed.includes(groupId))
      throw invalid('Invalid value for: groupIdFilter', 'groupIdFilter');
    for (const id of peopleOfGroup(state.directory, groupId)) people.add(id);
  }
  return ({ actor }) => people.has(actor.profileId ?? '');
}
