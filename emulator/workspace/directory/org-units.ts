import {
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiMethods,
  type JsonObject,
} from '../api-method';
import { etagOf } from './etag';
import { customerAndReach, namedOrgUnit, orgUnitResource, reachesUnit } from './org-unit-access';
import { isInOrgUnit } from './org-unit-path';
import { orgUnitWriting } from './org-units-write';
import { notAuthorized } from './privileges';
import { invalidInput } from './refusals';
import type { OrgUnitRecord } from '../state/directory';

const get: ApiMethod = (request, caller, workspace) => {
  const { customer, reach } = customerAndReach(request, caller, {
    workspace,
    privilege: 'ORGANIZATION_UNITS_RETRIEVE',
  });
  const unit = namedOrgUnit(workspace, customer, requiredParam(request, 'orgUnitPath'));
  if (!reachesUnit(reach, unit)) throw notAuthorized();
  return orgUnitResource(unit);
};

/** Not paged: all units below the named one, only its children, or all including the named one itself. */
const list: ApiMethod = (request, caller, workspace) => {
  const { customer, reach } = customerAndReach(request, caller, {
    workspace,
    privilege: 'ORGANIZATION_UNITS_RETRIEVE',
  });
  const above = namedOrgUnit(workspace, customer, textParam(request, 'orgUnitPath') || '/');
  const isListed = listing(textParam(request, 'type'), above);
  const organizationUnits = Object.values(workspace.state.directory.orgUnits)
    .filter((unit) => unit.customerId === customer.id && isListed(unit) && reachesUnit(reach, unit))
    .sort((a, b) => (a.orgUnitPath < b.orgUnitPath ? -1 : 1))
    .map(orgUnitResource);
  return {
    kind: 'admin#directory#orgUnits',
    etag: etagOf(organizationUnits),
    ...(organizationUnits.length > 0 && { organizationUnits }),
  } satisfies JsonObject;
};

function listing(type: string | undefined, above: OrgUnitRecord): (unit: OrgUnitRecord) => boolean {
  const below = (unit: OrgUnitRecord): boolean =>
    unit !== above && isInOrgUnit(unit.orgUnitPath, above.orgUnitPath);
  switch (type?.toLowerCase()) {
    case undefined:
    case 'children':
      return ({ parentOrgUnitId }) => parentOrgUnitId === above.orgUnitId;
    case 'all':
      return below;
    case 'allincludingparent':
      return (unit) => unit === above || below(unit);
    default:
      throw invalidInput('type');
  }
}

export const orgUnitMethods: ApiMethods = {
  'directory.orgunits.get': get,
  'directory.orgunits.list': list,
  ...orgUnitWriting,
};
