import { useState } from 'preact/hooks';
import { Field } from '../../../shell/field';
import { Loaded, Problem, useLoaded } from '../../../shell/loading';
import { privileges } from '../everything';
import type { Privilege, Role, RolePrivilege } from '../resources';
import { privilegeKey, PrivilegeTree } from './privilege-tree';

/** A role as it is written. */
export interface WrittenRole {
  readonly roleName: string;
  readonly roleDescription: string;
  readonly rolePrivileges: readonly RolePrivilege[];
}

/** Name, description and privileges of a custom role. */
export function RoleForm({
  account,
  role,
  action,
  cancel,
  save,
}: {
  readonly account: string;
  readonly role?: Role;
  readonly action: string;
  readonly cancel: () => void;
  readonly save: (role: WrittenRole) => Promise<void>;
}) {
  const tree = useLoaded(() => privileges(account), [account]);
  const [held, setHeld] = useState<ReadonlySet<string>>(
    () => new Set(role?.rolePrivileges?.map(privilegeKey)),
  );
  const [error, setError] = useState<Error>();
  const submit = (form: FormData) =>
    save({
      roleName: String(form.get('roleName')).trim(),
      roleDescription: String(form.get('roleDescription')).trim(),
      rolePrivileges: chosen(tree.value ?? [], held),
    }).catch((refused: Error) => setError(refused));
  const choose = (key: string, on: boolean) => {
    const next = new Set(held);
    if (on) next.add(key);
    else next.delete(key);
    setHeld(next);
  };
  return (
    <form
      class="panel form-page"
      onSubmit={(event) => {
        event.preventDefault();
        setError(undefined);
        void submit(new FormData(event.currentTarget));
      }}
    >
      {error && <Problem error={error} />}
      <Field label="Name" name="roleName" required defaultValue={role?.roleName ?? ''} />
      <Field
        label="Description"
        name="roleDescription"
        defaultValue={role?.roleDescription ?? ''}
      />
      <h2>Privileges</h2>
      <Loaded of={tree}>{(all) => <PrivilegeTree tree={all} held={held} choose={choose} />}</Loaded>
      <div class="form-actions">
        <button type="button" class="button" onClick={cancel}>
          Cancel
        </button>
        <button type="submit" class="button filled" disabled={held.size === 0}>
          {action}
        </button>
      </div>
    </form>
  );
}

/** The chosen privileges, except those that another one above them already grants. */
const chosen = (tree: readonly Privilege[], held: ReadonlySet<string>): readonly RolePrivilege[] =>
  tree.flatMap((privilege) => {
    const { serviceId, privilegeName, childPrivileges = [] } = privilege;
    return held.has(privilegeKey(privilege))
      ? [{ serviceId, privilegeName }]
      : chosen(childPrivileges, held);
  });
