import { LocalWorkspace } from '../local-workspace';
import { random } from '../runtime/random';
import { touch } from '../workspace/directory/accounts';
import { emptyState, type WorkspaceState } from '../workspace/state';
import type { Workspace } from '../workspace/workspace';
import { seedAuditHistory } from './audit-history';
import { seedGroups } from './seed-groups';
import { seedOrganizations } from './seed-organizations';
import { seedPeople } from './seed-people';
import { seedRoles } from './seed-roles';

/** Monday 2 March 2026, 08:00 UTC, like a manual clock that is told nothing else. */
const SEED_NOW = Date.UTC(2026, 2, 2, 8);

/**
 * What each area has at the beginning, in the order in which it is made. An area's seed acts on the Workspace through
 * that area's own functions or API methods; its clock stands still, nothing is mailed and nothing logged but what the
 * seed itself writes into a log.
 */
const AREA_SEEDS: readonly ((workspace: Workspace) => void)[] = [seedAuditHistory];

/**
 * The company the local Workspace begins with: the files of `seed/company/` and what the areas add.
 * The same number and instant make the same company.
 *
 * @param seedNumber the position of chance.
 * @param now the instant it is seeded for, in milliseconds since 1970: how long ago people were seen counts from here.
 */
export function seedCompany(seedNumber: number, now = SEED_NOW): WorkspaceState {
  const state = emptyState(seedNumber);
  const { directory } = state;
  const chance = random(state.random);
  seedOrganizations(directory, chance);
  seedPeople(directory, chance, now);
  touch(directory);
  seedGroups(directory, chance);
  seedRoles(directory, chance);
  seedAreas(state, now);
  return state;
}

function seedAreas(state: WorkspaceState, now: number): void {
  const workspace = new LocalWorkspace({ state, clock: 'manual', startAt: now, latency: 'none' });
  workspace.audit = () => {};
  for (const seed of AREA_SEEDS) seed(workspace);
  state.outbox = [];
}
