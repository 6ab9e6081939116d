import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { Loaded, useLoaded } from '../../../shell/loading';
import { go } from '../../../shell/place';
import { toast } from '../../../shell/toast';
import { PageHead } from '../../../shell/with-navigation';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { privileges } from '../everything';
import { Panel } from '../panel';
import { OWN, type Privilege, type Role } from '../resources';
import { privilegeKey, PrivilegeTree } from './privilege-tree';
import { RoleAdmins } from './role-admins';
import { RoleForm, type WrittenRole } from './role-form';
import { roleTitle } from './role-names';

/** One admin role: who holds it, and what it allows. Custom roles can be edited and deleted. */
export function RolePage({
  account,
  roleId,
}: {
  readonly account: string;
  readonly roleId: string;
}) {
  const params = { customer: OWN, roleId };
  const loaded = useLoaded(
    () =>
      Promise.all([
        act<Role>(account, 'directory.roles.get', params),
        privileges(account),
      ] as const),
    [account, roleId],
  );
  const [doing, setDoing] = useState<'edit' | 'delete'>();
  const save = async (written: WrittenRole) => {
    await act(account, 'directory.roles.update', params, written);
    toast('The role was saved.');
    await loaded.reload();
    setDoing(undefined);
  };
  const remove = async () => {
    await act(account, 'directory.roles.delete', params);
    toast('The role was deleted.');
    go(adminAddress(account, 'roles'));
  };
  return (
    <Loaded of={loaded}>
      {([role, tree]) => (
        <>
          <PageHead
            title={roleTitle(role)}
            trail={[{ href: adminAddress(account, 'roles'), title: 'Admin roles' }]}
          >
            {!role.isSystemRole && doing !== 'edit' && (
              <>
                <button type="button" class="button" onClick={() => setDoing('edit')}>
                  Edit role
                </button>
                <button type="button" class="button danger" onClick={() => setDoing('delete')}>
                  Delete role
                </button>
              </>
            )}
          </PageHead>
          {doing === 'edit' ? (
            <RoleForm
              account={account}
              role={role}
              action="Save"
              cancel={() => setDoing(undefined)}
              save={save}
            />
          ) : (
            <RoleShown account={account} role={role} tree={tree} />
          )}
          {doing === 'delete' && (
            <Dialog
              title={`Delete ${roleTitle(role)}?`}
              action="Delete role"
              danger
              close={() => setDoing(undefined)}
              submit={remove}
            >
              <p>Only a role that no one has can be deleted.</p>
            </Dialog>
          )}
        </>
      )}
    </Loaded>
  );
}

function RoleShown({
  account,
  role,
  tree,
}: {
  readonly account: string;
  readonly role: Role;
  readonly tree: readonly Privilege[];
}) {
  const all = role.isSuperAdminRole ? tree : (role.rolePrivileges ?? []);
  return (
    <>
      <p class="soft">{role.roleDescription}</p>
      <RoleAdmins account={account} role={role} tree={tree} />
      <Panel title="Privileges">
        {role.isSystemRole && <p class="soft">A system role cannot be changed.</p>}
        <PrivilegeTree tree={tree} held={new Set(all.map(privilegeKey))} />
      </Panel>
    </>
  );
}
