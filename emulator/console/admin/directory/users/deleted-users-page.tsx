import { useState } from 'preact/hooks';
import { forgetAccounts } from '../../../shell/accounts';
import { Dialog } from '../../../shell/dialog';
import { Loaded, useLoaded } from '../../../shell/loading';
import { go } from '../../../shell/place';
import { Table } from '../../../shell/table';
import { toast } from '../../../shell/toast';
import { PageHead } from '../../../shell/with-navigation';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { everything } from '../everything';
import { OrgUnitField } from '../org-unit-field';
import { nameOf, OWN, type User } from '../resources';
import { shownTime } from '../times';

const RESTORABLE_MS = 20 * 24 * 60 * 60 * 1000;

/** Directory › Users › Recently deleted users. @see https://knowledge.workspace.google.com/admin/users/restore-a-recently-deleted-user */
export function DeletedUsersPage({ account }: { readonly account: string }) {
  const deleted = useLoaded(
    () =>
      everything<User>(
        account,
        'directory.users.list',
        { customer: OWN, showDeleted: 'true', maxResults: 500 },
        'users',
      ),
    [account],
  );
  const [restoring, setRestoring] = useState<User>();
  return (
    <>
      <PageHead
        title="Recently deleted users"
        trail={[{ href: adminAddress(account, 'users'), title: 'Users' }]}
      />
      <p class="soft">
        A deleted user can be restored for 20 days. After that, the account and its data are gone.
      </p>
      <Loaded of={deleted}>
        {(users) => <DeletedUsers users={users} restore={setRestoring} />}
      </Loaded>
      {restoring && (
        <RestoreDialog account={account} user={restoring} close={() => setRestoring(undefined)} />
      )}
    </>
  );
}

function DeletedUsers({
  users,
  restore,
}: {
  readonly users: readonly User[];
  readonly restore: (user: User) => void;
}) {
  return (
    <Table
      label="Recently deleted users"
      rows={users}
      keyOf={({ id }) => id}
      empty={<p class="empty">No users were deleted in the last 20 days.</p>}
      columns={[
        { title: 'Name', namesRow: true, cell: nameOf },
        { title: 'Email', cell: ({ primaryEmail }) => primaryEmail },
        {
          title: 'Deleted',
          class: 'nowrap',
          cell: ({ deletionTime }) => shownTime(deletionTime!),
        },
        {
          title: 'Can be restored until',
          class: 'nowrap',
          cell: ({ deletionTime }) => shownTime(String(Date.parse(deletionTime!) + RESTORABLE_MS)),
        },
        {
          title: 'Action',
          titleHidden: true,
          class: 'row-action',
          cell: (user) => (
            <button
              type="button"
              class="button"
              aria-label={`Recover ${nameOf(user)}`}
              onClick={() => restore(user)}
            >
              Recover
            </button>
          ),
        },
      ]}
    />
  );
}

function RestoreDialog({
  account,
  user,
  close,
}: {
  readonly account: string;
  readonly user: User;
  readonly close: () => void;
}) {
  const restore = async (form: FormData) => {
    const orgUnitPath = String(form.get('orgUnitPath'));
    await act(account, 'directory.users.undelete', { userKey: user.id }, { orgUnitPath });
    forgetAccounts();
    toast(`${nameOf(user)} was restored.`);
    go(adminAddress(account, 'users', user.id));
  };
  return (
    <Dialog title={`Recover ${nameOf(user)}?`} action="Recover" close={close} submit={restore}>
      <p>
        {user.primaryEmail} can sign in again with everything the account had, except its group
        memberships.
      </p>
      <OrgUnitField account={account} name="orgUnitPath" defaultValue={user.orgUnitPath ?? '/'} />
    </Dialog>
  );
}
