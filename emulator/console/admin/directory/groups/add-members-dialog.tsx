import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { Choice, Field } from '../../../shell/field';
import { act } from '../../../shell/workspace-client';
import { OWN, type Group, type Member } from '../resources';
import { MEMBER_ROLES } from './member-names';

interface Customer {
  readonly id: string;
}

/**
 * Adds members: addresses of users, of other groups and of people outside, and everyone in the organization.
 * Members that were added before a refusal stay added and are removed from the list.
 */
export function AddMembersDialog({
  account,
  group,
  close,
  onAdded,
}: {
  readonly account: string;
  readonly group: Group;
  readonly close: () => void;
  readonly onAdded: (says: string) => Promise<void>;
}) {
  const [addresses, setAddresses] = useState('');
  const insert = (body: object) =>
    act<Member>(account, 'directory.members.insert', { groupKey: group.id }, body);
  const add = async (form: FormData) => {
    const role = String(form.get('role'));
    const wanted = [...new Set(addresses.split(/[\s,;]+/).filter(Boolean))];
    if (wanted.length === 0 && !form.has('everyone')) throw new Error('Enter an email address.');
    const todo = [...wanted];
    try {
      for (const email of wanted) {
        await insert({ email, role });
        todo.shift();
      }
      if (form.has('everyone')) await insert({ id: await organizationId(account), role });
    } catch (refused) {
      const { message } = refused as Error;
      throw new Error(todo[0] === undefined ? message : `${todo[0]}: ${message}`, {
        cause: refused,
      });
    } finally {
      setAddresses(todo.join('\n'));
      if (todo.length < wanted.length) await onAdded(`Added to ${group.name}.`);
    }
    if (wanted.length === 0) await onAdded(`Everyone is now in ${group.name}.`);
  };
  return (
    <Dialog title={`Add members to ${group.name}`} action="Add to group" close={close} submit={add}>
      <Field
        label="Email addresses"
        name="addresses"
        rows={3}
        value={addresses}
        onInput={({ currentTarget }) => setAddresses(currentTarget.value)}
        hint="Users, other groups, or people outside your organization. One per line, or separated by commas."
      />
      <Field label="Role" name="role" options={MEMBER_ROLES} defaultValue="MEMBER" />
      <Choice label="Add all current and future users of the organization" name="everyone" />
    </Dialog>
  );
}

/** Everyone in an organization is one member, with the organization's id. */
const organizationId = async (account: string): Promise<string> =>
  (await act<Customer>(account, 'directory.customers.get', { customerKey: OWN })).id;
