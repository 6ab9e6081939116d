import { Dialog } from '../../../shell/dialog';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { OrgUnitField } from '../org-unit-field';
import { nameOf } from '../resources';
import type { OfUser } from './of-user';

/** Change organizational unit. */
export function MoveDialog({
  account,
  user,
  onChanged,
  close,
}: OfUser & { readonly close: () => void }) {
  const move = async (form: FormData) => {
    const orgUnitPath = String(form.get('orgUnitPath'));
    await act(account, 'directory.users.update', { userKey: user.id }, { orgUnitPath });
    toast(`${nameOf(user)} is now in ${orgUnitPath}.`);
    await onChanged();
  };
  return (
    <Dialog title="Change organizational unit" action="Change" close={close} submit={move}>
      <p>
        {nameOf(user)} gets the settings, services and apps of the new organizational unit and loses
        those of {user.orgUnitPath}.
      </p>
      <OrgUnitField account={account} name="orgUnitPath" defaultValue={user.orgUnitPath ?? '/'} />
    </Dialog>
  );
}
