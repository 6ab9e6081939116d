import { Dialog } from '../../../shell/dialog';
import { Choice, Field } from '../../../shell/field';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import type { User } from '../resources';
import { typed, withTyped } from './user-lists';
import type { OfUser } from './of-user';

export function ContactDialog({
  account,
  user,
  onChanged,
  close,
}: OfUser & { readonly close: () => void }) {
  const save = async (form: FormData) => {
    await act(account, 'directory.users.update', { userKey: user.id }, changesIn(form, user));
    toast('Contact information was saved.');
    await onChanged();
  };
  return (
    <Dialog title="Contact information" close={close} submit={save}>
      <Field
        label="Secondary email"
        name="secondary"
        type="email"
        defaultValue={typed(user.emails, 'home')?.address ?? ''}
      />
      <div class="two-fields">
        <Field
          label="Phone (work)"
          name="work"
          type="tel"
          defaultValue={typed(user.phones, 'work')?.value ?? ''}
        />
        <Field
          label="Phone (mobile)"
          name="mobile"
          type="tel"
          defaultValue={typed(user.phones, 'mobile')?.value ?? ''}
        />
        <Field
          label="Recovery email"
          name="recoveryEmail"
          type="email"
          defaultValue={user.recoveryEmail ?? ''}
        />
        <Field
          label="Recovery phone"
          name="recoveryPhone"
          type="tel"
          hint="With country code: +358…"
          defaultValue={user.recoveryPhone ?? ''}
        />
      </div>
      <Choice
        label="Show in the directory"
        hint="Hidden people do not come up when others look for contacts."
        name="visible"
        defaultChecked={user.includeInGlobalAddressList !== false}
      />
    </Dialog>
  );
}

/** The API itself generates the primary address and the aliases in `emails`: only entries with a type are written back. */
function changesIn(form: FormData, user: User): object {
  const text = (name: string) => String(form.get(name)).trim();
  const entered = user.emails?.filter(({ type }) => type !== undefined);
  const phone = (name: string) => (text(name) ? { value: text(name) } : null);
  return {
    emails: withTyped(entered, 'home', text('secondary') ? { address: text('secondary') } : null),
    phones: withTyped(withTyped(user.phones, 'work', phone('work')), 'mobile', phone('mobile')),
    recoveryEmail: text('recoveryEmail') || null,
    recoveryPhone: text('recoveryPhone') || null,
    includeInGlobalAddressList: form.has('visible'),
  };
}
