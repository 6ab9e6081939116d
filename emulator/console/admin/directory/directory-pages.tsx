import './directory.css';
import type { Place } from '../../shell/place';
import { DomainsPage } from './domains/domains-page';
import { GroupPage } from './groups/group-page';
import { GroupsPage } from './groups/groups-page';
import { OrgUnitsPage } from './org-units/org-units-page';
import { NewRolePage } from './roles/new-role-page';
import { RolePage } from './roles/role-page';
import { RolesPage } from './roles/roles-page';
import { DeletedUsersPage } from './users/deleted-users-page';
import { NewUserPage } from './users/new-user-page';
import { UserPage } from './users/user-page';
import { UsersPage } from './users/users-page';

/** The first path segment of every page in this folder. */
export const DIRECTORY_PAGES = new Set(['users', 'groups', 'orgunits', 'roles', 'domains']);

/** Directory and Account: `users`, `users/new`, `users/deleted`, `users/<id>`, `groups`, `groups/<id>`, `orgunits`, `roles` … */
export const DirectoryPages = (page: { readonly account: string; readonly place: Place }) => (
  <div class="directory">
    <DirectoryPage {...page} />
  </div>
);

function DirectoryPage({ account, place }: { readonly account: string; readonly place: Place }) {
  const [area, item] = place.path;
  switch (area) {
    case 'groups':
      return item === undefined ? (
        <GroupsPage account={account} place={place} />
      ) : (
        <GroupPage key={item} account={account} groupKey={item} />
      );
    case 'orgunits':
      return <OrgUnitsPage account={account} />;
    case 'roles':
      return <RolePages account={account} item={item} />;
    case 'domains':
      return <DomainsPage account={account} />;
    default:
      return <UserPages account={account} item={item} place={place} />;
  }
}

function RolePages({
  account,
  item,
}: {
  readonly account: string;
  readonly item: string | undefined;
}) {
  if (item === undefined) return <RolesPage account={account} />;
  if (item === 'new') return <NewRolePage account={account} />;
  return <RolePage key={item} account={account} roleId={item} />;
}

function UserPages({
  account,
  item,
  place,
}: {
  readonly account: string;
  readonly item: string | undefined;
  readonly place: Place;
}) {
  if (item === undefined) return <UsersPage account={account} place={place} />;
  if (item === 'new') return <NewUserPage account={account} />;
  if (item === 'deleted') return <DeletedUsersPage account={account} />;
  return <UserPage key={item} account={account} userKey={item} />;
}
