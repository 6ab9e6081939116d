import consumers from './company/consumers.json';
import groups from './company/groups.json';
import organizations from './company/organizations.json';
import orgUnits from './company/org-units.json';
import brightwater from './company/people-brightwater.json';
import havu from './company/people.json';
import roles from './company/roles.json';
import schemas from './company/schemas.json';
import type { JsonObject } from '../workspace/api-method';
import type { CustomerRecord, UserRecord } from '../workspace/state/directory';

export interface SeedOrganization {
  readonly id: string;
  readonly name: string;
  readonly edition: CustomerRecord['edition'];
  /** A date. */
  readonly created: string;
  readonly language: string;
  readonly country: string;
  readonly domains: readonly { readonly name: string; readonly aliasOf?: string }[];
}

export interface SeedPerson {
  readonly email: string;
  readonly name: readonly string[];
  readonly displayName?: string;
  readonly unit: string;
  readonly title?: string;
  readonly department?: string;
  /** An address, in any letter case, of a person who may not exist. */
  readonly manager?: string;
  /** A date. */
  readonly hired: string;
  readonly employeeId?: string;
  /** Absent: never signed in. */
  readonly seenDaysAgo?: number;
  readonly phone?: string;
  readonly location?: string;
  readonly aliases?: readonly string[];
  readonly superAdmin?: boolean;
  /** The reason for the suspension. */
  readonly suspended?: string;
  readonly archived?: boolean;
  readonly deletedDaysAgo?: number;
  /** The outside address of a guest. */
  readonly guestOf?: string;
  readonly servicesOff?: UserRecord['servicesOff'];
  /** Not in the global address list. */
  readonly hidden?: boolean;
  /** Values of the schema Employment; `skills` as a plain list. */
  readonly custom?: JsonObject;
}

export interface SeedGroup {
  readonly email: string;
  readonly name: string;
  readonly description?: string;
  readonly aliases?: readonly string[];
  readonly owners?: readonly string[];
  readonly managers?: readonly string[];
  readonly members: readonly string[];
}

export interface SeedRoles {
  readonly roles: readonly {
    readonly name: string;
    readonly organization: string;
    readonly description: string;
    readonly privileges: readonly string[];
  }[];
  readonly assignments: readonly {
    readonly role: string;
    readonly to: string;
    /** The path of the org unit it is limited to. */
    readonly unit?: string;
  }[];
}

export const ORGANIZATIONS = organizations as readonly SeedOrganization[];
export const PEOPLE = [...havu, ...brightwater] as readonly SeedPerson[];
/** Paths by primary domain, parents first. */
export const ORG_UNITS: Readonly<Record<string, readonly string[]>> = orgUnits;
export const GROUPS = groups as readonly SeedGroup[];
export const ROLES = roles as SeedRoles;
/** By primary domain. */
export const SCHEMAS = schemas as unknown as Readonly<Record<string, readonly JsonObject[]>>;
export const CONSUMERS: readonly string[] = consumers;
