import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { Field } from '../../../shell/field';
import { Loaded, useLoaded } from '../../../shell/loading';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { groups } from '../everything';
import { MEMBER_ROLES } from '../groups/member-names';
import { Panel } from '../panel';
import { nameOf, type Group } from '../resources';
import type { OfUser } from './of-user';

/** The groups somebody is a direct member of. */
export function UserGroups({ account, user }: OfUser) {
  const memberships = useLoaded(() => groups(account, user.id), [account, user.id]);
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<Group>();
  const remove = async (group: Group) => {
    await act(account, 'directory.members.delete', { groupKey: group.id, memberKey: user.id });
    toast(`${nameOf(user)} is no longer in ${group.name}.`);
    await memberships.reload();
  };
  return (
    <Panel
      title="Groups"
      actions={
        <button type="button" class="button" onClick={() => setAdding(true)}>
          Add to groups
        </button>
      }
    >
      <Loaded of={memberships}>
        {(found) =>
          found.length === 0 ? (
            <p class="soft">{nameOf(user)} is not in any group.</p>
          ) : (
            <ul class="plain-list">
              {found.map((group) => (
                <li key={group.id}>
                  <span>
                    <a href={adminAddress(account, 'groups', group.id)}>{group.name}</a>
                    <br />
                    <span class="soft">{group.email}</span>
                  </span>
                  <button
                    type="button"
                    class="button danger"
                    aria-label={`Remove from ${group.name}`}
                    onClick={() => setLeaving(group)}
                  >
                    Remove
                  </button>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {adding && (
        <AddToGroups
          account={account}
          memberships={memberships.value ?? []}
          close={() => setAdding(false)}
          add={async (groupKey, role) => {
            await act(account, 'directory.members.insert', { groupKey }, { id: user.id, role });
            await memberships.reload();
          }}
        />
      )}
      {leaving && (
        <Dialog
          title={`Remove from ${leaving.name}?`}
          action="Remove"
          danger
          close={() => setLeaving(undefined)}
          submit={() => remove(leaving)}
        >
          <p>
            {nameOf(user)} no longer receives mail sent to {leaving.email}, and loses what was
            shared with the group.
          </p>
        </Dialog>
      )}
    </Panel>
  );
}

function AddToGroups({
  account,
  memberships,
  close,
  add,
}: {
  readonly account: string;
  readonly memberships: readonly Group[];
  readonly close: () => void;
  readonly add: (groupKey: string, role: string) => Promise<void>;
}) {
  const all = useLoaded(() => groups(account), [account]);
  const known = new Set(memberships.map(({ id }) => id));
  const free = (all.value ?? []).filter(({ id }) => !known.has(id));
  return (
    <Dialog
      title="Add to groups"
      action="Add"
      close={close}
      submit={(form) => add(String(form.get('group')), String(form.get('role')))}
    >
      {all.value && free.length === 0 && <p>There are no other groups.</p>}
      <Field
        label="Group"
        name="group"
        options={free.map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
      />
      <Field label="Role" name="role" options={MEMBER_ROLES} defaultValue="MEMBER" />
    </Dialog>
  );
}
