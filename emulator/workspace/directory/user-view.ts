import type { Json, JsonObject } from '../api-method';
import { knownEtags } from './accounts';
import { nonEditableAliases } from './addresses';
import { etagOf } from './etag';
import { isObject, jsonCopy, objectsIn } from './json-copy';
import { holdsRole } from './privileges';
import type { DirectoryState, UserRecord } from '../state/directory';

/** How much of a user a request asks for. */
export interface UserView {
  readonly viewType: 'admin_view' | 'domain_public';
  readonly projection: 'basic' | 'custom' | 'full';
  /** Schema names, when the projection is `custom`. */
  readonly schemas: readonly string[];
}

export const WHOLE_USER: UserView = { viewType: 'admin_view', projection: 'full', schemas: [] };

/** The `lastLoginTime` of an account that was never used. */
export const NEVER = '1970-01-01T00:00:00.000Z';

/** Fields of the profile that appear elsewhere in the answer, or not at all. */
const PLACED = new Set(['name', 'emails', 'customSchemas', 'suspensionReason', 'suspensionTime']);

/**
 * What people in the same organization see of each other. Google mentions "a standard set of core fields" without
 * naming them; administrators' fields (isAdmin, suspended, externalIds, recovery data …) are left out.
 * @see https://developers.google.com/workspace/admin/directory/v1/guides/manage-users#retrieve_users_non_admin
 */
const PUBLIC_FIELDS = [
  'addresses',
  'gender',
  'ims',
  'keywords',
  'languages',
  'locations',
  'organizations',
  'phones',
  'relations',
  'thumbnailPhotoUrl',
  'thumbnailPhotoEtag',
  'websites',
] as const;

/** The User resource: a copy, without empty lists. @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/users */
export function userResource(
  directory: DirectoryState,
  user: UserRecord,
  view: UserView = WHOLE_USER,
): JsonObject {
  const resource: JsonObject = {
    kind: 'admin#directory#user',
    id: user.id,
    etag: userEtag(directory, user),
    primaryEmail: user.primaryEmail,
    ...(user.profile.name !== undefined && { name: jsonCopy(user.profile.name) }),
  };
  if (view.viewType === 'domain_public') addPublicFields(directory, user, resource);
  else addAdminFields(directory, user, resource);
  const custom = customFields(directory, user, view);
  if (custom) resource.customSchemas = custom;
  return resource;
}

/** Whether other people in the organization may see this user: not while suspended, nor when hidden from the directory. */
export const isPublic = ({ suspended, archived, profile }: UserRecord): boolean =>
  !suspended && !archived && profile.includeInGlobalAddressList !== false;

function addPublicFields(directory: DirectoryState, user: UserRecord, resource: JsonObject): void {
  resource.emails = emailsOf(directory, user);
  for (const field of PUBLIC_FIELDS) {
    const value = user.profile[field];
    if (value !== undefined && !isEmpty(value)) resource[field] = jsonCopy(value);
  }
}

function addAdminFields(directory: DirectoryState, user: UserRecord, resource: JsonObject): void {
  const { profile } = user;
  resource.isAdmin = user.isAdmin;
  resource.isDelegatedAdmin = holdsRole(directory, user.id);
  resource.lastLoginTime = NEVER;
  resource.agreedToTerms = true;
  resource.suspended = user.suspended;
  if (user.suspended) {
    resource.suspensionReason = profile.suspensionReason ?? 'ADMIN';
    if (profile.suspensionTime !== undefined) resource.suspensionTime = profile.suspensionTime;
  }
  resource.archived = user.archived;
  resource.changePasswordAtNextLogin = false;
  resource.ipWhitelisted = false;
  resource.emails = emailsOf(directory, user);
  for (const field in profile) {
    const value = profile[field]!;
    if (!PLACED.has(field) && !isEmpty(value)) resource[field] = jsonCopy(value);
  }
  addAliases(directory, user, resource);
  resource.customerId = user.customerId;
  resource.orgUnitPath = user.orgUnitPath;
  resource.isMailboxSetup ??= !user.servicesOff.includes('gmail');
  resource.isEnrolledIn2Sv ??= false;
  resource.isEnforcedIn2Sv ??= false;
  resource.includeInGlobalAddressList ??= true;
  if (user.deletionTime !== undefined) resource.deletionTime = user.deletionTime;
}

function addAliases(directory: DirectoryState, user: UserRecord, resource: JsonObject): void {
  if (user.aliases.length > 0) resource.aliases = [...user.aliases];
  const fixed = nonEditableAliases(directory, user.customerId, user.primaryEmail);
  if (fixed.length > 0) resource.nonEditableAliases = fixed;
}

/** All addresses: those that were entered, the primary one, and the aliases. */
export const emailsOf = (directory: DirectoryState, user: UserRecord): JsonObject[] => [
  ...objectsIn(user.profile.emails).map(jsonCopy),
  { address: user.primaryEmail, primary: true },
  ...user.aliases.map((address) => ({ address })),
  ...nonEditableAliases(directory, user.customerId, user.primaryEmail).map((address) => ({
    address,
  })),
];

function customFields(
  { schemas }: DirectoryState,
  { customerId, profile }: UserRecord,
  { viewType, projection, schemas: asked }: UserView,
): JsonObject | null {
  const values = profile.customSchemas;
  if (projection === 'basic' || !isObject(values)) return null;
  const answer: JsonObject = {};
  for (const [name, fields] of Object.entries(values)) {
    if (!isObject(fields) || (projection === 'custom' && !asked.includes(name))) continue;
    const hidden = viewType === 'domain_public' ? adminOnlyFields(schemas[customerId]?.[name]) : [];
    const shown = Object.entries(fields).filter(([field]) => !hidden.includes(field));
    if (shown.length > 0) answer[name] = jsonCopy(Object.fromEntries(shown) as JsonObject);
  }
  return Object.keys(answer).length > 0 ? answer : null;
}

const adminOnlyFields = (schema: JsonObject | undefined): readonly Json[] =>
  objectsIn(schema?.fields)
    .filter(({ readAccessType }) => readAccessType === 'ADMINS_AND_SELF')
    .map(({ fieldName }) => fieldName!);

const isEmpty = (value: Json): boolean =>
  value === null || (Array.isArray(value) && value.length === 0);

/** A user's etag; the same in every view and projection. */
export function userEtag(directory: DirectoryState, user: UserRecord): string {
  const etags = knownEtags(directory);
  const known = etags.get(user);
  if (known !== undefined) return known;
  const etag = etagOf(user);
  etags.set(user, etag);
  return etag;
}
