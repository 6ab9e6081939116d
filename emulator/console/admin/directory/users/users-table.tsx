import { adminAddress } from '../../admin-places';
import { nameOf, type User } from '../resources';
import { shownSignIn } from '../times';
import { UserStatus } from './user-status';

interface Sort {
  readonly orderBy: string;
  readonly descending: boolean;
}

/** The users of one page of the list. */
export function UsersTable({
  account,
  users,
  sort,
  sortBy,
}: {
  readonly account: string;
  readonly users: readonly User[];
  readonly sort: Sort;
  readonly sortBy: (orderBy: string, order: 'ascending' | 'descending') => void;
}) {
  if (users.length === 0)
    return <p class="empty">No users match. Change the search or the filters.</p>;
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label="Users">
      <table class="list">
        <thead>
          <tr>
            <SortHeader title="Name" field="givenName" sort={sort} sortBy={sortBy} />
            <SortHeader title="Email" field="email" sort={sort} sortBy={sortBy} />
            <th scope="col">Status</th>
            <th scope="col">Organizational unit</th>
            <th scope="col">Last sign in</th>
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id}>
              <td>
                <a class="row-link" href={adminAddress(account, 'users', user.id)}>
                  {nameOf(user)}
                </a>
                {(user.isAdmin ?? false) && <span class="chip">Super admin</span>}
                {(user.isDelegatedAdmin ?? false) && <span class="chip">Admin</span>}
              </td>
              <td>{user.primaryEmail}</td>
              <td>
                <UserStatus user={user} />
              </td>
              <td>{user.orgUnitPath}</td>
              <td class="soft nowrap">{shownSignIn(user.lastLoginTime)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortHeader({
  title,
  field,
  sort: { orderBy, descending },
  sortBy,
}: {
  readonly title: string;
  readonly field: string;
  readonly sort: Sort;
  readonly sortBy: (orderBy: string, order: 'ascending' | 'descending') => void;
}) {
  const sorted = orderBy === field;
  const order = descending ? 'descending' : 'ascending';
  return (
    <th scope="col" {...(sorted && { 'aria-sort': order })}>
      <button
        type="button"
        class="sort"
        onClick={() => sortBy(field, sorted && !descending ? 'descending' : 'ascending')}
      >
        {title}
        <span aria-hidden="true">{sorted ? (descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}
