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

/** Monday 2 March 2026, 08:00 UTC, the same as a manual clock's default start. */
export const SEED_NOW = Date.UTC(2026, 2, 2, 8);

/** An area's initial contents, made through that area's own functions or API methods. */
interface AreaSeed {
  readonly seed: (workspace: LocalWorkspace, now: number) => void;
  /** How long before `now` the clock is when the area is seeded; the seed may advance it up to `now`. */
  readonly since: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The areas in the order in which they are seeded. Meanwhile nothing is mailed, and nothing logged except what a seed
 * itself writes to a log.
 */
const AREA_SEEDS: readonly AreaSeed[] = [
  { seed: seedCalendars, since: 60 * DAY_MS },
  { seed: seedAuditHistory, since: 0 },
];

/**
 * The company that the local Workspace starts with: the files of `seed/company/` and what the areas add.
 * The same seed and instant make the same company.
 *
 * @param seedNumber the seed of the random numbers.
 * @param now the instant it is seeded for, in milliseconds since 1970: people's last sign-ins are relative to it.
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
