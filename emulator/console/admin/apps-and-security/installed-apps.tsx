import { Loaded, useLoaded } from '../../shell/loading';
import { addressOf } from '../../shell/place';
import { Table } from '../../shell/table';
import { PageHead } from '../../shell/with-navigation';
import {
  DATA_ACCESS,
  listings,
  userAccessText,
  type AdminInstall,
  type Listing,
} from './marketplace-client';

type Installed = Listing & { readonly adminInstall: AdminInstall };

/** Apps > Google Workspace Marketplace apps: the apps that administrators installed. */
export function InstalledApps({ account }: { readonly account: string }) {
  const all = useLoaded(() => listings(account), [account]);
  return (
    <>
      <PageHead title="Google Workspace Marketplace apps">
        <a class="button filled" href={addressOf(account, 'admin', 'apps', 'marketplace', 'store')}>
          Install app
        </a>
      </PageHead>
      <Loaded of={all}>
        {(found) => (
          <AppTable
            account={account}
            apps={found.filter((one): one is Installed => one.adminInstall !== null)}
          />
        )}
      </Loaded>
    </>
  );
}

function AppTable({ account, apps }: { account: string; apps: readonly Installed[] }) {
  return (
    <Table
      rows={apps}
      keyOf={({ applicationId }) => applicationId}
      empty={
        <div class="panel empty">
          <p>No Marketplace apps are installed for your organization.</p>
          <p>
            <a href={addressOf(account, 'admin', 'apps', 'marketplace', 'store')}>
              Browse the Marketplace
            </a>
          </p>
        </div>
      }
      columns={[
        {
          title: 'App',
          cell: ({ applicationId, name, publisher }) => (
            <>
              <a
                class="row-link"
                href={addressOf(account, 'admin', 'apps', 'marketplace', applicationId)}
              >
                {name}
              </a>
              {publisher !== name && (
                <>
                  <br />
                  <span class="soft">{publisher}</span>
                </>
              )}
            </>
          ),
        },
        {
          title: 'User access',
          cell: ({ adminInstall }) => userAccessText(adminInstall.userAccess),
        },
        {
          title: 'Data access',
          cell: ({ adminInstall }) => <DataAccessChip access={adminInstall.dataAccess} />,
        },
        { title: 'Installed', cell: ({ adminInstall }) => dayOf(adminInstall.installedAt) },
      ]}
    />
  );
}

const CHIPS = { granted: 'good', 'partially-granted': 'warn', revoked: 'bad' } as const;

export const DataAccessChip = ({ access }: { readonly access: AdminInstall['dataAccess'] }) => (
  <span class={`chip ${CHIPS[access]}`}>{DATA_ACCESS[access]}</span>
);

/** A day as the console writes it. */
export const dayOf = (at: number | string): string =>
  new Date(at).toLocaleDateString('en-GB', { dateStyle: 'medium' });
