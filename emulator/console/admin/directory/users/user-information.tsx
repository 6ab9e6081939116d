import { useState } from 'preact/hooks';
import { Facts, Panel } from '../panel';
import type { User } from '../resources';
import { ContactDialog } from './contact-dialog';
import { EmployeeDialog } from './employee-dialog';
import { organizationOf, typed } from './user-lists';
import type { OfUser } from './of-user';

/** User information: addresses, contact and employee information. */
export function UserInformation({ account, user, onChanged }: OfUser) {
  const [editing, setEditing] = useState<'contact' | 'employee'>();
  const of = { account, user, onChanged, close: () => setEditing(undefined) };
  return (
    <>
      <Panel
        title="Contact information"
        actions={
          <button type="button" class="button" onClick={() => setEditing('contact')}>
            Edit contact information
          </button>
        }
      >
        <Facts of={contactFacts(user)} />
      </Panel>
      <Panel
        title="Employee information"
        actions={
          <button type="button" class="button" onClick={() => setEditing('employee')}>
            Edit employee information
          </button>
        }
      >
        <Facts of={employeeFacts(user)} />
      </Panel>
      {editing === 'contact' && <ContactDialog {...of} />}
      {editing === 'employee' && <EmployeeDialog {...of} />}
    </>
  );
}

const contactFacts = (user: User) =>
  [
    ['Primary email', user.primaryEmail],
    [
      'Alternate email addresses',
      [...(user.aliases ?? []), ...(user.nonEditableAliases ?? [])].join('\n'),
    ],
    ['Secondary email', typed(user.emails, 'home')?.address],
    ['Phone (work)', typed(user.phones, 'work')?.value],
    ['Phone (mobile)', typed(user.phones, 'mobile')?.value],
    ['Recovery email', user.recoveryEmail],
    ['Recovery phone', user.recoveryPhone],
    ['Directory sharing', user.includeInGlobalAddressList === false ? 'Hidden' : 'Visible'],
  ] as const;

function employeeFacts(user: User) {
  const { title, department, costCenter, description, name } = organizationOf(user);
  return [
    ['Employee ID', typed(user.externalIds, 'organization')?.value],
    ['Job title', title],
    ['Type of employee', description],
    ["Manager's email", typed(user.relations, 'manager')?.value],
    ['Department', department],
    ['Cost center', costCenter],
    ['Organization', name],
  ] as const;
}
