import { Loaded, useLoaded } from '../../../shell/loading';
import { Table } from '../../../shell/table';
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
    <Table
      label="Admin roles"
      rows={found}
      keyOf={({ roleId }) => roleId}
      columns={[
        {
          title: 'Role name',
          namesRow: true,
          cell: (role) => (
            <a class="row-link" href={adminAddress(account, 'roles', role.roleId)}>
              {roleTitle(role)}
            </a>
          ),
        },
        {
          title: 'Role description',
          class: 'soft',
          cell: ({ roleDescription }) => roleDescription,
        },
        {
          title: 'Type',
          class: 'nowrap',
          cell: ({ isSystemRole }) => (isSystemRole ? 'System role' : 'Custom role'),
        },
        { title: 'Admins', cell: held },
      ]}
    />
  );
}
