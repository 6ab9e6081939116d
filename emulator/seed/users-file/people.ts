import type { LocalWorkspace } from '../../local-workspace';
import { isoInstant } from '../../kit/clock';
import { changeUser } from '../../workspace/directory/accounts';
import { newUserId } from '../../workspace/directory/identifiers';
import { findOrgUnit } from '../../workspace/directory/org-unit-lookup';
import type { CustomerRecord, UserRecord } from '../../workspace/state/directory';
import { freeAddress } from '../../workspace/directory/user-address';
import { planUserChanges } from '../../workspace/directory/user-changes';
import { requireName, withName } from '../../workspace/directory/user-name';
import { NEVER } from '../../workspace/directory/user-view';
import { GoogleError } from '../../workspace/google-error';
import type { Remark } from '../file-report';
import type { Row } from './rows';
import { lastSignInOf, statusOf } from './account-state';
import { unitPathOf } from './usable-rows';
import { userResourceOf } from './user-resource';

/** The organization that people join. */
export interface Joining {
  readonly workspace: LocalWorkspace;
  readonly customer: CustomerRecord;
  /** When the accounts were created, as far as is known: milliseconds since 1970. */
  readonly createdAt: number;
}

/** The result for the rows: accounts, and remarks about some. */
export interface Joined {
  readonly users: readonly UserRecord[];
  readonly skipped: readonly Remark[];
  readonly notes: readonly Remark[];
}

/** Creates an account from each row; rows that the directory refuses are left out, with its words as the reason. */
export function addPeople(joining: Joining, rows: readonly Row[]): Joined {
  const users: UserRecord[] = [];
  const skipped: Remark[] = [];
  const notes: Remark[] = [];
  for (const row of rows) {
    try {
      users.push(addPerson(joining, row, notes));
    } catch (error) {
      if (!(error instanceof GoogleError)) throw error;
      skipped.push({ line: row.line, reason: `the directory refuses it: ${error.message}` });
    }
  }
  return { users, skipped, notes };
}

function addPerson(joining: Joining, { line, values }: Row, notes: Remark[]): UserRecord {
  const { workspace } = joining;
  const status = statusOf(values.status);
  if (!status) notes.push({ line, reason: `the status "${values.status}" is treated as active` });
  const user = accountOf(joining, values, (reason) => notes.push({ line, reason }));
  const wanted = { ...userResourceOf(values), ...status };
  const changes = planUserChanges(wanted, { workspace, user, keepsLists: false });
  for (const { apply } of changes) apply(user);
  const { directory } = workspace.state;
  changeUser(directory, user, () => void (directory.users[user.id] = user));
  return user;
}

function accountOf(
  { workspace, customer, createdAt }: Joining,
  values: Row['values'],
  note: (reason: string) => void,
): UserRecord {
  const { givenName, familyName, email, lastSignIn } = values;
  requireName('givenName', givenName);
  requireName('familyName', familyName);
  const seen = lastSignInOf(lastSignIn);
  if (seen === undefined) note(`the last sign-in "${lastSignIn}" is not a recognized time`);
  const isOn = (text: string): boolean => /^(true|yes|on)$/i.test(text);
  return {
    id: newUserId(workspace),
    customerId: customer.id,
    primaryEmail: freeAddress(workspace, customer, email, { field: 'primary_user_email' }),
    suspended: false,
    archived: false,
    isAdmin: false,
    orgUnitPath: unitOf(workspace, customer, values),
    aliases: [],
    profile: {
      name: withName(withName({}, 'givenName', givenName), 'familyName', familyName),
      creationTime: isoInstant(Math.min(createdAt, seen ?? createdAt)),
      lastLoginTime: seen ? isoInstant(seen) : NEVER,
      agreedToTerms: Boolean(seen),
      isEnrolledIn2Sv: isOn(values.enrolledIn2Sv),
      isEnforcedIn2Sv: isOn(values.enforcedIn2Sv),
    },
    servicesOff: [],
  };
}

const unitOf = ({ state }: LocalWorkspace, { id }: CustomerRecord, values: Row['values']): string =>
  findOrgUnit(state.directory, id, unitPathOf(values))!.orgUnitPath;
