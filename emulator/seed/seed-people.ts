import { isoInstant } from '../kit/clock';
import { DIGITS, type Random } from '../kit/random';
import type { JsonObject } from '../workspace/api-method';
import type { DirectoryState, UserRecord } from '../workspace/state/directory';
import { NEVER } from '../workspace/directory/user-view';
import { customerOf } from './seed-organizations';
import { PEOPLE, type SeedPerson } from './seed-files';

const DAY_MS = 24 * 60 * 60 * 1000;
const HOUR_MS = 60 * 60 * 1000;

/** Adds the people to their organizations. */
export function seedPeople(directory: DirectoryState, chance: Random, now: number): void {
  for (const person of PEOPLE) {
    const user = userOf(directory, person, { chance, now });
    directory.users[user.id] = user;
  }
}

interface Making {
  readonly chance: Random;
  readonly now: number;
}

function userOf(
  directory: DirectoryState,
  person: SeedPerson,
  { chance, now }: Making,
): UserRecord {
  const { suspended, deletedDaysAgo } = person;
  return {
    id: `1${chance.text(20, DIGITS)}`,
    customerId: customerOf(directory, person.email).id,
    primaryEmail: person.email,
    suspended: suspended !== undefined,
    archived: person.archived ?? false,
    isAdmin: person.superAdmin ?? false,
    orgUnitPath: person.unit,
    aliases: [...(person.aliases ?? [])],
    ...(deletedDaysAgo !== undefined && {
      deletionTime: isoInstant(now - deletedDaysAgo * DAY_MS),
    }),
    profile: profileOf(person, { chance, now }),
    servicesOff: person.guestOf ? ['calendar', 'gmail'] : [...(person.servicesOff ?? [])],
  };
}

function profileOf(person: SeedPerson, making: Making): JsonObject {
  const [givenName, familyName] = person.name as [string, string];
  const { displayName, guestOf, suspended, hidden } = person;
  return {
    name: {
      givenName,
      familyName,
      fullName: `${givenName} ${familyName}`,
      ...(displayName !== undefined && { displayName }),
    },
    ...signIns(person, making),
    ...workOf(person),
    ...(person.custom && { customSchemas: { Employment: employmentOf(person) } }),
    ...(suspended !== undefined && { suspensionReason: suspended }),
    ...(guestOf !== undefined && {
      isGuestUser: true,
      guestAccountInfo: { primaryGuestEmail: guestOf },
    }),
    ...(hidden && { includeInGlobalAddressList: false }),
  };
}

/** Accounts are created on the morning of the first day; people sign in at some time of the day. */
function signIns({ hired, seenDaysAgo }: SeedPerson, { chance, now }: Making): JsonObject {
  const seen = seenDaysAgo !== undefined;
  const ago = seen ? seenDaysAgo * DAY_MS + chance.int(10 * HOUR_MS) : 0;
  return {
    creationTime: `${hired}T06:00:00.000Z`,
    lastLoginTime: seen ? isoInstant(now - ago) : NEVER,
    agreedToTerms: seen,
    isEnrolledIn2Sv: seen && chance.next() < 0.8,
  };
}

function workOf(person: SeedPerson): JsonObject {
  const { title, department, manager, employeeId, phone, location } = person;
  return {
    ...(title !== undefined && {
      organizations: [{ title, ...(department !== undefined && { department }), primary: true }],
    }),
    ...(manager !== undefined && { relations: [{ value: manager, type: 'manager' }] }),
    ...(employeeId !== undefined && { externalIds: [{ value: employeeId, type: 'organization' }] }),
    ...(phone !== undefined && { phones: [{ value: phone, type: 'work' }] }),
    ...(location !== undefined && {
      locations: [{ type: 'desk', area: 'desk', buildingId: location }],
    }),
  };
}

function employmentOf({ custom = {}, hired }: SeedPerson): JsonObject {
  const { skills, ...values } = custom;
  return {
    ...values,
    startedOn: hired,
    ...(Array.isArray(skills) && { skills: skills.map((value) => ({ value })) }),
  };
}
