import { ConsoleRefusal } from '../admin-action';
import type { Json } from '../api-method';
import type { AuditEvent } from '../audit-log';
import { isInOrgUnit } from '../directory/org-unit-path';
import type { Workspace } from '../workspace';
import {
  requireGroup,
  requireOrgUnit,
  rootUnit,
  switches,
  textList,
  type MarketplaceAdmin,
} from './console-input';
import { toggledEvent } from './install-log';
import type { Listing, UserAccess } from '../state/marketplace';

const nobody = (): UserAccess => ({ everyone: 'off', orgUnits: {}, groups: [] });

/**
 * For whom an app is installed: `'everyone'`, `{orgUnits: [path or id …]}` or `{groups: [address or id …]}`. An
 * administrator who picks org units must pick their own, or one above it: without it the installation cannot be completed.
 *
 * @throws ConsoleRefusal
 */
export function readTarget(
  workspace: Workspace,
  admin: MarketplaceAdmin,
  target: Json | undefined,
): UserAccess {
  if (target === 'everyone') return { ...nobody(), everyone: 'on' };
  const { orgUnits, groups } = switches(target) ?? {};
  const unitKeys = textList(orgUnits);
  if (unitKeys && unitKeys.length > 0) {
    const units = unitKeys.map((key) => requireOrgUnit(workspace, admin.customerId, key));
    requireOwnUnit(
      workspace,
      admin,
      units.map(({ orgUnitPath }) => orgUnitPath),
    );
    return {
      ...nobody(),
      orgUnits: Object.fromEntries(units.map(({ orgUnitId }) => [orgUnitId, 'on' as const])),
    };
  }
  const groupKeys = textList(groups);
  if (groupKeys && groupKeys.length > 0)
    return {
      ...nobody(),
      groups: groupKeys.map((key) => requireGroup(workspace, admin.customerId, key).id),
    };
  throw new ConsoleRefusal(
    'Choose for whom to install: everyone, or some organizational units or groups.',
  );
}

function requireOwnUnit(
  { state }: Workspace,
  { userId }: MarketplaceAdmin,
  paths: readonly string[],
): void {
  const own = state.directory.users[userId]?.orgUnitPath ?? '/';
  if (paths.some((path) => isInOrgUnit(own, path))) return;
  throw new ConsoleRefusal(
    `The installation cannot be completed: your own organizational unit (${own}) must be among those you install for.`,
  );
}

/** The log's events for the units and groups for which an app is on from the start. */
export function accessEvents(
  { state }: Workspace,
  listing: Listing,
  { orgUnits, groups }: UserAccess,
): AuditEvent[] {
  const { directory } = state;
  return [
    ...Object.entries(orgUnits).map(([id, says]) =>
      toggledEvent(listing, says === 'on', directory.orgUnits[id]!),
    ),
    ...groups.map((id) => toggledEvent(listing, true, { groupEmail: directory.groups[id]!.email })),
  ];
}

/**
 * Changes for whom an app is on: `'everyone'` or `'nobody'` (settings of single units and groups are dropped),
 * `{orgUnits: {path or id: 'on' | 'off' | 'inherit'}}`, `{groups: {address or id: 'on' | 'off'}}`.
 *
 * @returns the log's events.
 * @throws ConsoleRefusal before anything is changed.
 */
export function changeAccess(
  workspace: Workspace,
  customerId: string,
  {
    listing,
    access,
    target,
  }: {
    readonly listing: Listing;
    readonly access: UserAccess;
    readonly target: Json | undefined;
  },
): AuditEvent[] {
  if (target === 'everyone' || target === 'nobody') {
    const on = target === 'everyone';
    Object.assign(access, nobody(), { everyone: on ? 'on' : 'off' });
    const root = rootUnit(workspace, customerId);
    return root ? [toggledEvent(listing, on, root)] : [];
  }
  const { orgUnits, groups } = switches(target) ?? {};
  const units = Object.entries(switches(orgUnits) ?? {}).map(
    ([key, says]) => [requireOrgUnit(workspace, customerId, key), requireSwitch(says)] as const,
  );
  const chosen = Object.entries(switches(groups) ?? {}).map(
    ([key, says]) => [requireGroup(workspace, customerId, key), requireSwitch(says)] as const,
  );
  if (units.length + chosen.length === 0) throw new ConsoleRefusal('Choose whose access changes.');
  for (const [{ orgUnitId }, says] of units) {
    if (says === 'inherit') delete access.orgUnits[orgUnitId];
    else access.orgUnits[orgUnitId] = says;
  }
  for (const [{ id }, says] of chosen) {
    access.groups = access.groups.filter((groupId) => groupId !== id);
    if (says === 'on') access.groups.push(id);
  }
  return [
    ...units
      .filter(([, says]) => says !== 'inherit')
      .map(([unit, says]) => toggledEvent(listing, says === 'on', unit)),
    ...chosen.map(([{ email }, says]) =>
      toggledEvent(listing, says === 'on', { groupEmail: email }),
    ),
  ];
}

type Switch = 'on' | 'off' | 'inherit';

function requireSwitch(value: Json | undefined): Switch {
  if (value === 'on' || value === 'off' || value === 'inherit') return value;
  throw new ConsoleRefusal("Access is 'on', 'off' or 'inherit'.");
}
