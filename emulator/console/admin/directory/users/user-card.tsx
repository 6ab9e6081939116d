import { nameOf, type User } from '../resources';
import { shownSignIn, shownTime } from '../times';
import type { UserDialogName } from './user-dialogs';
import { suspensionReason, UserStatus } from './user-status';

/** The left side of a user's page: the account's state and the actions on it. */
export function UserCard({
  user,
  open,
}: {
  readonly user: User;
  readonly open: (dialog: UserDialogName) => void;
}) {
  return (
    <section class="panel user-card" aria-label="Account">
      <span class="avatar large" aria-hidden="true">
        {nameOf(user).slice(0, 1)}
      </span>
      <p class="user-address">{user.primaryEmail}</p>
      <p>
        <UserStatus user={user} />
        {user.isAdmin && <span class="chip">Super admin</span>}
        {user.isDelegatedAdmin && <span class="chip">Delegated admin</span>}
      </p>
      {user.suspended && (
        <p class="message bad">
          {suspensionReason(user)}
          {user.suspensionTime && ` on ${shownTime(user.suspensionTime)}`}
        </p>
      )}
      <dl class="fact-grid one-column">
        <div>
          <dt>Last sign in</dt>
          <dd>{shownSignIn(user.lastLoginTime)}</dd>
        </div>
        {user.creationTime && (
          <div>
            <dt>Created</dt>
            <dd>{shownTime(user.creationTime)}</dd>
          </div>
        )}
        <div>
          <dt>Organizational unit</dt>
          <dd>{user.orgUnitPath}</dd>
        </div>
      </dl>
      <div class="user-actions">
        {actionsFor(user).map(([dialog, title]) => (
          <button
            type="button"
            key={dialog}
            class={`button${dialog === 'delete' ? ' danger' : ''}`}
            onClick={() => open(dialog)}
          >
            {title}
          </button>
        ))}
      </div>
    </section>
  );
}

const actionsFor = ({
  suspended,
  archived,
}: User): readonly (readonly [UserDialogName, string])[] => [
  ['reset-password', 'Reset password'],
  ['rename', 'Update user'],
  ['aliases', 'Alternate email addresses'],
  ['move', 'Change organizational unit'],
  suspended ? ['reactivate', 'Reactivate'] : ['suspend', 'Suspend user'],
  archived ? ['unarchive', 'Unarchive user'] : ['archive', 'Archive user'],
  ['delete', 'Delete user'],
];
