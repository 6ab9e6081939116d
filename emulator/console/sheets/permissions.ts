import { act } from '../shell/workspace-client';

export type ShareRole = 'reader' | 'commenter' | 'writer';

export interface Permission {
  readonly id: string;
  readonly type: 'user' | 'group' | 'domain' | 'anyone';
  readonly role: ShareRole | 'owner';
  readonly emailAddress?: string;
  readonly displayName?: string;
  readonly domain?: string;
}

export const ROLES: readonly { readonly value: ShareRole; readonly label: string }[] = [
  { value: 'reader', label: 'Viewer' },
  { value: 'commenter', label: 'Commenter' },
  { value: 'writer', label: 'Editor' },
];

export const roleName = (role: Permission['role']): string =>
  role === 'owner' ? 'Owner' : ROLES.find(({ value }) => value === role)!.label;

const FIELDS = 'id,type,role,emailAddress,displayName,domain';

/** Who may do what with a file, as one person shares it. */
export class Permissions {
  constructor(
    private readonly account: string,
    private readonly fileId: string,
  ) {}

  async list(): Promise<readonly Permission[]> {
    const params = { fileId: this.fileId, pageSize: 100, fields: `permissions(${FIELDS})` };
    const answer = await act<{ permissions: readonly Permission[] }>(
      this.account,
      'drive.permissions.list',
      params,
    );
    return answer.permissions;
  }

  create(
    body: Omit<Permission, 'id' | 'displayName'>,
    { notify, message }: { readonly notify: boolean; readonly message?: string },
  ): Promise<Permission> {
    const named = body.type === 'user' || body.type === 'group';
    return act(
      this.account,
      'drive.permissions.create',
      {
        fileId: this.fileId,
        fields: FIELDS,
        ...(named && { sendNotificationEmail: notify }),
        ...(named && notify && message ? { emailMessage: message } : {}),
      },
      body,
    );
  }

  setRole(permissionId: string, role: ShareRole): Promise<Permission> {
    const params = { fileId: this.fileId, permissionId, fields: FIELDS };
    return act(this.account, 'drive.permissions.update', params, { role });
  }

  remove(permissionId: string): Promise<unknown> {
    return act(this.account, 'drive.permissions.delete', { fileId: this.fileId, permissionId });
  }
}
