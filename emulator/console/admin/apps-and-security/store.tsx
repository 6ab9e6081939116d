import { Loaded, useLoaded } from '../../shell/loading';
import { addressOf } from '../../shell/place';
import { PageHead } from '../../shell/with-navigation';
import { listings, type Listing } from './marketplace-client';

/** The Google Workspace Marketplace, as far as this Workspace has one. */
export function Store({ account }: { readonly account: string }) {
  const all = useLoaded(() => listings(account), [account]);
  return (
    <>
      <PageHead
        title="Google Workspace Marketplace"
        trail={[
          {
            href: addressOf(account, 'admin', 'apps', 'marketplace'),
            title: 'Google Workspace Marketplace apps',
          },
        ]}
      />
      <Loaded of={all}>
        {(found) =>
          found.length === 0 ? (
            <div class="panel empty">
              <p>No apps are published here.</p>
              <p>Start this Workspace with an add-on to see it listed.</p>
            </div>
          ) : (
            <div class="app-cards">
              {found.map((app) => (
                <Card key={app.applicationId} account={account} app={app} />
              ))}
            </div>
          )
        }
      </Loaded>
    </>
  );
}

const Publisher = ({ app: { name, publisher } }: { readonly app: Listing }) =>
  publisher === name ? null : <p class="soft">{publisher}</p>;

const Card = ({ account, app }: { account: string; app: Listing }) => (
  <a
    class="app-card"
    href={addressOf(account, 'admin', 'apps', 'marketplace', 'store', app.applicationId)}
  >
    <span class="app-mark" aria-hidden="true">
      {app.name.slice(0, 1)}
    </span>
    <h2>{app.name}</h2>
    <Publisher app={app} />
    <span class="chip">{app.visibility === 'private' ? 'Internal app' : 'Public'}</span>{' '}
    {app.adminInstall && <span class="chip good">Installed</span>}
  </a>
);
