import { useState } from 'preact/hooks';
import { Dialog } from '../shell/dialog';
import { Choice, Field } from '../shell/field';
import { Loaded, Problem, useLoaded } from '../shell/loading';
import { toast } from '../shell/toast';
import type { DriveFile } from './drive-files';
import { GeneralAccess } from './general-access';
import { Permissions, ROLES, roleName, type Permission, type ShareRole } from './permissions';

/** Who a file is shared with, and the ways to change that. */
export function ShareDialog({
  account,
  file,
  close,
  onDone,
}: {
  readonly account: string;
  readonly file: DriveFile;
  readonly close: () => void;
  readonly onDone: () => void;
}) {
  const permissions = new Permissions(account, file.id);
  const held = useLoaded(() => permissions.list(), [file.id]);
  const [error, setError] = useState<Error>();
  const change = async (work: Promise<unknown>, said: string) => {
    setError(undefined);
    try {
      await work;
      toast(said);
    } catch (refused) {
      setError(refused as Error);
    }
    await held.reload();
    onDone();
  };
  const submit = async (form: FormData) => {
    const emails = String(form.get('emails') ?? '')
      .split(/[,;\s]+/)
      .filter(Boolean);
    const role = form.get('role') as ShareRole;
    const letter = { notify: form.has('notify'), message: String(form.get('message') ?? '') };
    for (const emailAddress of emails)
      await permissions.create({ type: 'user', role, emailAddress }, letter);
    if (emails.length > 0) toast(`Shared with ${emails.join(', ')}.`);
    onDone();
  };
  return (
    <Dialog title={`Share “${file.name}”`} action="Done" close={close} submit={submit}>
      {error && <Problem error={error} />}
      <div class="share-people">
        <Field
          label="Add people"
          name="emails"
          type="text"
          inputMode="email"
          autocomplete="off"
          hint="Addresses, separated by commas"
        />
        <Field label="Role" name="role" options={ROLES} defaultValue="writer" />
      </div>
      <Choice name="notify" label="Notify people" defaultChecked />
      <Field label="Message" name="message" rows={2} />
      <h2>People with access</h2>
      <Loaded of={held}>
        {(list) => (
          <>
            <ul class="permissions">
              {list
                .filter(({ type }) => type === 'user' || type === 'group')
                .map((one) => (
                  <PersonRow
                    key={one.id}
                    permission={one}
                    setRole={(role) =>
                      void change(permissions.setRole(one.id, role), 'Access updated.')
                    }
                    remove={() => void change(permissions.remove(one.id), 'Access removed.')}
                  />
                ))}
            </ul>
            <GeneralAccess
              account={account}
              held={list.find(({ type }) => type === 'domain' || type === 'anyone')}
              permissions={permissions}
              change={(work) => void change(work, 'Access updated.')}
            />
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

function PersonRow({
  permission,
  setRole,
  remove,
}: {
  readonly permission: Permission;
  readonly setRole: (role: ShareRole) => void;
  readonly remove: () => void;
}) {
  const { emailAddress = '', displayName = emailAddress, role } = permission;
  return (
    <li>
      <span class="grantee">
        {displayName}
        <br />
        <span class="soft">{emailAddress}</span>
      </span>
      {role === 'owner' ? (
        <span class="soft">{roleName(role)}</span>
      ) : (
        <select
          aria-label={`Role of ${displayName}`}
          value={role}
          onChange={({ currentTarget: { value } }) =>
            value === 'remove' ? remove() : setRole(value as ShareRole)
          }
        >
          {ROLES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
          <option value="remove">Remove access</option>
        </select>
      )}
    </li>
  );
}
