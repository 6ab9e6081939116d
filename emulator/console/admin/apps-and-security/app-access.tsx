import { useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../../shell/loading';
import { addressOf, go } from '../../shell/place';
import { Table } from '../../shell/table';
import { PageHead } from '../../shell/with-navigation';
import type { UNCONFIGURED } from './api-controls-client';
import {
  ACCESS,
  apiControls,
  apiControlsTrail,
  serviceNames,
  typeOf,
  type ApiControls,
  type KnownApp,
} from './api-controls-client';
import { ChangeAccess } from './change-access';
import { ConfigureApp } from './configure-app';

/** "Manage app access": configured apps, and apps that people used. `clientId` opens one of them. */
export function AppAccessPage({
  account,
  clientId,
}: {
  readonly account: string;
  readonly clientId: string | undefined;
}) {
  const controls = useLoaded(() => apiControls(account), [account]);
  const [configuring, setConfiguring] = useState(false);
  const list = addressOf(account, 'admin', 'security', 'api-controls', 'apps');
  const open = (id: string) =>
    go(addressOf(account, 'admin', 'security', 'api-controls', 'apps', id));
  return (
    <>
      <PageHead title="App access" trail={apiControlsTrail(account)}>
        <button type="button" class="button filled" onClick={() => setConfiguring(true)}>
          Configure new app
        </button>
      </PageHead>
      <Loaded of={controls}>
        {(found) => (
          <>
            <AppTables account={account} controls={found} />
            {clientId && (
              <ChangeAccess
                key={clientId}
                account={account}
                clientId={clientId}
                controls={found}
                close={() => go(list)}
                onChanged={() => void controls.reload()}
              />
            )}
          </>
        )}
      </Loaded>
      {configuring && (
        <ConfigureApp
          account={account}
          close={() => setConfiguring(false)}
          onChosen={(id) => open(id)}
        />
      )}
    </>
  );
}

const accessText = ({ configuredApps, ...controls }: ApiControls, app: KnownApp): string => {
  const configured = configuredApps.find(({ clientId }) => clientId === app.clientId);
  if (configured) return ACCESS[configured.access].title;
  if (app.internal && controls.trustInternalApps) return 'Trusted (internal)';
  return BY_RULE[controls.unconfiguredApps];
};

const BY_RULE = {
  allow: 'Unconfigured: allowed',
  'sign-in-only': 'Unconfigured: sign-in only',
  block: 'Unconfigured: blocked',
} as const satisfies Record<keyof typeof UNCONFIGURED, string>;

function AppTables({ account, controls }: { account: string; controls: ApiControls }) {
  const { configuredApps, accessedApps } = controls;
  return (
    <>
      <section aria-labelledby="configured">
        <h2 id="configured">Configured apps</h2>
        <AppTable
          account={account}
          apps={configuredApps}
          controls={controls}
          none="No apps are configured."
        />
      </section>
      <section aria-labelledby="accessed" style="margin-top:32px">
        <h2 id="accessed">Accessed apps</h2>
        <p class="soft">
          Apps that users have given access to. An app appears about a day after its first user
          allowed it.
        </p>
        <AppTable
          account={account}
          apps={accessedApps}
          controls={controls}
          none="No apps have been accessed yet."
        />
      </section>
    </>
  );
}

function AppTable({
  account,
  apps,
  controls,
  none,
}: {
  readonly account: string;
  readonly apps: readonly KnownApp[];
  readonly controls: ApiControls;
  readonly none: string;
}) {
  return (
    <Table
      class="middle"
      rows={apps}
      keyOf={({ clientId }) => clientId}
      empty={<p class="soft">{none}</p>}
      columns={[
        {
          title: 'App name',
          class: 'wide',
          cell: (app) => (
            <>
              <strong>{app.name}</strong>
              <br />
              <code class="id-code">{app.clientId}</code>
            </>
          ),
        },
        { title: 'Type', cell: typeOf },
        { title: 'Users', cell: ({ users }) => users },
        { title: 'Requested services', cell: ({ services }) => serviceNames(services) || '–' },
        {
          title: 'Access',
          cell: (app) => {
            const text = accessText(controls, app);
            return <span class={`chip ${chipOf(text)}`}>{text}</span>;
          },
        },
        {
          title: 'Change',
          titleHidden: true,
          cell: (app) => (
            <a
              class="button"
              aria-label={`Change access of ${app.name}`}
              href={addressOf(
                account,
                ...['admin', 'security', 'api-controls', 'apps', app.clientId],
              )}
            >
              Change access
            </a>
          ),
        },
      ]}
    />
  );
}

const chipOf = (text: string): string => {
  if (/blocked/i.test(text)) return 'bad';
  return /trusted/i.test(text) ? 'good' : '';
};
