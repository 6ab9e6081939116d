import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { Loaded, useLoaded } from '../../../shell/loading';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { Pager } from '../pager';
import { Panel } from '../panel';
import type { Group, Member } from '../resources';
import { AddMembersDialog } from './add-members-dialog';
import { memberTitle, MembersTable } from './members-table';

const PAGE_SIZES = [20, 50, 200] as const;

interface MembersAnswer {
  readonly members?: readonly Member[];
  readonly nextPageToken?: string;
}

/** The members of a group, a page at a time, and the ways to change them. */
export function GroupMembers({
  account,
  group,
  onChanged,
}: {
  readonly account: string;
  readonly group: Group;
  readonly onChanged: () => Promise<void>;
}) {
  const [size, setSize] = useState<number>(PAGE_SIZES[1]);
  const [tokens, setTokens] = useState<readonly string[]>([]);
  const pageToken = tokens.at(-1);
  const page = useLoaded(
    () =>
      act<MembersAnswer>(account, 'directory.members.list', {
        groupKey: group.id,
        maxResults: size,
        ...(pageToken && { pageToken }),
      }),
    [account, group.id, size, pageToken],
  );
  const [dialog, setDialog] = useState<'add' | Member>();
  const done = async (says: string) => {
    toast(says);
    await Promise.all([page.reload(), onChanged()]);
  };
  const params = ({ id }: Member) => ({ groupKey: group.id, memberKey: id });
  const setRole = async (member: Member, role: string) => {
    await act(account, 'directory.members.update', params(member), { role });
    await done(`${memberTitle(member)} has a new role.`);
  };
  const remove = async (member: Member) => {
    await act(account, 'directory.members.delete', params(member));
    await done(`${memberTitle(member)} is no longer in ${group.name}.`);
  };
  return (
    <Panel
      title={`Members (${group.directMembersCount ?? 0})`}
      actions={
        <button type="button" class="button" onClick={() => setDialog('add')}>
          Add members
        </button>
      }
    >
      <Loaded of={page}>
        {({ members = [], nextPageToken }) => (
          <>
            <MembersTable
              account={account}
              members={members}
              setRole={(member, role) =>
                void setRole(member, role).catch((refused: Error) => toast(refused.message))
              }
              remove={setDialog}
            />
            {(nextPageToken ?? pageToken) && (
              <Pager
                sizes={PAGE_SIZES}
                size={size}
                resize={(rows) => {
                  setTokens([]);
                  setSize(rows);
                }}
                {...(pageToken && { previous: () => setTokens(tokens.slice(0, -1)) })}
                {...(nextPageToken && { next: () => setTokens([...tokens, nextPageToken]) })}
              />
            )}
          </>
        )}
      </Loaded>
      {dialog === 'add' && (
        <AddMembersDialog
          account={account}
          group={group}
          close={() => setDialog(undefined)}
          onAdded={done}
        />
      )}
      {typeof dialog === 'object' && (
        <Dialog
          title={`Remove ${memberTitle(dialog)}?`}
          action="Remove"
          danger
          close={() => setDialog(undefined)}
          submit={() => remove(dialog)}
        >
          <p>
            {memberTitle(dialog)} no longer receives mail sent to {group.email}, and loses what was
            shared with the group.
          </p>
        </Dialog>
      )}
    </Panel>
  );
}
