import type { JsonObject } from '../json';

/** An organization. */
export interface CustomerRecord {
  /** Google's customer id, such as `C01abcd23`. */
  readonly id: string;
  readonly name: string;
  readonly primaryDomain: string;
  /** Every domain, primary first. `aliasOf` marks a domain alias. */
  domains: DomainRecord[];
  /** Reports writes `activity` token events only for the larger editions. */
  readonly edition: 'business-starter' | 'business-standard' | 'business-plus' | 'enterprise-plus';
  /** The legacy switch "API access": when off, APIs answer `domainCannotUseApis`. */
  apiAccess: boolean;
  /** The rest of the Customer resource: alternateEmail, phoneNumber, language, postalAddress, customerCreationTime. */
  profile?: JsonObject;
}

export interface DomainRecord {
  readonly name: string;
  readonly verified: boolean;
  /** Set for a domain alias: the domain whose people also receive mail under this name. */
  readonly aliasOf?: string;
  /** Milliseconds since 1970. */
  readonly createdAt?: number;
}

/** A user as the Directory API shows it (projection full, admin_view), plus what it does not show. */
export interface UserRecord {
  /** The immutable id: 21 digits. */
  readonly id: string;
  readonly customerId: string;
  primaryEmail: string;
  suspended: boolean;
  archived: boolean;
  /** Super admin. */
  isAdmin: boolean;
  orgUnitPath: string;
  /** In-domain aliases. */
  aliases: string[];
  /** Set while the account is deleted and can still be restored. */
  deletionTime?: string;
  /** The rest of the User resource: name, emails, phones, organizations, relations, externalIds, customSchemas … */
  profile: JsonObject;
  /** Services that an administrator turned off for this person. */
  servicesOff: ('calendar' | 'gmail' | 'drive')[];
}

export interface GroupRecord {
  readonly id: string;
  readonly customerId: string;
  email: string;
  name: string;
  description: string;
  aliases: string[];
  /** Whether an administrator created it; absent means yes. */
  adminCreated?: boolean;
  /** Direct members by member id. */
  members: MemberRecord[];
}

export interface MemberRecord {
  /** A user's or group's id, or the customer id for everyone in the organization. */
  readonly id: string;
  readonly type: 'USER' | 'GROUP' | 'EXTERNAL' | 'CUSTOMER';
  /** Missing for CUSTOMER. */
  readonly email?: string;
  role: 'OWNER' | 'MANAGER' | 'MEMBER';
  deliverySettings?: string;
  /** When it was added: derived membership lags behind. */
  readonly addedAt: number;
}

export interface OrgUnitRecord {
  /** With the `id:` prefix. */
  readonly orgUnitId: string;
  readonly customerId: string;
  name: string;
  description: string;
  /** `/` for the root, else `/Parent/Name`. */
  orgUnitPath: string;
  /** Null for the root. */
  parentOrgUnitId: string | null;
}

export interface RoleRecord {
  readonly roleId: string;
  readonly customerId: string;
  roleName: string;
  roleDescription: string;
  isSystemRole: boolean;
  isSuperAdminRole: boolean;
  rolePrivileges: { readonly serviceId: string; readonly privilegeName: string }[];
}

export interface RoleAssignmentRecord {
  readonly roleAssignmentId: string;
  readonly customerId: string;
  readonly roleId: string;
  /** A user's or group's id. */
  readonly assignedTo: string;
  readonly assigneeType: 'user' | 'group';
  readonly scopeType: 'CUSTOMER' | 'ORG_UNIT';
  /** Without the `id:` prefix, as Google writes it here. */
  readonly orgUnitId?: string;
  /** Role changes can take up to 24 h to take effect. */
  readonly since: number;
  /** When it was withdrawn: no longer listed, but still in effect for that long. */
  removedAt?: number;
  /** Limits the role to some resources; stored as sent, not enforced. */
  readonly condition?: string;
}

/** An open notification channel of the Directory API. Nothing is pushed to it: the local Workspace delivers no notices. */
export interface ChannelRecord {
  readonly id: string;
  readonly resourceId: string;
  /** The URI of the listing that it watches. */
  readonly resourceUri: string;
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly expiration: number;
  /** Who opened it: the user's id, or a service account's unique id. */
  readonly ownerId: string;
}

/** The people of every organization and their structure, and consumer accounts besides. */
export interface DirectoryState {
  /** Raised by every write: caches and etags depend on it. */
  revision: number;
  customers: Record<string, CustomerRecord>;
  /** By user id; deleted ones too until they are purged. */
  users: Record<string, UserRecord>;
  groups: Record<string, GroupRecord>;
  orgUnits: Record<string, OrgUnitRecord>;
  roles: Record<string, RoleRecord>;
  roleAssignments: Record<string, RoleAssignmentRecord>;
  /** Custom schemas by customer id, then schema name: the Schema resource. */
  schemas: Record<string, Record<string, JsonObject>>;
  /** Open notification channels by resource id. */
  channels: Record<string, ChannelRecord>;
  /** Google accounts outside any organization, such as gmail.com ones: email → user id. */
  consumers: Record<string, string>;
}

export const emptyDirectoryState = (): DirectoryState => ({
  revision: 0,
  customers: {},
  users: {},
  groups: {},
  orgUnits: {},
  roles: {},
  roleAssignments: {},
  schemas: {},
  channels: {},
  consumers: {},
});
