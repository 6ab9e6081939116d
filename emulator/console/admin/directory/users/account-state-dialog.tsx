import type { ComponentChildren } from 'preact';
import { forgetAccounts } from '../../../shell/accounts';
import { Dialog } from '../../../shell/dialog';
import { go } from '../../../shell/place';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { nameOf } from '../resources';
import type { OfUser } from './of-user';

export type AccountState = 'suspend' | 'reactivate' | 'archive' | 'unarchive' | 'delete';

interface Step {
  readonly title: (name: string) => string;
  readonly action: string;
  readonly danger?: boolean;
  readonly done: string;
  /** The fields of the User resource to write; null for a deletion. */
  readonly body: object | null;
  readonly says: ComponentChildren;
}

/** What each step does to the account, according to Google's help. */
const STEPS: Readonly<Record<AccountState, Step>> = {
  // https://knowledge.workspace.google.com/admin/users/suspend-a-user-temporarily
  suspend: {
    title: (name) => `Suspend ${name}?`,
    action: 'Suspend',
    danger: true,
    done: 'is suspended.',
    body: { suspended: true },
    says: (
      <ul>
        <li>The user cannot sign in, and apps can no longer act for them.</li>
        <li>Email, files, calendars and licenses stay; new email and invitations are blocked.</li>
        <li>You can reactivate the user at any time.</li>
      </ul>
    ),
  },
  reactivate: {
    title: (name) => `Reactivate ${name}?`,
    action: 'Reactivate',
    done: 'is active again.',
    body: { suspended: false },
    says: <p>The user can sign in again and gets back what the account had.</p>,
  },
  // https://knowledge.workspace.google.com/admin/users/archive-former-employee-accounts
  archive: {
    title: (name) => `Archive ${name}?`,
    action: 'Archive',
    danger: true,
    done: 'is archived.',
    body: { archived: true },
    says: (
      <p>
        The user cannot sign in or use any service. Their data stays for as long as the account is
        archived. An archived account needs an Archived User license.
      </p>
    ),
  },
  unarchive: {
    title: (name) => `Unarchive ${name}?`,
    action: 'Unarchive',
    done: 'is no longer archived.',
    body: { archived: false },
    says: <p>The user can sign in again and gets back what the account had.</p>,
  },
  // https://knowledge.workspace.google.com/admin/users/delete-or-remove-a-user-from-your-organization
  delete: {
    title: (name) => `Delete ${name}?`,
    action: 'Delete user',
    danger: true,
    done: 'was deleted.',
    body: null,
    says: (
      <ul>
        <li>The user cannot sign in, leaves every group, and apps can no longer act for them.</li>
        <li>You have 20 days to restore the account, from Recently deleted users.</li>
        <li>After that, email, calendars and files that were not transferred are gone.</li>
      </ul>
    ),
  },
};

export function AccountStateDialog({
  account,
  user,
  onChanged,
  to,
  close,
}: OfUser & { readonly to: AccountState; readonly close: () => void }) {
  const { title, action, danger = false, done, body, says } = STEPS[to];
  const submit = async () => {
    const userKey = user.id;
    if (body) await act(account, 'directory.users.update', { userKey }, body);
    else await act(account, 'directory.users.delete', { userKey });
    forgetAccounts();
    toast(`${nameOf(user)} ${done}`);
    if (body) await onChanged();
    else go(adminAddress(account, 'users'));
  };
  return (
    <Dialog
      title={title(nameOf(user))}
      action={action}
      danger={danger}
      close={close}
      submit={submit}
    >
      {says}
    </Dialog>
  );
}
