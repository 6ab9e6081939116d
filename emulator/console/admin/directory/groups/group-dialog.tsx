import { Dialog } from '../../../shell/dialog';
import { Field } from '../../../shell/field';
import { AddressField, addressIn } from '../address-field';
import type { Group } from '../resources';

/** Name, address and description of a group, either a new one or one being edited. See `groupIn`. */
export function GroupDialog({
  account,
  group,
  ...dialog
}: {
  readonly account: string;
  readonly group?: Group;
  readonly title: string;
  readonly action: string;
  readonly close: () => void;
  readonly submit: (form: FormData) => Promise<void>;
}) {
  return (
    <Dialog {...dialog}>
      <Field
        label="Name"
        name="name"
        required
        maxLength={73}
        defaultValue={group?.name ?? ''}
        hint="Up to 73 characters, without =, < and >."
      />
      <AddressField
        account={account}
        label="Group email"
        value={group?.email ?? ''}
        {...(group && { hint: `If you change it, ${group.email} continues to work as an alias.` })}
      />
      <Field
        label="Description"
        name="description"
        rows={3}
        maxLength={4096}
        defaultValue={group?.description ?? ''}
      />
    </Dialog>
  );
}

/** The form's content as groups.insert and groups.update accept it. */
export const groupIn = (form: FormData): object => ({
  name: String(form.get('name')).trim(),
  email: addressIn(form),
  description: String(form.get('description')).trim(),
});
