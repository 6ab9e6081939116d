/** Whether an org unit path is `parent` or below it, ignoring letter case. */
export function isInOrgUnit(orgUnitPath: string, parent: string): boolean {
  if (parent === '/') return true;
  const path = orgUnitPath.toLowerCase();
  const above = parent.toLowerCase();
  return path === above || path.startsWith(`${above}/`);
}

/** The path of a unit with this name below `parentPath`. */
export const childPath = (parentPath: string, name: string): string =>
  parentPath === '/' ? `/${name}` : `${parentPath}/${name}`;

/** The path above: `/` for top-level units; null for the root. */
export const parentPath = (orgUnitPath: string): string | null =>
  orgUnitPath === '/' ? null : orgUnitPath.slice(0, orgUnitPath.lastIndexOf('/')) || '/';
