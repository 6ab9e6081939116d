import { Dialog } from '../../../shell/dialog';
import { Choice, Field } from '../../../shell/field';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { nameOf } from '../resources';
import type { OfUser } from './of-user';

export function ResetPasswordDialog({
  account,
  user,
  onChanged,
  close,
}: OfUser & { readonly close: () => void }) {
  const reset = async (form: FormData) => {
    await act(
      account,
      'directory.users.update',
      { userKey: user.id },
      { password: form.get('password'), changePasswordAtNextLogin: form.has('ask') },
    );
    toast(`The password of ${nameOf(user)} was reset.`);
    await onChanged();
  };
  return (
    <Dialog
      title={`Reset password for ${nameOf(user)}`}
      action="Reset"
      close={close}
      submit={reset}
    >
      <Field
        label="Password"
        name="password"
        type="password"
        autocomplete="new-password"
        required
        hint="8 to 100 characters."
      />
      <Choice
        label="Ask user to change their password when they sign in"
        name="ask"
        defaultChecked
      />
    </Dialog>
  );
}
