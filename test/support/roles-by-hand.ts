import type { LocalWorkspace } from '../../emulator/local-workspace';
import { principal } from './tandem';

interface Given {
  readonly as: string;
  readonly to: string;
  /** By their names in the Admin console. */
  readonly privileges: readonly string[];
}

/**
 * Creates and assigns a role with only these privileges, for the whole organization: Account → Admin roles → Create
 * new role → Assign.
 */
export function giveRole(workspace: LocalWorkspace, { as, to, privileges }: Given): void {
  const customer = 'my_customer';
  const { items } = workspace.act(as, 'directory.privileges.list', { customer }) as {
    readonly items: readonly Privilege[];
  };
  const rolePrivileges = flat(items).filter(({ privilegeName }) =>
    privileges.includes(privilegeName),
  );
  const body = { roleName: 'Limited', rolePrivileges };
  const { roleId } = workspace.act(as, 'directory.roles.insert', { customer }, body) as {
    readonly roleId: string;
  };
  const assignedTo = principal(workspace, to).userId;
  const assignment = { roleId, assignedTo, scopeType: 'CUSTOMER' };
  workspace.act(as, 'directory.roleAssignments.insert', { customer }, assignment);
}

interface Privilege {
  readonly privilegeName: string;
  readonly serviceId: string;
  readonly childPrivileges?: readonly Privilege[];
}

const flat = (privileges: readonly Privilege[]): readonly Privilege[] =>
  privileges.flatMap((one) => [one, ...flat(one.childPrivileges ?? [])]);
