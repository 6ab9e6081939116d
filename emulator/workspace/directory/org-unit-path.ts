/** Whether an org unit path is `parent` or lies below it. Letter case does not count. */
export function isInOrgUnit(orgUnitPath: string, parent: string): boolean {
  if (parent === '/') return true;
  const path = orgUnitPath.toLowerCase();
  const above = parent.toLowerCase();
  return path === above || path.startsWith(`${above}/`);
}

/** The path of a unit of this name below `parentPath`. */
export const childPath = (parentPath: string, name: string): string =>
  parentPath === '/' ? `/${name}` : `${parentPath}/${name}`;

/** The path above: `/` for top-level units; null for the root. */
export const parentPath = (orgUnitPath: string): string | null =>
  orgUnitPath === '/' ? null : orgUnitPath.slice(0, orgUnitPath.lastIndexOf('/')) || '/';
