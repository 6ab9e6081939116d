import { useState } from 'preact/hooks';
import { forgetAccounts } from '../../../shell/accounts';
import { Dialog } from '../../../shell/dialog';
import { Loaded, useLoaded } from '../../../shell/loading';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { orgUnits, roleAssignments, roles } from '../everything';
import { Panel } from '../panel';
import { nameOf, type Role, type RoleAssignment } from '../resources';
import { AssignRoleDialog } from '../roles/assign-role-dialog';
import { privilegeTitle, roleTitle } from '../roles/role-names';
import type { OfUser } from './of-user';

/** A role that somebody holds, and its reach. */
interface Held {
  readonly assignment: RoleAssignment;
  readonly role: Role;
  readonly scope: string;
}

async function heldRoles(account: string, userKey: string): Promise<readonly Held[]> {
  const [assignments, known, units] = await Promise.all([
    roleAssignments(account, { userKey }),
    roles(account),
    orgUnits(account),
  ]);
  return assignments.flatMap((assignment) => {
    const role = known.find(({ roleId }) => roleId === assignment.roleId);
    const unit = units.find(({ orgUnitId }) => orgUnitId === `id:${assignment.orgUnitId}`);
    const scope = unit ? unit.orgUnitPath : 'All organizational units';
    return role ? [{ assignment, role, scope }] : [];
  });
}

/** Admin roles and privileges: what somebody may administer, and through which role. */
export function UserRoles({ account, user, onChanged }: OfUser) {
  const held = useLoaded(() => heldRoles(account, user.id), [account, user.id]);
  const [dialog, setDialog] = useState<'assign' | 'super' | Held>();
  const close = () => setDialog(undefined);
  const done = async (says: string) => {
    forgetAccounts();
    toast(says);
    await Promise.all([held.reload(), onChanged()]);
  };
  const setSuper = async (status: boolean) => {
    await act(account, 'directory.users.makeAdmin', { userKey: user.id }, { status });
    await done(`${nameOf(user)} is ${status ? 'now' : 'no longer'} a super admin.`);
  };
  const unassign = async ({ assignment: { roleAssignmentId }, role }: Held) => {
    const params = { customer: 'my_customer', roleAssignmentId };
    await act(account, 'directory.roleAssignments.delete', params);
    await done(`${roleTitle(role)} was unassigned.`);
  };
  return (
    <Panel
      title="Admin roles and privileges"
      actions={
        <>
          <button type="button" class="button" onClick={() => setDialog('super')}>
            {user.isAdmin ? 'Remove super admin' : 'Make super admin'}
          </button>
          <button type="button" class="button" onClick={() => setDialog('assign')}>
            Assign roles
          </button>
        </>
      }
    >
      <Loaded of={held}>
        {(found) => (
          <HeldRoles account={account} name={nameOf(user)} held={found} unassign={setDialog} />
        )}
      </Loaded>
      {dialog === 'assign' && (
        <AssignRoleDialog
          account={account}
          assignee={{ id: user.id, name: nameOf(user) }}
          close={close}
          assigned={done}
        />
      )}
      {dialog === 'super' && (
        <SuperAdminDialog name={nameOf(user)} make={!user.isAdmin} close={close} set={setSuper} />
      )}
      {typeof dialog === 'object' && (
        <Dialog
          title={`Unassign ${roleTitle(dialog.role)}?`}
          action="Unassign role"
          danger
          close={close}
          submit={() => unassign(dialog)}
        >
          <p>
            {nameOf(user)} loses the privileges of this role ({dialog.scope}). It can take up to 24
            hours.
          </p>
        </Dialog>
      )}
    </Panel>
  );
}

function HeldRoles({
  account,
  name,
  held,
  unassign,
}: {
  readonly account: string;
  readonly name: string;
  readonly held: readonly Held[];
  readonly unassign: (held: Held) => void;
}) {
  if (held.length === 0) return <p class="soft">{name} has no admin roles.</p>;
  return (
    <ul class="plain-list">
      {held.map((one) => (
        <li key={one.assignment.roleAssignmentId}>
          <div>
            <a href={adminAddress(account, 'roles', one.role.roleId)}>{roleTitle(one.role)}</a>
            <br />
            <span class="soft">{one.scope}</span>
            <Privileges of={one.role} />
          </div>
          <button
            type="button"
            class="button danger"
            aria-label={`Unassign ${roleTitle(one.role)}`}
            onClick={() => unassign(one)}
          >
            Unassign
          </button>
        </li>
      ))}
    </ul>
  );
}

function Privileges({ of: { rolePrivileges = [], isSuperAdminRole } }: { readonly of: Role }) {
  if (isSuperAdminRole) return <p class="soft tight">All privileges</p>;
  return (
    <details>
      <summary>
        {rolePrivileges.length === 1 ? '1 privilege' : `${rolePrivileges.length} privileges`}
      </summary>
      <ul class="tight">
        {rolePrivileges.map(({ serviceId, privilegeName }) => (
          <li key={`${serviceId} ${privilegeName}`}>{privilegeTitle(privilegeName)}</li>
        ))}
      </ul>
    </details>
  );
}

function SuperAdminDialog({
  name,
  make,
  close,
  set,
}: {
  readonly name: string;
  readonly make: boolean;
  readonly close: () => void;
  readonly set: (status: boolean) => Promise<void>;
}) {
  return (
    <Dialog
      title={make ? `Make ${name} a super admin?` : `Remove super admin from ${name}?`}
      action={make ? 'Make super admin' : 'Remove super admin'}
      danger
      close={close}
      submit={() => set(make)}
    >
      <p>
        {make
          ? 'A super admin can do everything in the Admin console and the Admin APIs, including managing other administrators.'
          : `${name} keeps other roles, but loses the right to manage everything.`}
      </p>
    </Dialog>
  );
}
