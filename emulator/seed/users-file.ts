import { random } from '../kit/random';
import type { UserRecord } from '../workspace/state/directory';
import { emptyState, type WorkspaceState } from '../workspace/state/workspace-state';
import type { FileReport, Remark } from './file-report';
import { textIn } from './file-text';
import { quietWorkspace } from './quiet-workspace';
import { addOrganization } from './users-file/organization';
import { addPeople } from './users-file/people';
import { readRows } from './users-file/rows';
import { usableRows } from './users-file/usable-rows';

export interface UsersFileOptions {
  /** The seed of the random numbers from which ids come. */
  readonly seedNumber?: number;
  /** The instant the company is made for: milliseconds since 1970. */
  readonly now: number;
  /** The super administrator's address; guessed when left out. */
  readonly admin?: string;
}

export interface CompanyFromUsers {
  readonly state: WorkspaceState;
  readonly report: FileReport;
  /** The address of the super administrator. */
  readonly superAdmin: string;
}

/** Accounts are assumed to be a year old: the file does not say. */
const ACCOUNT_AGE_MS = 365 * 24 * 60 * 60 * 1000;

/** Names under which administrators often have their account. */
const ADMIN_ADDRESS = /^(admin|administrator|it)@/;

/**
 * A company made from the Admin console's user download: one organization with its domains, org units and people. Nothing
 * else is in it: no groups, no events, no past in its logs. The same file, seed and instant make the same company.
 *
 * @param csv UTF-8, UTF-16 or Windows-1252; separated by commas, semicolons or tabs.
 * @throws Error in one sentence when there are no columns to read, nobody to load, or no such administrator.
 */
export function companyFromUsers(csv: Uint8Array, options: UsersFileOptions): CompanyFromUsers {
  const { rows, skipped, notes, hasUnits } = readRows(textIn(csv));
  const { usable, skipped: unusable } = usableRows(rows);
  if (usable.length === 0) throw nobody([...skipped, ...unusable]);
  const state = emptyState(options.seedNumber ?? 1);
  const createdAt = options.now - ACCOUNT_AGE_MS;
  const chance = random(state.random);
  const customer = addOrganization(state.directory, usable, { chance, createdAt });
  const workspace = quietWorkspace(state, options.now);
  const { users, ...refused } = addPeople({ workspace, customer, createdAt }, usable);
  const superAdmin = chooseSuperAdmin(users, options.admin);
  superAdmin.isAdmin = true;
  return {
    state,
    superAdmin: superAdmin.primaryEmail,
    report: {
      loaded: users.length,
      skipped: inOrder([...skipped, ...unusable, ...refused.skipped]),
      notes: [...notes, ...(hasUnits ? [] : [NO_UNITS]), ...refused.notes],
    },
  };
}

const NO_UNITS: Remark = { line: 1, reason: 'no column "Org Unit Path": everybody is in "/"' };

const inOrder = (remarks: readonly Remark[]): Remark[] =>
  [...remarks].sort((a, b) => a.line - b.line);

function nobody(skipped: readonly Remark[]): Error {
  const first = inOrder(skipped)[0];
  const why = first ? ` Line ${first.line}: ${first.reason}.` : '';
  return new Error(`It contains nobody who can be loaded.${why}`);
}

/** The user who becomes super administrator. @throws Error in one sentence when there can be none. */
function chooseSuperAdmin(users: readonly UserRecord[], wanted: string | undefined): UserRecord {
  const active = users.filter(({ suspended, archived }) => !suspended && !archived);
  if (wanted === undefined) {
    const found = active.find(({ primaryEmail }) => ADMIN_ADDRESS.test(primaryEmail)) ?? active[0];
    if (found) return found;
    throw new Error('Nobody in it is active, so nobody can be the super administrator.');
  }
  const found = users.find(({ primaryEmail }) => primaryEmail === wanted.toLowerCase());
  if (!found) throw new Error(`The super administrator ${wanted} is not in it.`);
  if (!active.includes(found))
    throw new Error(`${wanted} is not active and cannot be the super administrator.`);
  return found;
}
