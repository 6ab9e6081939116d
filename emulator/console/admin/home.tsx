import { Icon, type IconName } from '../shell/icon';
import { useLoaded } from '../shell/loading';
import { act } from '../shell/workspace-client';
import { PageHead } from '../shell/with-navigation';
import { adminAddress } from './admin-places';

interface Tile {
  readonly path: string;
  readonly title: string;
  readonly does: string;
  readonly icon: IconName;
  readonly links?: readonly (readonly [path: string, title: string])[];
}

const TILES: readonly Tile[] = [
  {
    path: 'users',
    title: 'Users',
    does: 'Add or manage users',
    icon: 'admin',
    links: [
      ['users/new', 'Add a user'],
      ['users/deleted', 'Recently deleted users'],
    ],
  },
  { path: 'groups', title: 'Groups', does: 'Create groups and mailing lists', icon: 'apps' },
  {
    path: 'orgunits',
    title: 'Organizational units',
    does: 'Arrange users to give them different settings',
    icon: 'workspace',
  },
  { path: 'roles', title: 'Admin roles', does: 'Manage admin roles', icon: 'admin' },
  {
    path: 'apps/marketplace',
    title: 'Apps',
    does: 'Manage Google Workspace Marketplace apps',
    icon: 'add',
  },
  {
    path: 'security/api-controls',
    title: 'Security',
    does: 'Control how apps access your data',
    icon: 'search',
    links: [['security/domain-wide-delegation', 'Domain-wide delegation']],
  },
  {
    path: 'reporting/token',
    title: 'Reporting',
    does: 'See who did what, in audit logs',
    icon: 'sheets',
    links: [['reporting/admin', 'Admin log events']],
  },
];

/** The Admin console's first page. */
export function AdminHome({ account }: { readonly account: string }) {
  const company = useLoaded(() => organizationName(account), [account]);
  return (
    <>
      <PageHead title={company.value ? `Admin console of ${company.value}` : 'Admin console'} />
      <div class="tiles">
        {TILES.map(({ path, title, does, icon, links = [] }) => (
          <section class="tile" key={path} aria-label={title}>
            <Icon name={icon} />
            <div>
              <h2>
                <a class="tile-link" href={adminAddress(account, path)}>
                  {title}
                </a>
              </h2>
              <p class="soft">{does}</p>
              {links.map(([to, text]) => (
                <a class="tile-more" key={to} href={adminAddress(account, to)}>
                  {text}
                </a>
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

interface Customer {
  readonly customerDomain: string;
  readonly postalAddress?: { readonly organizationName?: string };
}

/** Null for administrators who may not read it. */
const organizationName = (account: string): Promise<string | null> =>
  act<Customer>(account, 'directory.customers.get', { customerKey: 'my_customer' }).then(
    ({ postalAddress, customerDomain }) => postalAddress?.organizationName ?? customerDomain,
    () => null,
  );
