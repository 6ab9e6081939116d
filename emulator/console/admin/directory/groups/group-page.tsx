import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { Loaded, useLoaded } from '../../../shell/loading';
import { go } from '../../../shell/place';
import { toast } from '../../../shell/toast';
import { PageHead } from '../../../shell/with-navigation';
import { act } from '../../../shell/workspace-client';
import { adminAddress } from '../../admin-places';
import { groups } from '../everything';
import { Facts, Panel } from '../panel';
import type { Group } from '../resources';
import { GroupDialog, groupIn } from './group-dialog';
import { GroupMembers } from './group-members';

/** One group: its details, its members, and the groups that contain it. */
export function GroupPage({
  account,
  groupKey,
}: {
  readonly account: string;
  readonly groupKey: string;
}) {
  const loaded = useLoaded(
    () => act<Group>(account, 'directory.groups.get', { groupKey }),
    [account, groupKey],
  );
  const [dialog, setDialog] = useState<'edit' | 'delete'>();
  const close = () => setDialog(undefined);
  const save = async (form: FormData) => {
    await act(account, 'directory.groups.update', { groupKey }, groupIn(form));
    toast('The group was saved.');
    await loaded.reload();
  };
  const remove = async () => {
    await act(account, 'directory.groups.delete', { groupKey });
    toast('The group was deleted.');
    go(adminAddress(account, 'groups'));
  };
  return (
    <Loaded of={loaded}>
      {(group) => (
        <>
          <PageHead
            title={group.name}
            trail={[{ href: adminAddress(account, 'groups'), title: 'Groups' }]}
          >
            <button type="button" class="button" onClick={() => setDialog('edit')}>
              Edit group
            </button>
            <button type="button" class="button danger" onClick={() => setDialog('delete')}>
              Delete group
            </button>
          </PageHead>
          <GroupDetails account={account} group={group} />
          <GroupMembers account={account} group={group} onChanged={loaded.reload} />
          {dialog === 'edit' && (
            <GroupDialog
              account={account}
              group={group}
              title="Edit group"
              action="Save"
              close={close}
              submit={save}
            />
          )}
          {dialog === 'delete' && (
            <Dialog
              title={`Delete ${group.name}?`}
              action="Delete group"
              danger
              close={close}
              submit={remove}
            >
              <p>
                Mail to {group.email} no longer arrives, and members lose what was shared with the
                group. A deleted group cannot be restored.
              </p>
            </Dialog>
          )}
        </>
      )}
    </Loaded>
  );
}

function GroupDetails({ account, group }: { readonly account: string; readonly group: Group }) {
  const parents = useLoaded(() => groups(account, group.id), [account, group.id]);
  const above = parents.value ?? [];
  return (
    <Panel title="Group information">
      <Facts
        of={[
          ['Email address', group.email],
          ['Aliases', [...(group.aliases ?? []), ...(group.nonEditableAliases ?? [])].join('\n')],
          ['Description', group.description],
          [
            'Member of',
            above.length > 0
              ? above.map(({ id, name }) => (
                  <>
                    <a key={id} href={adminAddress(account, 'groups', id)}>
                      {name}
                    </a>{' '}
                  </>
                ))
              : '',
          ],
        ]}
      />
    </Panel>
  );
}
