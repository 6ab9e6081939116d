import { useState } from 'preact/hooks';
import { Dialog } from '../../shell/dialog';
import { Loaded, useLoaded } from '../../shell/loading';
import { addressOf, go } from '../../shell/place';
import { toast } from '../../shell/toast';
import { PageHead } from '../../shell/with-navigation';
import { act, admin } from '../../shell/workspace-client';
import { DataAccess } from './data-access';
import { dayOf } from './installed-apps';
import { SetupLink } from './setup-link';
import { listing, userAccessText, type AdminInstall, type Listing } from './marketplace-client';

/** One app in Apps > Google Workspace Marketplace apps: for whom it is on, what it may read, and how to uninstall it. */
export function InstalledApp({ account, id }: { readonly account: string; readonly id: string }) {
  const app = useLoaded(() => listing(account, id), [account, id]);
  return (
    <>
      <PageHead
        title={app.value?.name ?? 'App'}
        trail={[
          {
            href: addressOf(account, 'admin', 'apps', 'marketplace'),
            title: 'Google Workspace Marketplace apps',
          },
        ]}
      />
      <Loaded of={app}>
        {(found) =>
          found.adminInstall ? (
            <Settings
              account={account}
              app={found}
              install={found.adminInstall}
              reload={() => void app.reload()}
            />
          ) : (
            <NotInstalled account={account} app={found} />
          )
        }
      </Loaded>
    </>
  );
}

const NotInstalled = ({ account, app }: { account: string; app: Listing }) => (
  <div class="panel empty">
    <p>{app.name} is not installed for your organization.</p>
    <p>
      <a href={addressOf(account, 'admin', 'apps', 'marketplace', 'store', app.applicationId)}>
        See it in the Marketplace
      </a>
    </p>
  </div>
);

function Settings({
  account,
  app,
  install,
  reload,
}: {
  readonly account: string;
  readonly app: Listing;
  readonly install: AdminInstall;
  readonly reload: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const userAccess = addressOf(
    account,
    ...['admin', 'apps', 'marketplace', app.applicationId, 'user-access'],
  );
  return (
    <div class="settings">
      <section class="panel">
        <div class="setting-head">
          <div class="app-title">
            <span class="app-mark" aria-hidden="true">
              {app.name.slice(0, 1)}
            </span>
            <span>
              {app.publisher}
              <br />
              <span class="soft">
                <Installer account={account} install={install} />
              </span>
            </span>
          </div>
          <div class="grow" />
          <a
            class="button"
            href={addressOf(account, 'admin', 'apps', 'marketplace', 'store', app.applicationId)}
          >
            View in Marketplace
          </a>
          <button type="button" class="button danger" onClick={() => setAsking(true)}>
            Uninstall app
          </button>
        </div>
      </section>
      {app.setupUrl !== null && (
        <section class="panel" aria-labelledby="admin-settings">
          <div class="setting-head">
            <h2 id="admin-settings">Settings for administrators</h2>
            <SetupLink
              account={account}
              app={app}
              setupUrl={app.setupUrl}
              class="button outlined"
            />
          </div>
          <p class="soft">On a page of the app itself, which opens in a new tab.</p>
        </section>
      )}
      <section class="panel" aria-labelledby="user-access">
        <div class="setting-head">
          <h2 id="user-access">User access</h2>
          <a class="button outlined" href={userAccess}>
            Manage user access
          </a>
        </div>
        <p>{userAccessText(install.userAccess)}</p>
        <p class="soft">Who gets the app in their Google services.</p>
      </section>
      <DataAccess account={account} app={app} install={install} onChanged={reload} />
      {asking && <Uninstall account={account} app={app} close={() => setAsking(false)} />}
    </div>
  );
}

function Installer({ account, install }: { account: string; install: AdminInstall }) {
  const by = useLoaded(
    () =>
      act<{ primaryEmail: string }>(account, 'directory.users.get', {
        userKey: install.installedBy,
      }),
    [account, install.installedBy],
  );
  return (
    <>
      Installed on {dayOf(install.installedAt)}
      {by.value && ` by ${by.value.primaryEmail}`}
    </>
  );
}

function Uninstall({
  account,
  app,
  close,
}: {
  readonly account: string;
  readonly app: Listing;
  readonly close: () => void;
}) {
  const submit = async () => {
    await admin(account, 'marketplace.uninstall', { applicationId: app.applicationId });
    toast(`${app.name} was uninstalled.`);
    go(addressOf(account, 'admin', 'apps', 'marketplace'));
  };
  return (
    <Dialog
      title={`Uninstall ${app.name}?`}
      action="Uninstall app"
      danger
      close={close}
      submit={submit}
    >
      <p>
        It is removed for everyone it is turned on for, and loses the data access you granted.
        Installs that people made for themselves remain.
      </p>
    </Dialog>
  );
}
