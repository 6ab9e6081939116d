import { Table, type Sorting } from '../../../shell/table';
import { adminAddress } from '../../admin-places';
import { nameOf, type User } from '../resources';
import { shownSignIn } from '../times';
import { UserStatus } from './user-status';

/** The users of one page of the list. */
export function UsersTable({
  account,
  users,
  sorting,
}: {
  readonly account: string;
  readonly users: readonly User[];
  readonly sorting: Sorting;
}) {
  return (
    <Table
      label="Users"
      rows={users}
      keyOf={({ id }) => id}
      empty={<p class="empty">No users match. Change the search or the filters.</p>}
      sorting={sorting}
      columns={[
        {
          title: 'Name',
          sortField: 'givenName',
          cell: (user) => (
            <>
              <a class="row-link" href={adminAddress(account, 'users', user.id)}>
                {nameOf(user)}
              </a>
              {(user.isAdmin ?? false) && <span class="chip">Super admin</span>}
              {(user.isDelegatedAdmin ?? false) && <span class="chip">Admin</span>}
            </>
          ),
        },
        { title: 'Email', sortField: 'email', cell: ({ primaryEmail }) => primaryEmail },
        { title: 'Status', cell: (user) => <UserStatus user={user} /> },
        { title: 'Organizational unit', cell: ({ orgUnitPath }) => orgUnitPath },
        {
          title: 'Last sign in',
          class: 'soft nowrap',
          cell: ({ lastLoginTime }) => shownSignIn(lastLoginTime),
        },
      ]}
    />
  );
}
