import { isoInstant } from '../../kit/clock';
import type { Json, JsonObject } from '../api-method';
import { isObject, jsonCopy } from './json-copy';
import { findOrgUnit } from './org-unit-lookup';
import { invalidInput } from './refusals';
import { freeAddress } from './user-address';
import {
  oldAndNew,
  shown,
  userEvent,
  type Planned,
  type Planner,
  type UserChange,
} from './user-change';
import { planCustomValues } from './user-custom-changes';
import { PROFILE_FIELDS, requireFits } from './user-fields';
import { requireName, withName } from './user-name';
import type { UserRecord } from '../state/directory';

/**
 * The changes that a User resource asks for, one for each difference. Fields that are not named stay, null
 * clears, lists are replaced whole; read-only fields are ignored.
 * @throws GoogleError 400, 404 or 409 for values that a field cannot have.
 */
export function planUserChanges(body: JsonObject, planned: Planned): UserChange[] {
  return Object.entries(body).flatMap(([field, value]) => {
    if (Object.hasOwn(PLANNERS, field)) return PLANNERS[field]!(value, planned);
    return Object.hasOwn(PROFILE_FIELDS, field) ? planField(field, value, planned) : [];
  });
}

const PLANNERS: Readonly<Record<string, Planner>> = {
  name: planName,
  primaryEmail: planRename,
  orgUnitPath: planMove,
  suspended: planSuspension,
  archived: planArchival,
  customSchemas: planCustomValues,
  password: (value, { user }) => {
    requirePassword(value);
    return [
      {
        privilege: 'USERS_RESET_PASSWORD',
        events: [userEvent(user, 'CHANGE_PASSWORD')],
        apply: () => {},
      },
    ];
  },
};

/** @throws GoogleError 400 below 8 or above 100 characters. A crypt(3) hash may be longer. */
export function requirePassword(value: Json | undefined): void {
  if (typeof value !== 'string' || value.length < 8 || (value.length > 100 && value[0] !== '$')) {
    throw invalidInput('password');
  }
}

const NAMES = [
  ['givenName', 'CHANGE_FIRST_NAME'],
  ['familyName', 'CHANGE_LAST_NAME'],
  ['displayName', 'CHANGE_DISPLAY_NAME'],
] as const;

function planName(value: Json, { user }: Planned): UserChange[] {
  if (!isObject(value)) throw invalidInput('name');
  const before = isObject(user.profile.name) ? user.profile.name : {};
  return NAMES.flatMap(([part, eventName]) => {
    const after = value[part];
    if (after === undefined || after === before[part]) return [];
    requireName(part, after);
    return [
      {
        privilege: 'USERS_UPDATE',
        events: [userEvent(user, eventName, oldAndNew(before[part], after))],
        apply: ({ profile }) => void (profile.name = withName(profile.name, part, after)),
      },
    ];
  });
}

function planRename(value: Json, { workspace, user }: Planned): UserChange[] {
  if (typeof value !== 'string') throw invalidInput('primary_user_email');
  const customer = workspace.state.directory.customers[user.customerId]!;
  if (value.toLowerCase() === user.primaryEmail.toLowerCase()) return [];
  const renamed = freeAddress(workspace, customer, value, {
    field: 'primary_user_email',
    owner: user,
  });
  const { primaryEmail: old } = user;
  return [
    {
      privilege: 'USERS_ALIAS',
      events: [userEvent(user, 'RENAME_USER', { NEW_VALUE: renamed })],
      // The old address stays as an alias; if the new one was an alias, the two trade places.
      apply: (record) => {
        record.aliases = [
          ...record.aliases.filter((alias) => alias.toLowerCase() !== renamed),
          old,
        ];
        record.primaryEmail = renamed;
      },
    },
  ];
}

function planMove(value: Json, { workspace, user }: Planned): UserChange[] {
  const unit =
    typeof value === 'string'
      ? findOrgUnit(workspace.state.directory, user.customerId, value)
      : undefined;
  if (!unit) throw invalidInput('INVALID_OU_ID');
  if (unit.orgUnitPath === user.orgUnitPath) return [];
  return [
    {
      privilege: 'USERS_MOVE',
      events: [
        userEvent(user, 'MOVE_USER_TO_ORG_UNIT', {
          ORG_UNIT_NAME: user.orgUnitPath,
          NEW_VALUE: unit.orgUnitPath,
        }),
      ],
      apply: (record) => void (record.orgUnitPath = unit.orgUnitPath),
    },
  ];
}

function planSuspension(value: Json, { workspace, user }: Planned): UserChange[] {
  const suspended = value === true;
  if (suspended === user.suspended) return [];
  return [
    {
      privilege: 'USERS_SUSPEND',
      events: [userEvent(user, suspended ? 'SUSPEND_USER' : 'UNSUSPEND_USER')],
      apply: (record) => {
        record.suspended = suspended;
        delete record.profile.suspensionReason;
        delete record.profile.suspensionTime;
        if (!suspended) return;
        record.profile.suspensionReason = 'ADMIN';
        record.profile.suspensionTime = isoInstant(workspace.clock.now());
      },
    },
  ];
}

function planArchival(value: Json, { workspace, user }: Planned): UserChange[] {
  const archived = value === true;
  if (archived === user.archived) return [];
  return [
    {
      privilege: 'USERS_UPDATE',
      events: [userEvent(user, archived ? 'ARCHIVE_USER' : 'UNARCHIVE_USER')],
      apply: (record) => {
        record.archived = archived;
        if (archived) record.profile.archivalTime = isoInstant(workspace.clock.now());
        else delete record.profile.archivalTime;
      },
    },
  ];
}

function planField(field: string, value: Json, { user, keepsLists }: Planned): UserChange[] {
  const { list, event: eventName, standard } = PROFILE_FIELDS[field]!;
  if (!isCleared(value)) requireFits(field, value);
  else if (list && keepsLists) return [];
  const wanted = isCleared(value) ? null : withoutGenerated(field, value, user);
  const after = isCleared(wanted) ? null : wanted;
  const before = user.profile[field] ?? standard ?? null;
  if (JSON.stringify(before) === JSON.stringify(after ?? standard ?? null)) return [];
  return [
    {
      privilege:
        field === 'changePasswordAtNextLogin' ? 'USERS_FORCE_PASSWORD_CHANGE' : 'USERS_UPDATE',
      events: eventName ? [userEvent(user, eventName, oldAndNew(before, after))] : [],
      apply: ({ profile }) => {
        if (after === null) delete profile[field];
        else profile[field] = after;
      },
    },
  ];
}

const isCleared = (value: Json): boolean =>
  value === null || (Array.isArray(value) && value.length === 0);

/** Google generates the primary address and the aliases in `emails`: when they are sent back, they are not stored again. */
function withoutGenerated(field: string, value: Json, user: UserRecord): Json {
  if (field !== 'emails' || !Array.isArray(value)) return jsonCopy(value);
  const own = new Set([user.primaryEmail, ...user.aliases].map((address) => address.toLowerCase()));
  const kept = value.filter(
    (entry) =>
      isObject(entry) &&
      !own.has(shown(entry.address).toLowerCase()) &&
      !shown(entry.address).endsWith('.test-google-a.com'),
  );
  return kept.map(jsonCopy);
}
