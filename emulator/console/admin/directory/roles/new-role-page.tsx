import { go } from '../../../shell/place';
import { toast } from '../../../shell/toast';
import { PageHead } from '../../../shell/with-navigation';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { OWN, type Role } from '../resources';
import { RoleForm, type WrittenRole } from './role-form';

/** Account › Admin roles › Create new role. */
export function NewRolePage({ account }: { readonly account: string }) {
  const list = adminAddress(account, 'roles');
  const create = async (written: WrittenRole) => {
    const role = await act<Role>(account, 'directory.roles.insert', { customer: OWN }, written);
    toast(`${role.roleName} was created.`);
    go(adminAddress(account, 'roles', role.roleId));
  };
  return (
    <>
      <PageHead title="Create new role" trail={[{ href: list, title: 'Admin roles' }]} />
      <RoleForm account={account} action="Create role" cancel={() => go(list)} save={create} />
    </>
  );
}
