import { Loaded, useLoaded } from '../../../shell/loading';
import { PageHead } from '../../../shell/with-navigation';
import { adminAddress } from '../../admin-places';
import { roleAssignments, roles } from '../everything';
import type { Role, RoleAssignment } from '../resources';
import { roleTitle } from './role-names';

/** Account › Admin roles. */
export function RolesPage({ account }: { readonly account: string }) {
  const loaded = useLoaded(
    () => Promise.all([roles(account), roleAssignments(account, {})]),
    [account],
  );
  return (
    <>
      <PageHead title="Admin roles">
        <a class="button filled" href={adminAddress(account, 'roles/new')}>
          Create new role
        </a>
      </PageHead>
      <Loaded of={loaded}>
        {([found, assignments]) => (
          <RolesTable account={account} roles={found} assignments={assignments} />
        )}
      </Loaded>
    </>
  );
}

function RolesTable({
  account,
  roles: found,
  assignments,
}: {
  readonly account: string;
  readonly roles: readonly Role[];
  readonly assignments: readonly RoleAssignment[];
}) {
  const held = ({ roleId }: Role) => assignments.filter((one) => one.roleId === roleId).length;
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label="Admin roles">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Role name</th>
            <th scope="col">Role description</th>
            <th scope="col">Type</th>
            <th scope="col">Admins</th>
          </tr>
        </thead>
        <tbody>
          {found.map((role) => (
            <tr key={role.roleId}>
              <th scope="row">
                <a class="row-link" href={adminAddress(account, 'roles', role.roleId)}>
                  {roleTitle(role)}
                </a>
              </th>
              <td class="soft">{role.roleDescription}</td>
              <td class="nowrap">{role.isSystemRole ? 'System role' : 'Custom role'}</td>
              <td>{held(role)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
