import type { LocalWorkspace } from '../local-workspace';
import { random } from '../kit/random';
import { touch } from '../workspace/directory/accounts';
import { emptyState, type WorkspaceState } from '../workspace/state/workspace-state';
import { seedAuditHistory } from './audit-history';
import { seedCalendars } from './calendars';
import { quietWorkspace } from './quiet-workspace';
import { seedGroups } from './seed-groups';
import { seedOrganizations } from './seed-organizations';
import { seedPeople } from './seed-people';
import { seedRoles } from './seed-roles';

/** Monday 2 March 2026, 08:00 UTC, like a manual clock that is told nothing else. */
export const SEED_NOW = Date.UTC(2026, 2, 2, 8);

/** An area's contents at the beginning, made through that area's own functions or API methods. */
interface AreaSeed {
  readonly seed: (workspace: LocalWorkspace, now: number) => void;
  /** How long before `now` the clock stands when the area is seeded; the seed may turn it forward up to `now`. */
  readonly since: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The areas in the order in which they are seeded. Nothing is mailed and nothing logged meanwhile but what a seed itself
 * writes into a log.
 */
const AREA_SEEDS: readonly AreaSeed[] = [
  { seed: seedCalendars, since: 60 * DAY_MS },
  { seed: seedAuditHistory, since: 0 },
];

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
  for (const { seed, since } of AREA_SEEDS) seed(quietWorkspace(state, now - since), now);
  state.outbox = [];
}
