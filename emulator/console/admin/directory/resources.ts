// Directory API resources, as far as these pages read them.

export interface User {
  readonly id: string;
  readonly primaryEmail: string;
  readonly name?: {
    readonly givenName?: string;
    readonly familyName?: string;
    readonly fullName?: string;
  };
  readonly isAdmin?: boolean;
  readonly isDelegatedAdmin?: boolean;
  readonly suspended?: boolean;
  readonly suspensionReason?: string;
  readonly suspensionTime?: string;
  readonly archived?: boolean;
  readonly orgUnitPath?: string;
  readonly creationTime?: string;
  readonly lastLoginTime?: string;
  readonly deletionTime?: string;
  readonly aliases?: readonly string[];
  readonly nonEditableAliases?: readonly string[];
  readonly emails?: readonly TypedValue[];
  readonly phones?: readonly TypedValue[];
  readonly organizations?: readonly Organization[];
  readonly relations?: readonly TypedValue[];
  readonly externalIds?: readonly TypedValue[];
  readonly recoveryEmail?: string;
  readonly recoveryPhone?: string;
  readonly includeInGlobalAddressList?: boolean;
  readonly customSchemas?: CustomValues;
}

/** An entry of a list in a User: the property that holds the value differs from list to list. */
export interface TypedValue {
  readonly type?: string;
  readonly value?: string;
  readonly address?: string;
  readonly primary?: boolean;
}

export interface Organization {
  readonly primary?: boolean;
  readonly name?: string;
  readonly title?: string;
  readonly department?: string;
  readonly costCenter?: string;
  /** Google's console calls it "Type of employee". */
  readonly description?: string;
}

/** Schema name, field name, value: a list of `{value}` where the field has several. */
export type CustomValues = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface Schema {
  readonly schemaName: string;
  readonly displayName?: string;
  readonly fields: readonly SchemaField[];
}

export interface SchemaField {
  readonly fieldName: string;
  readonly displayName?: string;
  readonly fieldType: 'STRING' | 'INT64' | 'BOOL' | 'DOUBLE' | 'EMAIL' | 'PHONE' | 'DATE';
  readonly multiValued?: boolean;
}

export interface Group {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly description?: string;
  readonly directMembersCount?: string;
  readonly aliases?: readonly string[];
  readonly nonEditableAliases?: readonly string[];
}

export interface Member {
  readonly id: string;
  readonly email?: string;
  readonly role: 'OWNER' | 'MANAGER' | 'MEMBER';
  readonly type: 'USER' | 'GROUP' | 'EXTERNAL' | 'CUSTOMER';
  readonly status?: string;
}

export interface OrgUnit {
  readonly orgUnitId: string;
  readonly orgUnitPath: string;
  readonly name: string;
  readonly description?: string;
  readonly parentOrgUnitPath?: string;
}

export interface Role {
  readonly roleId: string;
  readonly roleName: string;
  readonly roleDescription?: string;
  readonly isSystemRole?: boolean;
  readonly isSuperAdminRole?: boolean;
  readonly rolePrivileges?: readonly RolePrivilege[];
}

export interface RolePrivilege {
  readonly serviceId: string;
  readonly privilegeName: string;
}

export interface Privilege extends RolePrivilege {
  readonly serviceName: string;
  readonly isOuScopable: boolean;
  readonly childPrivileges?: readonly Privilege[];
}

export interface RoleAssignment {
  readonly roleAssignmentId: string;
  readonly roleId: string;
  readonly assignedTo: string;
  readonly assigneeType: 'user' | 'group';
  readonly scopeType: 'CUSTOMER' | 'ORG_UNIT';
  readonly orgUnitId?: string;
}

export interface Token {
  readonly clientId: string;
  readonly displayText: string;
  readonly scopes: readonly string[];
}

export interface DomainAlias {
  readonly domainAliasName: string;
  readonly verified: boolean;
  readonly creationTime: string;
}

export interface Domain {
  readonly domainName: string;
  readonly isPrimary: boolean;
  readonly verified: boolean;
  /** Milliseconds since 1970, as text. */
  readonly creationTime: string;
  readonly domainAliases?: readonly DomainAlias[];
}

export const OWN = 'my_customer';

export const nameOf = ({ name, primaryEmail }: User): string => name?.fullName ?? primaryEmail;

/** The possible domains after the @ of an address: domains, but not domain aliases. */
export const domainsFirstPrimary = (domains: readonly Domain[]): readonly string[] =>
  [...domains]
    .sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
    .map(({ domainName }) => domainName);
