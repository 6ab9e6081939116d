import { findUser } from './accounts';
import { objectsIn, textOf } from './json-copy';
import type { DirectoryState, UserRecord } from '../state/directory';

/** The text in a user's manager field: usually an address, which may be stale or another company's. */
export const managerAddressOf = ({ profile }: UserRecord): string | undefined =>
  textOf(objectsIn(profile.relations).find(({ type }) => type === 'manager')?.value);

/** Whether somebody is a user's manager: directly, or anywhere up the chain. `manager` is an address or an id. */
export function isManagedBy(
  directory: DirectoryState,
  user: UserRecord,
  manager: string,
  { directly }: { readonly directly: boolean },
): boolean {
  const wanted = manager.toLowerCase();
  const wantedUser = findUser(directory, manager);
  const seen = new Set<UserRecord>([user]);
  for (let current: UserRecord | undefined = user; current;) {
    const address = managerAddressOf(current);
    if (address === undefined) return false;
    const above: UserRecord | undefined = findUser(directory, address);
    if (address.toLowerCase() === wanted || (above && above === wantedUser)) return true;
    if (directly || !above || seen.has(above)) return false;
    seen.add(above);
    current = above;
  }
  return false;
}
