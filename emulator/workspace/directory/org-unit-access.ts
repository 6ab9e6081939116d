import { requiredParam, type ApiRequest, type JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { invalidCustomerId, namedCustomer } from './access';
import { etagOf } from './etag';
import { findOrgUnit } from './org-unit-lookup';
import { isInOrgUnit, parentPath } from './org-unit-path';
import { notAuthorized, reachOf, type Reach } from './privileges';
import { orgUnitNotFound } from './refusals';
import type { CustomerRecord, OrgUnitRecord } from '../state/directory';

/** The OrgUnit resource; the root has no parent. @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/orgunits */
export function orgUnitResource(unit: OrgUnitRecord): JsonObject {
  const parent = parentPath(unit.orgUnitPath);
  const content: JsonObject = {
    name: unit.name,
    description: unit.description,
    orgUnitPath: unit.orgUnitPath,
    orgUnitId: unit.orgUnitId,
    ...(parent !== null && { parentOrgUnitPath: parent }),
    ...(unit.parentOrgUnitId !== null && { parentOrgUnitId: unit.parentOrgUnitId }),
  };
  return { kind: 'admin#directory#orgUnit', etag: etagOf(content), ...content };
}

/** The unit that a request names: by id, or by path with or without the leading slash, escaped or not. */
export function namedOrgUnit(
  { state }: Workspace,
  { id }: CustomerRecord,
  key: string,
): OrgUnitRecord {
  const plain = key.includes('%') ? unescaped(key) : key;
  if (plain.startsWith('id:') && !/^id:\w+$/.test(plain)) throw invalid('Invalid Ou Id');
  const unit = findOrgUnit(state.directory, id, plain.replace(/(.)\/$/, '$1'));
  if (!unit) throw orgUnitNotFound();
  return unit;
}

function unescaped(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

/** The organization of a request, and the reach of the privilege in it. @throws GoogleError 403 where it has none. */
export function customerAndReach(
  request: ApiRequest,
  caller: Caller,
  { workspace, privilege }: { readonly workspace: Workspace; readonly privilege: string },
): { readonly customer: CustomerRecord; readonly reach: Reach } {
  const key = requiredParam(request, 'customerId');
  const customer = namedCustomer(workspace, caller, key, invalidCustomerId);
  const reach = reachOf(workspace, caller, privilege, customer.id);
  if (reach.kind === 'nobody') throw notAuthorized();
  return { customer, reach };
}

/** Whether a unit is within the privilege's reach. */
export const reachesUnit = (reach: Reach, { orgUnitPath }: OrgUnitRecord): boolean =>
  reach.kind === 'everybody' ||
  (reach.kind === 'org-units' && reach.paths.some((path) => isInOrgUnit(orgUnitPath, path)));
