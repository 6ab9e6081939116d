import type { AuditEntry, AuditParameter } from '../audit-log';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { permissionsOf } from './access';
import { callingAccount, findAccount, type Account } from './account';
import { ownerIdOf } from './files';
import { auditDocumentType } from './mime-types';
import type { DriveFile, PermissionRecord, Role } from '../state/drive';

/** Events of type `access`. @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/drive */
export type AccessEvent =
  | 'create'
  | 'upload'
  | 'edit'
  | 'view'
  | 'rename'
  | 'move'
  | 'trash'
  | 'untrash'
  | 'delete'
  | 'download'
  | 'copy';

/**
 * Records what somebody did with a file in the Drive log.
 *
 * @param event its name, or its name with the parameters that only it has.
 */
export function auditAccess(
  workspace: Workspace,
  caller: Caller,
  file: DriveFile,
  event:
    AccessEvent | { readonly name: AccessEvent; readonly parameters: readonly AuditParameter[] },
): void {
  const { name, parameters } = typeof event === 'string' ? { name: event, parameters: [] } : event;
  write(workspace, caller, file, { type: 'access', name, parameters });
}

/** How far a file can be seen, in the log's words. */
export type Visibility =
  | 'private'
  | 'shared_internally'
  | 'shared_externally'
  | 'people_within_domain_with_link'
  | 'public_in_the_domain'
  | 'people_with_link'
  | 'public_on_the_web';

export function visibilityOf(workspace: Workspace, file: DriveFile): Visibility {
  const owner = findAccount(workspace, ownerIdOf(file));
  let widest: Visibility = 'private';
  for (const { permission } of permissionsOf(workspace, file)) {
    if (permission.role === 'owner') continue;
    const seen = visibilityBy(workspace, permission, owner);
    if (WIDTH.indexOf(seen) > WIDTH.indexOf(widest)) widest = seen;
  }
  return widest;
}

const WIDTH: readonly Visibility[] = [
  'private',
  'shared_internally',
  'people_within_domain_with_link',
  'public_in_the_domain',
  'shared_externally',
  'people_with_link',
  'public_on_the_web',
];

function visibilityBy(
  workspace: Workspace,
  { type, accountId, emailAddress, allowFileDiscovery }: PermissionRecord,
  owner: Account | undefined,
): Visibility {
  if (type === 'anyone') return allowFileDiscovery ? 'public_on_the_web' : 'people_with_link';
  if (type === 'domain')
    return allowFileDiscovery ? 'public_in_the_domain' : 'people_within_domain_with_link';
  if (type === 'group') {
    const inside = emailAddress?.split('@')[1] === owner?.email.split('@')[1];
    return inside ? 'shared_internally' : 'shared_externally';
  }
  const account = findAccount(workspace, accountId ?? emailAddress!);
  const inside = account !== undefined && account.customerId === owner?.customerId;
  return inside && account.customerId !== null ? 'shared_internally' : 'shared_externally';
}

/** The log's words for what a role allows. */
const ACCESS_VALUES: Readonly<Record<Role | 'none', string>> = {
  none: 'none',
  reader: 'can_view',
  commenter: 'can_comment',
  writer: 'can_edit',
  owner: 'owner',
};

/** A change to one permission: who now has which role instead of which. */
export interface SharingChange {
  readonly permission: PermissionRecord;
  readonly before: Role | 'none';
  readonly after: Role | 'none';
  readonly oldVisibility: Visibility;
}

/** Records a change of sharing in the Drive log. */
export function auditSharing(
  workspace: Workspace,
  caller: Caller,
  file: DriveFile,
  { permission, before, after, oldVisibility }: SharingChange,
): void {
  const visibility = visibilityOf(workspace, file);
  const person = permission.type === 'user' || permission.type === 'group';
  write(workspace, caller, file, {
    type: 'acl_change',
    name: person ? 'change_user_access' : 'change_document_access_scope',
    parameters: [
      { name: 'visibility_change', value: visibilityChange(oldVisibility, visibility) },
      person
        ? { name: 'target_user', value: permission.emailAddress! }
        : { name: 'target_domain', value: permission.domain ?? 'all' },
      { name: 'old_visibility', value: oldVisibility },
      { name: 'old_value', multiValue: [ACCESS_VALUES[before]] },
      { name: 'new_value', multiValue: [ACCESS_VALUES[after]] },
    ],
  });
}

const OUTSIDE: ReadonlySet<Visibility> = new Set([
  'shared_externally',
  'people_with_link',
  'public_on_the_web',
]);

function visibilityChange(before: Visibility, after: Visibility): string {
  if (OUTSIDE.has(before) === OUTSIDE.has(after)) return 'none';
  return OUTSIDE.has(after) ? 'external' : 'internal';
}

interface DriveEvent {
  readonly type: string;
  readonly name: string;
  readonly parameters: readonly AuditParameter[];
}

function write(workspace: Workspace, caller: Caller, file: DriveFile, event: DriveEvent): void {
  const { principal } = caller;
  const owner = findAccount(workspace, ownerIdOf(file));
  const customerId = callingAccount(caller).customerId ?? owner?.customerId;
  if (!customerId) return;
  const ownerDomain = owner?.email.split('@')[1];
  const parameters = [
    { name: 'primary_event', boolValue: true },
    { name: 'billable', boolValue: true },
    ...event.parameters,
    ...documentParameters(workspace, file, owner),
  ];
  workspace.audit({
    applicationName: 'drive',
    customerId,
    actor: principal.kind === 'user' ? principal : { kind: 'system', key: principal.email },
    ipAddress: caller.ipAddress,
    ...(ownerDomain !== undefined && { ownerDomain }),
    ...byApplication(caller),
    events: [{ ...event, parameters: [...parameters, ...applicationParameters(caller)] }],
  });
}

/** The application that acted; nothing for a person acting by hand. */
const byApplication = (caller: Caller): Pick<AuditEntry, 'applicationInfo'> =>
  caller.cause === 'person'
    ? {}
    : {
        applicationInfo: {
          oauthClientId: caller.clientId,
          applicationName: caller.applicationName,
          impersonation: caller.impersonated,
        },
      };

const applicationParameters = ({ cause, projectNumber }: Caller): AuditParameter[] =>
  cause === 'person' || projectNumber === null
    ? []
    : [{ name: 'originating_app_id', value: projectNumber }];

const documentParameters = (
  workspace: Workspace,
  file: DriveFile,
  owner: Account | undefined,
): AuditParameter[] => [
  { name: 'owner_is_shared_drive', boolValue: false },
  { name: 'owner', value: owner?.email ?? '' },
  { name: 'doc_id', value: file.id },
  { name: 'doc_type', value: auditDocumentType(file.mimeType) },
  { name: 'is_encrypted', boolValue: false },
  { name: 'doc_title', value: file.name },
  { name: 'visibility', value: visibilityOf(workspace, file) },
  { name: 'actor_is_collaborator_account', boolValue: false },
  { name: 'owner_is_team_drive', boolValue: false },
];
