import { Dialog } from '../../../shell/dialog';
import { Field } from '../../../shell/field';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import type { User } from '../resources';
import { organizationOf, typed, withOrganization, withTyped } from './user-lists';
import type { OfUser } from './of-user';

export function EmployeeDialog({
  account,
  user,
  onChanged,
  close,
}: OfUser & { readonly close: () => void }) {
  const save = async (form: FormData) => {
    await act(account, 'directory.users.update', { userKey: user.id }, changesIn(form, user));
    toast('Employee information was saved.');
    await onChanged();
  };
  const { title, description, department, costCenter, name } = organizationOf(user);
  return (
    <Dialog title="Employee information" close={close} submit={save}>
      <div class="two-fields">
        <Field
          label="Employee ID"
          name="employeeId"
          defaultValue={typed(user.externalIds, 'organization')?.value ?? ''}
        />
        <Field label="Job title" name="title" defaultValue={title ?? ''} />
        <Field label="Type of employee" name="description" defaultValue={description ?? ''} />
        <Field
          label="Manager's email"
          name="manager"
          type="email"
          defaultValue={typed(user.relations, 'manager')?.value ?? ''}
        />
        <Field label="Department" name="department" defaultValue={department ?? ''} />
        <Field label="Cost center" name="costCenter" defaultValue={costCenter ?? ''} />
        <Field label="Organization" name="name" defaultValue={name ?? ''} />
      </div>
    </Dialog>
  );
}

function changesIn(form: FormData, user: User): object {
  const text = (name: string) => String(form.get(name)).trim();
  const entry = (name: string) => (text(name) ? { value: text(name) } : null);
  return {
    externalIds: withTyped(user.externalIds, 'organization', entry('employeeId')),
    relations: withTyped(user.relations, 'manager', entry('manager')),
    organizations: withOrganization(user, {
      title: text('title'),
      description: text('description'),
      department: text('department'),
      costCenter: text('costCenter'),
      name: text('name'),
    }),
  };
}
