import { requiredParam, type ApiMethod, type ApiMethods, type JsonObject } from '../api-method';
import type { AuditEvent } from '../audit-log';
import { invalid } from '../google-error';
import type { Workspace } from '../workspace';
import { touch } from './accounts';
import { adminEvent, writeAdminLog } from './admin-log';
import { newOrgUnitId } from './identifiers';
import { textOf } from './json-copy';
import { findOrgUnit } from './org-unit-lookup';
import { childPath, isInOrgUnit } from './org-unit-path';
import { customerAndReach, namedOrgUnit, orgUnitResource, reachesUnit } from './org-unit-access';
import { notAuthorized } from './privileges';
import { alreadyExists, conditionNotMet, missingField } from './refusals';
import type { CustomerRecord, DirectoryState, OrgUnitRecord } from '../state/directory';

/** How deep a tree can be. @see https://developers.google.com/workspace/admin/directory/v1/limits */
const DEEPEST = 35;

const unitEvent = (name: string, path: string, more: Readonly<Record<string, string>> = {}) =>
  adminEvent('ORG_SETTINGS', name, { ORG_UNIT_NAME: path, ...more });

const insert: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  const { customer, reach } = customerAndReach(request, caller, {
    workspace,
    privilege: 'ORGANIZATION_UNITS_CREATE',
  });
  const body = request.body ?? {};
  const name = nameIn(body);
  if (name === undefined) throw missingField('name');
  const parent = parentIn(workspace, customer, body);
  if (!parent) throw missingField('parentOrgUnitPath');
  if (!reachesUnit(reach, parent)) throw notAuthorized();
  const orgUnitPath = freePath(directory, customer, { parent, name });
  const unit: OrgUnitRecord = {
    orgUnitId: newOrgUnitId(workspace),
    customerId: customer.id,
    name,
    description: textOf(body.description) ?? '',
    orgUnitPath,
    parentOrgUnitId: parent.orgUnitId,
  };
  directory.orgUnits[unit.orgUnitId] = unit;
  touch(directory);
  writeAdminLog(workspace, caller, customer.id, [unitEvent('CREATE_ORG_UNIT', orgUnitPath)]);
  return orgUnitResource(unit);
};

function nameIn({ name }: JsonObject): string | undefined {
  if (name === undefined || name === null) return undefined;
  if (typeof name !== 'string' || name.trim() === '' || name.includes('/')) {
    throw invalid('Invalid Ou Name');
  }
  return name;
}

/** The parent that a request names, by id or path; undefined when it names none. */
function parentIn(
  { state }: Workspace,
  { id }: CustomerRecord,
  { parentOrgUnitId, parentOrgUnitPath }: JsonObject,
): OrgUnitRecord | undefined {
  const key = textOf(parentOrgUnitId) ?? textOf(parentOrgUnitPath);
  if (key === undefined) return undefined;
  const parent = findOrgUnit(state.directory, id, key);
  if (!parent) throw invalid('Invalid Parent Orgunit Id');
  return parent;
}

function freePath(
  directory: DirectoryState,
  { id }: CustomerRecord,
  { parent, name, unit }: { parent: OrgUnitRecord; name: string; unit?: OrgUnitRecord },
): string {
  const path = childPath(parent.orgUnitPath, name);
  const taken = findOrgUnit(directory, id, path);
  if (taken && taken !== unit) throw alreadyExists('Invalid Ou Id');
  if (path.split('/').length - 1 > DEEPEST) throw invalid('Invalid Ou Id');
  return path;
}

