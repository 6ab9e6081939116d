import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { Field } from '../../../shell/field';
import { useLoaded } from '../../../shell/loading';
import { act } from '../../../shell/workspace-client';
import { privileges, roles } from '../everything';
import { OrgUnitField } from '../org-unit-field';
import { OWN, type Role } from '../resources';
import { isOuScopable } from './privilege-tree';
import { roleTitle } from './role-names';

/** Assigns a role to somebody, everywhere or, where all its privileges allow it, in one org unit and those below. */
export function AssignRoleDialog({
  account,
  assignee,
  close,
  assigned,
}: {
  readonly account: string;
  readonly assignee: { readonly id: string; readonly name: string };
  readonly close: () => void;
  readonly assigned: (says: string) => Promise<void>;
}) {
  const known = useLoaded(() => Promise.all([roles(account), privileges(account)]), [account]);
  const [all = [], tree = []] = known.value ?? [];
  const [roleId, setRoleId] = useState<string>();
  const offered = all.filter(({ isSuperAdminRole }) => !isSuperAdminRole);
  const chosen = offered.find((role) => role.roleId === roleId) ?? offered[0];
  const assign = async (form: FormData) => {
    if (!chosen) return;
    await act(
      account,
      'directory.roleAssignments.insert',
      { customer: OWN },
      {
        roleId: chosen.roleId,
        assignedTo: assignee.id,
        ...scopeIn(form),
      },
    );
    await assigned(`${assignee.name} is now ${roleTitle(chosen)}. It can take up to 24 hours.`);
  };
  return (
    <Dialog
      title={`Assign roles to ${assignee.name}`}
      action="Assign"
      close={close}
      submit={assign}
    >
      <Field
        label="Role"
        name="roleId"
        value={chosen?.roleId ?? ''}
        onChange={({ currentTarget }) => setRoleId(currentTarget.value)}
        options={offered.map((role) => ({ value: role.roleId, label: roleTitle(role) }))}
        hint={chosen?.roleDescription}
        problem={known.error?.message}
      />
      {chosen && <ScopeField account={account} limitable={isLimitable(chosen, tree)} />}
    </Dialog>
  );
}

const isLimitable = (role: Role, tree: Parameters<typeof isOuScopable>[1]): boolean =>
  (role.rolePrivileges ?? []).every((held) => isOuScopable(held, tree));

/** Where a role applies: everywhere, or in one org unit. See `scopeIn`. */
export function ScopeField({
  account,
  limitable,
}: {
  readonly account: string;
  readonly limitable: boolean;
}) {
  if (!limitable)
    return (
      <p class="soft">
        Applies to all organizational units: some of its privileges cannot be limited to one.
      </p>
    );
  return (
    <OrgUnitField
      account={account}
      name="orgUnitId"
      by="id"
      label="Organizational unit"
      none="All organizational units"
      except={(path) => path === '/'}
    />
  );
}

/** The scope chosen in a form, as roleAssignments.insert accepts it. */
export function scopeIn(form: FormData): object {
  const orgUnitId = String(form.get('orgUnitId') ?? '').replace(/^id:/, '');
  return orgUnitId === '' ? { scopeType: 'CUSTOMER' } : { scopeType: 'ORG_UNIT', orgUnitId };
}
