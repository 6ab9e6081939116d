import { asOfNow, type Remembered } from './remembered';
import type { DirectoryState, OrgUnitRecord } from '../state/directory';

const remembered = new WeakMap<DirectoryState, Remembered<ReadonlyMap<string, OrgUnitRecord>>>();

/**
 * An org unit by id (`id:…`) or by path, with or without its leading slash, in any letter case.
 * `/` and the empty string are the root.
 */
export function findOrgUnit(
  directory: DirectoryState,
  customerId: string,
  key: string,
): OrgUnitRecord | undefined {
  if (key.startsWith('id:')) {
    const unit = directory.orgUnits[key];
    return unit?.customerId === customerId ? unit : undefined;
  }
  const units = asOfNow(remembered, directory, () => byPath(directory));
  return units.get(pathKey(customerId, key.startsWith('/') ? key : `/${key}`));
}

/** The unit at the top of an organization. */
export const rootUnit = (
  directory: DirectoryState,
  customerId: string,
): OrgUnitRecord | undefined => findOrgUnit(directory, customerId, '/');

const pathKey = (customerId: string, path: string): string => `${customerId} ${path.toLowerCase()}`;

function byPath(directory: DirectoryState): ReadonlyMap<string, OrgUnitRecord> {
  const units = Object.values(directory.orgUnits);
  return new Map(units.map((unit) => [pathKey(unit.customerId, unit.orgUnitPath), unit]));
}
