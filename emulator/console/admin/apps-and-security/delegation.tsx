import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../../shell/loading';
import { addressOf, go, usePlace } from '../../shell/place';
import { Table } from '../../shell/table';
import { PageHead } from '../../shell/with-navigation';
import { delegatedClients, type DelegatedClient } from './delegated-clients';
import { DelegationDialog, RemoveDelegation, type FilledIn } from './delegation-dialogs';
import { apiControlsTrail } from './api-controls-client';

type Asking =
  | { readonly what: 'add'; readonly filledIn: FilledIn }
  | { readonly what: 'edit' | 'delete'; readonly client: DelegatedClient };

/** "Manage Domain Wide Delegation": clients that act for everybody, and their scopes. */
export function DelegationPage({ account }: { readonly account: string }) {
  const clients = useLoaded(() => delegatedClients(account), [account]);
  const filledIn = filledInBy(usePlace().query);
  const [asking, setAsking] = useState<Asking | null>(
    filledIn.clientId === '' ? null : { what: 'add', filledIn },
  );
  const close = () => setAsking(null);
  const onChanged = () => void clients.reload();
  return (
    <>
      <PageHead title="Domain-wide delegation" trail={apiControlsTrail(account)}>
        <button
          type="button"
          class="button filled"
          onClick={() => setAsking({ what: 'add', filledIn: NOTHING })}
        >
          Add new
        </button>
      </PageHead>
      <p class="soft narrow">
        A client listed here can act for everyone in your organization, with the scopes you name and
        without asking anyone. Changes can take up to 24 hours; “View details” shows how far a
        change has spread in this Workspace.
      </p>
      <Loaded of={clients}>
        {(found) => <ClientTable account={account} clients={found} ask={setAsking} />}
      </Loaded>
      {asking?.what === 'add' && (
        <DelegationDialog {...{ account, close, onChanged }} filledIn={asking.filledIn} />
      )}
      {asking?.what === 'edit' && (
        <DelegationDialog {...{ account, close, onChanged }} client={asking.client} />
      )}
      {asking?.what === 'delete' && (
        <RemoveDelegation {...{ account, close, onChanged }} client={asking.client} />
      )}
    </>
  );
}

const NOTHING: FilledIn = { clientId: '', scopes: '', overwrites: false };

const filledInBy = (query: URLSearchParams): FilledIn => ({
  clientId: query.get('clientIdToAdd') ?? '',
  scopes: (query.get('clientScopeToAdd') ?? '').split(',').join(',\n'),
  overwrites: query.get('overwriteClientId') === 'true',
});

/** The address of one client's details. */
export const clientAddress = (account: string, clientId: string): string =>
  addressOf(account, 'admin', 'security', 'domain-wide-delegation', clientId);

function ClientTable({
  account,
  clients,
  ask,
}: {
  readonly account: string;
  readonly clients: readonly DelegatedClient[];
  readonly ask: (asking: Asking) => void;
}) {
  return (
    <Table
      class="middle"
      rows={clients}
      keyOf={({ clientId }) => clientId}
      empty={
        <div class="panel empty">
          <p>No clients are authorized.</p>
          <p>Add one with its client ID and the OAuth scopes it needs.</p>
        </div>
      }
      columns={[
        {
          title: 'Name',
          cell: ({ clientId, name }) => (
            <a class="row-link" href={clientAddress(account, clientId)}>
              {name}
            </a>
          ),
        },
        { title: 'Client ID', cell: ({ clientId }) => clientId },
        {
          title: 'Scopes',
          class: 'wide',
          cell: ({ scopes }) => (
            <>
              {scopes[0]}
              {scopes.length > 1 && <span class="soft"> +{scopes.length - 1} more</span>}
            </>
          ),
        },
        {
          title: 'Actions',
          titleHidden: true,
          cell: (client) => <ClientActions {...{ account, client, ask }} />,
        },
      ]}
    />
  );
}

function ClientActions({
  account,
  client,
  ask,
}: {
  readonly account: string;
  readonly client: DelegatedClient;
  readonly ask: (asking: Asking) => void;
}) {
  return (
    <div class="actions" style="flex-wrap:nowrap">
      <button
        type="button"
        class="button"
        aria-label={`View details of ${client.name}`}
        onClick={() => go(clientAddress(account, client.clientId))}
      >
        View details
      </button>
      <button
        type="button"
        class="button"
        aria-label={`Edit ${client.name}`}
        onClick={() => ask({ what: 'edit', client })}
      >
        Edit
      </button>
      <button
        type="button"
        class="button danger"
        aria-label={`Delete ${client.name}`}
        onClick={() => ask({ what: 'delete', client })}
      >
        Delete
      </button>
    </div>
  );
}
