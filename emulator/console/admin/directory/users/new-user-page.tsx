import { useState } from 'preact/hooks';
import { forgetAccounts } from '../../../shell/accounts';
import { Choice, Field } from '../../../shell/field';
import { Problem } from '../../../shell/loading';
import { go } from '../../../shell/place';
import { toast } from '../../../shell/toast';
import { PageHead } from '../../../shell/with-navigation';
import type { Refused } from '../../../shell/workspace-client';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { AddressField, addressIn } from '../address-field';
import { OrgUnitField } from '../org-unit-field';
import { nameOf, type User } from '../resources';

/** Directory › Users › Add new user. */
export function NewUserPage({ account }: { readonly account: string }) {
  const [refusal, setRefusal] = useState<Refused>();
  const [busy, setBusy] = useState(false);
  const add = async (form: FormData) => {
    setBusy(true);
    setRefusal(undefined);
    try {
      const user = await act<User>(account, 'directory.users.insert', {}, userIn(form));
      forgetAccounts();
      toast(`${nameOf(user)} was added.`);
      go(adminAddress(account, 'users', user.id));
    } catch (refused) {
      setRefusal(refused as Refused);
      setBusy(false);
    }
  };
  const field = fieldOf(refusal);
  const problem = (name: string) => (field === name ? refusal?.message : undefined);
  return (
    <>
      <PageHead
        title="Add new user"
        trail={[{ href: adminAddress(account, 'users'), title: 'Users' }]}
      />
      <form
        class="panel form-page"
        onSubmit={(event) => {
          event.preventDefault();
          void add(new FormData(event.currentTarget));
        }}
      >
        {refusal && field === null && <Problem error={refusal} />}
        <h2>User information</h2>
        <div class="two-fields">
          <Field
            label="First name"
            name="givenName"
            required
            maxLength={60}
            problem={problem('givenName')}
          />
          <Field
            label="Last name"
            name="familyName"
            required
            maxLength={60}
            problem={problem('familyName')}
          />
        </div>
        <AddressField account={account} label="Primary email" problem={problem('email')} />
        <Field label="Secondary email" name="secondary" type="email" />
        <Field label="Phone number" name="phone" type="tel" />
        <OrgUnitField account={account} name="orgUnitPath" defaultValue="/" />
        <Field
          label="Password"
          name="password"
          type="password"
          autocomplete="new-password"
          required
          hint="8 to 100 characters."
          problem={problem('password')}
        />
        <Choice
          label="Ask user to change their password when they sign in"
          name="changePassword"
          defaultChecked
        />
        <div class="form-actions">
          <a class="button" href={adminAddress(account, 'users')}>
            Cancel
          </a>
          <button type="submit" class="button filled" disabled={busy}>
            Add new user
          </button>
        </div>
      </form>
    </>
  );
}

function userIn(form: FormData): object {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  return {
    name: { givenName: text('givenName'), familyName: text('familyName') },
    primaryEmail: addressIn(form),
    password: String(form.get('password')),
    changePasswordAtNextLogin: form.has('changePassword'),
    orgUnitPath: text('orgUnitPath'),
    ...(text('secondary') && { emails: [{ type: 'home', address: text('secondary') }] }),
    ...(text('phone') && { phones: [{ type: 'work', value: text('phone'), primary: true }] }),
  };
}

/** The field that a refusal is about; null when it is about none of them. */
function fieldOf(refusal: Refused | undefined): string | null {
  if (!refusal) return null;
  if (refusal.status === 409) return 'email';
  const named = /primary_user_email|Domain not found|givenName|familyName|password/i.exec(
    refusal.message,
  )?.[0];
  return named && /^(given|family|pass)/.test(named) ? named : named ? 'email' : null;
}
