import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../../../shell/loading';
import { go, type Place } from '../../../shell/place';
import { PageHead } from '../../../shell/with-navigation';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { Pager } from '../pager';
import { OWN, type User } from '../resources';
import { UserFilters } from './user-filters';
import { queryOf, searchOf } from './user-search';
import { UsersTable } from './users-table';

const PAGE_SIZES = [20, 50, 100] as const;

interface UserPage {
  readonly users?: readonly User[];
  readonly nextPageToken?: string;
}

/** Directory › Users: search, filters, order and page are in its address. */
export function UsersPage({ account, place }: { readonly account: string; readonly place: Place }) {
  const { query } = place;
  const search = searchOf(query);
  const size = Number(query.get('rows') ?? PAGE_SIZES[0]);
  const orderBy = query.get('sort') ?? 'givenName';
  const sortOrder = query.get('order') ?? 'ascending';
  const pageToken = query.get('page') ?? '';
  const found = useLoaded(
    () =>
      act<UserPage>(account, 'directory.users.list', {
        customer: OWN,
        maxResults: size,
        orderBy,
        sortOrder,
        ...(queryOf(search) && { query: queryOf(search) }),
        ...(pageToken && { pageToken }),
      }),
    [account, query.toString()],
  );
  const [before, setBefore] = useState<readonly string[]>([]);
  const show = (changes: Readonly<Record<string, string>>, { replace = false } = {}) => {
    if (!('page' in changes)) setBefore([]);
    go(changed(account, query, changes), { replace });
  };
  return (
    <>
      <PageHead title="Users">
        <a class="button" href={adminAddress(account, 'users/deleted')}>
          Recently deleted users
        </a>
        <a class="button filled" href={adminAddress(account, 'users/new')}>
          Add new user
        </a>
      </PageHead>
      <UserFilters account={account} search={search} show={show} />
      <Loaded of={found}>
        {({ users = [], nextPageToken }) => (
          <>
            <UsersTable
              account={account}
              users={users}
              sorting={{
                field: orderBy,
                order: sortOrder === 'descending' ? 'descending' : 'ascending',
                sortBy: (sort, order) => show({ sort, order }),
              }}
            />
            <Pager
              sizes={PAGE_SIZES}
              size={size}
              resize={(rows) => show({ rows: String(rows) })}
              {...(pageToken && {
                previous: () => {
                  setBefore(before.slice(0, -1));
                  show({ page: before.at(-1) ?? '' });
                },
              })}
              {...(nextPageToken && {
                next: () => {
                  setBefore([...before, pageToken]);
                  show({ page: nextPageToken });
                },
              })}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

/** The list's address with some of its parameters changed. Any change but that of the page goes back to the first page. */
function changed(
  account: string,
  query: URLSearchParams,
  changes: Readonly<Record<string, string>>,
): string {
  const next = new URLSearchParams(query);
  next.delete('page');
  for (const [name, value] of Object.entries(changes))
    if (value === '') next.delete(name);
    else next.set(name, value);
  return `${adminAddress(account, 'users')}${next.size > 0 ? `?${next}` : ''}`;
}