const change: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  const { customer, reach } = customerAndReach(request, caller, {
    workspace,
    privilege: 'ORGANIZATION_UNITS_UPDATE',
  });
  const unit = namedOrgUnit(workspace, customer, requiredParam(request, 'orgUnitPath'));
  if (!reachesUnit(reach, unit)) throw notAuthorized();
  const body = request.body ?? {};
  const parent = parentIn(workspace, customer, body) ?? currentParent(directory, unit);
  const wanted = {
    name: nameIn(body) ?? unit.name,
    description: textOf(body.description) ?? unit.description,
    parentOrgUnitId: parent?.orgUnitId ?? null,
    orgUnitPath: unit.orgUnitPath,
  };
  if (parent) {
    if (isInOrgUnit(parent.orgUnitPath, unit.orgUnitPath))
      throw invalid('Invalid Parent Orgunit Id');
    wanted.orgUnitPath = freePath(directory, customer, { parent, name: wanted.name, unit });
  }
  const events = changeEvents(unit, wanted);
  const { orgUnitPath: before } = unit;
  Object.assign(unit, wanted);
  if (before !== unit.orgUnitPath) carryAlong(directory, unit, before);
  touch(directory);
  writeAdminLog(workspace, caller, customer.id, events);
  return orgUnitResource(unit);
};

const currentParent = (
  { orgUnits }: DirectoryState,
  { parentOrgUnitId }: OrgUnitRecord,
): OrgUnitRecord | undefined => (parentOrgUnitId === null ? undefined : orgUnits[parentOrgUnitId]);

/** Units below and the people in them get the new path; no log events say so. */
function carryAlong(directory: DirectoryState, unit: OrgUnitRecord, before: string): void {
  const moved = (path: string): string => unit.orgUnitPath + path.slice(before.length);
  for (const other of Object.values(directory.orgUnits)) {
    if (other === unit || other.customerId !== unit.customerId) continue;
    if (isInOrgUnit(other.orgUnitPath, before)) other.orgUnitPath = moved(other.orgUnitPath);
  }
  for (const user of Object.values(directory.users)) {
    if (user.customerId !== unit.customerId) continue;
    if (isInOrgUnit(user.orgUnitPath, before)) user.orgUnitPath = moved(user.orgUnitPath);
  }
}

function changeEvents(
  unit: OrgUnitRecord,
  wanted: Pick<OrgUnitRecord, 'name' | 'description' | 'parentOrgUnitId' | 'orgUnitPath'>,
): AuditEvent[] {
  const { orgUnitPath: path } = unit;
  const events: AuditEvent[] = [];
  if (unit.name !== wanted.name) {
    events.push(unitEvent('EDIT_ORG_UNIT_NAME', path, { NEW_VALUE: wanted.name }));
  }
  if (unit.description !== wanted.description) {
    events.push(unitEvent('EDIT_ORG_UNIT_DESCRIPTION', path, { NEW_VALUE: wanted.description }));
  }
  if (unit.parentOrgUnitId !== wanted.parentOrgUnitId) {
    events.push(unitEvent('MOVE_ORG_UNIT', path, { NEW_VALUE: wanted.orgUnitPath }));
  }
  return events;
}

/** Removes an empty unit only: no units below, nobody in it, not the root. */
const remove: ApiMethod = (request, caller, workspace) => {
  const { directory } = workspace.state;
  const { customer, reach } = customerAndReach(request, caller, {
    workspace,
    privilege: 'ORGANIZATION_UNITS_DELETE',
  });
  const unit = namedOrgUnit(workspace, customer, requiredParam(request, 'orgUnitPath'));
  if (!reachesUnit(reach, unit)) throw notAuthorized();
  if (unit.parentOrgUnitId === null) throw invalid('Invalid Ou Id');
  if (isInUse(directory, unit)) throw conditionNotMet('Organizational unit is not empty.');
  delete directory.orgUnits[unit.orgUnitId];
  touch(directory);
  writeAdminLog(workspace, caller, customer.id, [unitEvent('REMOVE_ORG_UNIT', unit.orgUnitPath)]);
  return undefined;
};

const isInUse = (
  directory: DirectoryState,
  { orgUnitId, orgUnitPath, customerId }: OrgUnitRecord,
) =>
  Object.values(directory.orgUnits).some(({ parentOrgUnitId }) => parentOrgUnitId === orgUnitId) ||
  Object.values(directory.users).some(
    (user) =>
      user.customerId === customerId &&
      user.deletionTime === undefined &&
      user.orgUnitPath === orgUnitPath,
  );

export const orgUnitWriting: ApiMethods = {
  'directory.orgunits.insert': insert,
  'directory.orgunits.update': change,
  'directory.orgunits.patch': change,
  'directory.orgunits.delete': remove,
};
