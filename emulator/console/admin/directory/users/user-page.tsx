import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../../../shell/loading';
import { PageHead } from '../../../shell/with-navigation';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { nameOf, type User } from '../resources';
import { UserApps } from './user-apps';
import { UserCard } from './user-card';
import { UserCustomAttributes } from './user-custom-attributes';
import { UserDialog, type UserDialogName } from './user-dialogs';
import { UserGroups } from './user-groups';
import { UserInformation } from './user-information';
import { UserRoles } from './user-roles';

/** One user: who they are, what can be done with the account, and everything that belongs to it. */
export function UserPage({
  account,
  userKey,
}: {
  readonly account: string;
  readonly userKey: string;
}) {
  const loaded = useLoaded(
    () => act<User>(account, 'directory.users.get', { userKey, projection: 'full' }),
    [account, userKey],
  );
  const [dialog, setDialog] = useState<UserDialogName>();
  return (
    <Loaded of={loaded}>
      {(user) => {
        const of = { account, user, onChanged: loaded.reload };
        return (
          <>
            <PageHead
              title={nameOf(user)}
              trail={[{ href: adminAddress(account, 'users'), title: 'Users' }]}
            />
            <div class="user-page">
              <UserCard user={user} open={setDialog} />
              <div>
                <UserInformation {...of} />
                <UserCustomAttributes {...of} />
                <UserGroups {...of} />
                <UserRoles {...of} />
                <UserApps {...of} />
              </div>
            </div>
            {dialog && <UserDialog {...of} name={dialog} close={() => setDialog(undefined)} />}
          </>
        );
      }}
    </Loaded>
  );
}
