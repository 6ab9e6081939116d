import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../../../shell/loading';
import { go, type Place } from '../../../shell/place';
import { Table } from '../../../shell/table';
import { toast } from '../../../shell/toast';
import { PageHead } from '../../../shell/with-navigation';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { groups } from '../everything';
import type { Group } from '../resources';
import { GroupDialog, groupIn } from './group-dialog';

/** Directory › Groups. */
export function GroupsPage({
  account,
  place,
}: {
  readonly account: string;
  readonly place: Place;
}) {
  const all = useLoaded(() => groups(account), [account]);
  const [creating, setCreating] = useState(false);
  const sought = place.query.get('search') ?? '';
  const seek = (text: string) => {
    const query = text === '' ? '' : `?${new URLSearchParams({ search: text })}`;
    go(adminAddress(account, 'groups') + query, { replace: true });
  };
  const create = async (form: FormData) => {
    const group = await act<Group>(account, 'directory.groups.insert', {}, groupIn(form));
    toast(`${group.name} was created.`);
    go(adminAddress(account, 'groups', group.id));
  };
  return (
    <>
      <PageHead title="Groups">
        <button type="button" class="button filled" onClick={() => setCreating(true)}>
          Create group
        </button>
      </PageHead>
      <div class="toolbar" role="search">
        <input
          class="search filter-text"
          type="search"
          aria-label="Search for groups"
          placeholder="Search by name or email address"
          value={sought}
          onInput={({ currentTarget }) => seek(currentTarget.value)}
        />
      </div>
      <Loaded of={all}>
        {(found) => <GroupsTable account={account} groups={found.filter(matching(sought))} />}
      </Loaded>
      {creating && (
        <GroupDialog
          account={account}
          title="Create group"
          action="Create group"
          close={() => setCreating(false)}
          submit={create}
        />
      )}
    </>
  );
}

const matching = (sought: string) => {
  const wanted = sought.trim().toLowerCase();
  return ({ name, email, aliases = [] }: Group): boolean =>
    [name, email, ...aliases].some((text) => text.toLowerCase().includes(wanted));
};

function GroupsTable({
  account,
  groups: found,
}: {
  readonly account: string;
  readonly groups: readonly Group[];
}) {
  return (
    <Table
      label="Groups"
      rows={found}
      keyOf={({ id }) => id}
      empty={<p class="empty">No groups match.</p>}
      columns={[
        {
          title: 'Group name',
          namesRow: true,
          cell: ({ id, name }) => (
            <a class="row-link" href={adminAddress(account, 'groups', id)}>
              {name}
            </a>
          ),
        },
        { title: 'Email address', cell: ({ email }) => email },
        { title: 'Members', cell: ({ directMembersCount }) => directMembersCount },
        { title: 'Description', class: 'soft', cell: ({ description }) => description },
      ]}
    />
  );
}
