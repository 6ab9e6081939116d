import { useState } from 'preact/hooks';
import { Dialog } from '../../../shell/dialog';
import { Loaded, useLoaded } from '../../../shell/loading';
import { toast } from '../../../shell/toast';
import { act } from '../../../shell/workspace-client';
import { Panel } from '../panel';
import { nameOf, type Token } from '../resources';
import type { OfUser } from './of-user';

/** Connected applications: whom this person let in, and the way to end it. */
export function UserApps({ account, user }: OfUser) {
  const tokens = useLoaded(
    () => act<{ items?: readonly Token[] }>(account, 'directory.tokens.list', { userKey: user.id }),
    [account, user.id],
  );
  const [revoking, setRevoking] = useState<Token>();
  const revoke = async ({ clientId, displayText }: Token) => {
    await act(account, 'directory.tokens.delete', { userKey: user.id, clientId });
    toast(`${displayText} has no access any more.`);
    await tokens.reload();
  };
  return (
    <Panel title="Connected applications">
      <Loaded of={tokens}>
        {({ items = [] }) =>
          items.length === 0 ? (
            <p class="soft">No application has access to this account.</p>
          ) : (
            <AppsTable apps={items} revoke={setRevoking} />
          )
        }
      </Loaded>
      {revoking && (
        <Dialog
          title={`Remove access of ${revoking.displayText}?`}
          action="Remove access"
          danger
          close={() => setRevoking(undefined)}
          submit={() => revoke(revoking)}
        >
          <p>
            {revoking.displayText} can no longer act for {nameOf(user)}, from now on. {nameOf(user)}{' '}
            can let it in again if your API controls allow it.
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
    <div class="table-frame" tabIndex={0} role="region" aria-label="Connected applications">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Application</th>
            <th scope="col">Scopes</th>
            <th scope="col">
              <span class="visually-hidden">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {apps.map((app) => (
            <tr key={app.clientId}>
              <th scope="row">
                {app.displayText}
                <br />
                <span class="soft">{app.clientId}</span>
              </th>
              <td>
                <details>
                  <summary>
                    {app.scopes.length === 1 ? '1 scope' : `${app.scopes.length} scopes`}
                  </summary>
                  <ul class="token-scopes">
                    {app.scopes.map((scope) => (
                      <li key={scope}>{scope}</li>
                    ))}
                  </ul>
                </details>
              </td>
              <td class="row-action">
                <button
                  type="button"
                  class="button danger"
                  aria-label={`Remove access of ${app.displayText}`}
                  onClick={() => revoke(app)}
                >
                  Remove access
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
