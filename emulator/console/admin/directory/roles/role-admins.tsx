import { useState } from 'preact/hooks';
import { forgetAccounts } from '../../../shell/accounts';
import { Dialog } from '../../../shell/dialog';
import { Field } from '../../../shell/field';
import { Loaded, useLoaded } from '../../../shell/loading';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { orgUnits, roleAssignments } from '../everything';
import { Panel } from '../panel';
import {
  nameOf,
  OWN,
  type Group,
  type Privilege,
  type Role,
  type RoleAssignment,
  type User,
} from '../resources';
import { ScopeField, scopeIn } from './assign-role-dialog';
import { isOuScopable } from './privilege-tree';
import { roleTitle } from './role-names';

/** Somebody who holds a role. */
interface Admin {
  readonly assignment: RoleAssignment;
  readonly name: string;
  readonly email: string;
  readonly href: string | null;
  readonly scope: string;
}

async function adminsOf(account: string, { roleId }: Role): Promise<readonly Admin[]> {
  const [assignments, units] = await Promise.all([
    roleAssignments(account, { roleId }),
    orgUnits(account),
  ]);
  return Promise.all(
    assignments.map(async (assignment) => {
      const unit = units.find(({ orgUnitId }) => orgUnitId === `id:${assignment.orgUnitId}`);
      return {
        assignment,
        ...(await holderOf(account, assignment)),
        scope: unit?.orgUnitPath ?? 'All organizational units',
      };
    }),
  );
}

/** Service accounts hold roles too: the directory knows only their id. */
const holderOf = async (account: string, { assignedTo, assigneeType }: RoleAssignment) => {
  try {
    if (assigneeType === 'group') {
      const group = await act<Group>(account, 'directory.groups.get', { groupKey: assignedTo });
      return { ...group, href: adminAddress(account, 'groups', assignedTo) };
    }
    const user = await act<User>(account, 'directory.users.get', { userKey: assignedTo });
    const href = adminAddress(account, 'users', assignedTo);
    return { name: nameOf(user), email: user.primaryEmail, href };
  } catch {
    return { name: 'Service account', email: assignedTo, href: null };
  }
};

/** The admins who hold a role, and the ways to assign and unassign it. */
export function RoleAdmins({
  account,
  role,
  tree,
}: {
  readonly account: string;
  readonly role: Role;
  readonly tree: readonly Privilege[];
}) {
  const admins = useLoaded(() => adminsOf(account, role), [account, role.roleId]);
  const [dialog, setDialog] = useState<'assign' | Admin>();
  const done = async (says: string) => {
    forgetAccounts();
    toast(says);
    await admins.reload();
  };
  const assign = async (form: FormData) => {
    const key = String(form.get('key')).trim();
    const assignedTo = await idOf(account, key);
    const body = { roleId: role.roleId, assignedTo, ...scopeIn(form) };
    await act(account, 'directory.roleAssignments.insert', { customer: OWN }, body);
    await done(`${key} is now ${roleTitle(role)}. It can take up to 24 hours.`);
  };
  const unassign = async ({ assignment: { roleAssignmentId }, name }: Admin) => {
    await act(account, 'directory.roleAssignments.delete', { customer: OWN, roleAssignmentId });
    await done(`${name} is no longer ${roleTitle(role)}.`);
  };
  const limitable =
    !role.isSuperAdminRole && (role.rolePrivileges ?? []).every((held) => isOuScopable(held, tree));
  return (
    <Panel
      title="Admins"
      actions={
        <button type="button" class="button" onClick={() => setDialog('assign')}>
          Assign admin
        </button>
      }
    >
      <Loaded of={admins}>{(found) => <AdminList admins={found} unassign={setDialog} />}</Loaded>
      {dialog === 'assign' && (
        <Dialog
          title={`Assign ${roleTitle(role)}`}
          action="Assign role"
          close={() => setDialog(undefined)}
          submit={assign}
        >
          <Field
            label="Email address of a user or group"
            name="key"
            type="email"
            required
            autocomplete="off"
          />
          <ScopeField account={account} limitable={limitable} />
        </Dialog>
      )}
      {typeof dialog === 'object' && (
        <Dialog
          title={`Unassign ${roleTitle(role)}?`}
          action="Unassign role"
          danger
          close={() => setDialog(undefined)}
          submit={() => unassign(dialog)}
        >
          <p>{dialog.name} loses the privileges of this role. It can take up to 24 hours.</p>
        </Dialog>
      )}
    </Panel>
  );
}

/** The id for an address. @throws Refused, as looking up a user is, when it is neither a user's nor a group's. */
const idOf = (account: string, key: string): Promise<string> =>
  act<User>(account, 'directory.users.get', { userKey: key })
    .catch((refused: Error) =>
      act<Group>(account, 'directory.groups.get', { groupKey: key }).catch(() => {
        throw refused;
      }),
    )
    .then(({ id }) => id);

function AdminList({
  admins,
  unassign,
}: {
  readonly admins: readonly Admin[];
  readonly unassign: (admin: Admin) => void;
}) {
  if (admins.length === 0) return <p class="soft">No one has this role.</p>;
  return (
    <ul class="plain-list">
      {admins.map((admin) => (
        <li key={admin.assignment.roleAssignmentId}>
          <span>
            {admin.href ? <a href={admin.href}>{admin.name}</a> : admin.name}{' '}
            <span class="soft">
              {admin.email} · {admin.scope}
            </span>
          </span>
          <button
            type="button"
            class="button danger"
            aria-label={`Unassign from ${admin.name}`}
            onClick={() => unassign(admin)}
          >
            Unassign
          </button>
        </li>
      ))}
    </ul>
  );
}
