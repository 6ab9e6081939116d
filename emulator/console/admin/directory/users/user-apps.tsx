import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { Loaded, useLoaded } from '../../../shell/loading';
import { Table } from '../../../shell/table';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { Panel } from '../panel';
import { nameOf, type Token } from '../resources';
import type { OfUser } from './of-user';

/** Connected applications: those that this person allowed, and the way to revoke that. */
export function UserApps({ account, user }: OfUser) {
  const tokens = useLoaded(
    () => act<{ items?: readonly Token[] }>(account, 'directory.tokens.list', { userKey: user.id }),
    [account, user.id],
  );
  const [revoking, setRevoking] = useState<Token>();
  const revoke = async ({ clientId, displayText }: Token) => {
    await act(account, 'directory.tokens.delete', { userKey: user.id, clientId });
    toast(`${displayText} no longer has access.`);
    await tokens.reload();
  };
  return (
    <Panel title="Connected applications">
      <Loaded of={tokens}>
        {({ items = [] }) => <AppsTable apps={items} revoke={setRevoking} />}
      </Loaded>
      {revoking && (
        <Dialog
          title={`Remove access for ${revoking.displayText}?`}
          action="Remove access"
          danger
          close={() => setRevoking(undefined)}
          submit={() => revoke(revoking)}
        >
          <p>
            {revoking.displayText} can no longer act for {nameOf(user)}, from now on. {nameOf(user)}{' '}
            can allow it again if your API controls permit it.
          </p>
        </Dialog>
      )}
    </Panel>
  );
}

function AppsTable({
  apps,
  revoke,
}: {
  readonly apps: readonly Token[];
  readonly revoke: (app: Token) => void;
}) {
  return (
    <Table
      label="Connected applications"
      rows={apps}
      keyOf={({ clientId }) => clientId}
      empty={<p class="soft">No application has access to this account.</p>}
      columns={[
        {
          title: 'Application',
          namesRow: true,
          cell: ({ displayText, clientId }) => (
            <>
              {displayText}
              <br />
              <span class="soft">{clientId}</span>
            </>
          ),
        },
        {
          title: 'Scopes',
          cell: ({ scopes }) => (
            <details>
              <summary>{scopes.length === 1 ? '1 scope' : `${scopes.length} scopes`}</summary>
              <ul class="token-scopes">
                {scopes.map((scope) => (
                  <li key={scope}>{scope}</li>
                ))}
              </ul>
            </details>
          ),
        },
        {
          title: 'Action',
          titleHidden: true,
          class: 'row-action',
          cell: (app) => (
            <button
              type="button"
              class="button danger"
              aria-label={`Remove access for ${app.displayText}`}
              onClick={() => revoke(app)}
            >
              Remove access
            </button>
          ),
        },
      ]}
    />
  );
}
