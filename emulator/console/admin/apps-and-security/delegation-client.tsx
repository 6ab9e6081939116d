import { useEffect, useState } from 'preact/hooks';
import { CLOCK_MOVED } from '../../shell/clock';
import { Field } from '../../shell/field';
import { Loaded, Problem, useLoaded } from '../../shell/loading';
import { addressOf, go } from '../../shell/place';
import { PageHead } from '../../shell/with-navigation';
import { admin } from '../../shell/workspace-client';
import { delegatedClients, type DelegatedClient } from './delegated-clients';
import { DelegationDialog, RemoveDelegation } from './delegation-dialogs';
import { ScopeList } from './scope-list';
import { apiControlsTrail } from './api-controls-client';

/** One client of domain-wide delegation: its scopes, and how far the last change has spread. */
export function DelegationClientPage({
  account,
  clientId,
}: {
  readonly account: string;
  readonly clientId: string;
}) {
  const [asking, setAsking] = useState<'edit' | 'delete' | null>(null);
  const client = useLoaded(async () => {
    const found = (await delegatedClients(account)).find((one) => one.clientId === clientId);
    if (!found) throw new Error(`${clientId} is not authorized for domain-wide delegation.`);
    return found;
  }, [account, clientId]);
  const list = addressOf(account, 'admin', 'security', 'domain-wide-delegation');
  const dialog = client.value && {
    account,
    client: client.value,
    close: () => setAsking(null),
  };
  useEffect(() => {
    const look = () => void client.reload();
    addEventListener(CLOCK_MOVED, look);
    return () => removeEventListener(CLOCK_MOVED, look);
  }, [client.reload]);
  return (
    <>
      <PageHead
        title={client.value?.name ?? 'API client'}
        trail={[...apiControlsTrail(account), { href: list, title: 'Domain-wide delegation' }]}
      >
        {dialog && (
          <>
            <button type="button" class="button outlined" onClick={() => setAsking('edit')}>
              Edit
            </button>
            <button type="button" class="button danger" onClick={() => setAsking('delete')}>
              Delete
            </button>
          </>
        )}
      </PageHead>
      <Loaded of={client}>{(found) => <Details account={account} client={found} />}</Loaded>
      {asking === 'edit' && dialog && (
        <DelegationDialog {...dialog} onChanged={() => void client.reload()} />
      )}
      {asking === 'delete' && dialog && (
        <RemoveDelegation {...dialog} onChanged={() => go(list, { replace: true })} />
      )}
    </>
  );
}

function Details({ account, client }: { account: string; client: DelegatedClient }) {
  const { clientId, changedAt, allows, arrival } = client;
  const isThere = arrival.users === arrival.of;
  return (
    <div class="settings">
      <section class="panel">
        <dl class="facts">
          <dt>Client ID</dt>
          <dd>{clientId}</dd>
          <dt>Last changed</dt>
          <dd>{new Date(changedAt).toLocaleString('en-GB', { timeZone: 'UTC' })} UTC</dd>
        </dl>
      </section>
      <section class="panel" aria-labelledby="scopes">
        <h2 id="scopes">Scopes</h2>
        <ScopeList scopes={allows} />
      </section>
      <section class="panel" aria-labelledby="arrival">
        <div class="setting-head">
          <h2 id="arrival">Has it taken effect?</h2>
          <span class={`chip ${isThere ? 'good' : 'warn'}`} role="status">
            {isThere
              ? 'In effect for everyone'
              : `In effect for ${arrival.users} of ${arrival.of} accounts`}
          </span>
        </div>
        <p class="soft">
          Google says up to 24 hours and does not show the progress; usually it takes minutes, and
          each account has its own time. This section exists only in the local Workspace: move its
          clock forward to see the change arrive.
        </p>
        <Probe account={account} clientId={clientId} wanted={client.scopes} key={changedAt} />
      </section>
    </div>
  );
}

function Probe({
  account,
  clientId,
  wanted,
}: {
  readonly account: string;
  readonly clientId: string;
  readonly wanted: readonly string[];
}) {
  const [user, setUser] = useState(account);
  const [seen, setSeen] = useState<{ readonly user: string; readonly scopes: readonly string[] }>();
  const [error, setError] = useState<Error>();
  const check = (event: Event) => {
    event.preventDefault();
    setError(undefined);
    setSeen(undefined);
    admin<{ scopes: readonly string[] }>(account, 'delegation.seenBy', { clientId, user }).then(
      ({ scopes }) => setSeen({ user, scopes }),
      setError,
    );
  };
  return (
    <form onSubmit={check}>
      <Field
        label="Account"
        type="email"
        value={user}
        onInput={({ currentTarget }) => setUser(currentTarget.value)}
      />
      <button type="submit" class="button outlined">
        Check this account
      </button>
      <div aria-live="polite">
        {seen && (
          <p>
            {wanted.every((scope) => seen.scopes.includes(scope))
              ? `The client may act for ${seen.user} with all its scopes.`
              : seen.scopes.length === 0
                ? `The change has not reached ${seen.user} yet.`
                : `For ${seen.user} the previous scopes still apply: ${seen.scopes.join(', ')}`}
          </p>
        )}
      </div>
      {error && <Problem error={error} />}
    </form>
  );
}
