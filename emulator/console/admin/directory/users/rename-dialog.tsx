import { forgetAccounts } from '../../../shell/accounts';
import { Dialog } from '../../../shell/dialog';
import { Field } from '../../../shell/field';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { AddressField, addressIn } from '../address-field';
import type { User } from '../resources';
import type { OfUser } from './of-user';

/** Update user: name and primary address. @see https://knowledge.workspace.google.com/admin/users/change-a-users-name-or-email-address */
export function RenameDialog({
  account,
  user,
  onChanged,
  close,
}: OfUser & { readonly close: () => void }) {
  const rename = async (form: FormData) => {
    const renamed = await act<User>(
      account,
      'directory.users.update',
      { userKey: user.id },
      {
        name: { givenName: form.get('givenName'), familyName: form.get('familyName') },
        primaryEmail: addressIn(form),
      },
    );
    forgetAccounts();
    toast(
      renamed.primaryEmail === user.primaryEmail
        ? 'The user was updated.'
        : `${user.primaryEmail} is now an alternate email address of ${renamed.primaryEmail}.`,
    );
    await onChanged();
  };
  return (
    <Dialog title="Update user" action="Update user" close={close} submit={rename}>
      <div class="two-fields">
        <Field
          label="First name"
          name="givenName"
          required
          maxLength={60}
          defaultValue={user.name?.givenName ?? ''}
        />
        <Field
          label="Last name"
          name="familyName"
          required
          maxLength={60}
          defaultValue={user.name?.familyName ?? ''}
        />
      </div>
      <AddressField account={account} label="Primary email" value={user.primaryEmail} />
      <div class="message">
        <div>
          If you change the primary email:
          <ul class="tight">
            <li>
              <strong>{user.primaryEmail}</strong> becomes an alternate email address (email alias):
              mail sent to it still arrives. You can remove it there.
            </li>
            <li>The user must sign in with the new address.</li>
            <li>It can take up to 10 minutes until the change reaches every service.</li>
          </ul>
        </div>
      </div>
    </Dialog>
  );
}
