import { useState } from 'preact/hooks';
import { Loaded, Problem, useLoaded } from '../../shell/loading';
import { addressOf } from '../../shell/place';
import { PageHead } from '../../shell/with-navigation';
import { admin } from '../../shell/workspace-client';
import { IndividualInstall } from './individual-install';
import { listing, type Listing } from './marketplace-client';
import { ScopeList } from './scope-list';

/** A listing of the Marketplace, with the two ways to install. */
export function StoreListing({ account, id }: { readonly account: string; readonly id: string }) {
  const app = useLoaded(() => listing(account, id), [account, id]);
  return (
    <>
      <PageHead
        title={app.value?.name ?? 'App'}
        trail={[
          {
            href: addressOf(account, 'admin', 'apps', 'marketplace', 'store'),
            title: 'Google Workspace Marketplace',
          },
        ]}
      />
      <Loaded of={app}>
        {(found) => <Overview account={account} app={found} onChanged={() => void app.reload()} />}
      </Loaded>
    </>
  );
}

function Overview({
  account,
  app,
  onChanged,
}: {
  readonly account: string;
  readonly app: Listing;
  readonly onChanged: () => void;
}) {
  const [installing, setInstalling] = useState(false);
  const [error, setError] = useState<Error>();
  const { applicationId, name, publisher, visibility, adminInstall, individualInstall } = app;
  const uninstall = () =>
    admin(account, 'marketplace.individualUninstall', { applicationId }).then(onChanged, setError);
  return (
    <div class="settings">
      {error && <Problem error={error} />}
      <section class="panel">
        <div class="app-title">
          <span class="app-mark" aria-hidden="true">
            {name.slice(0, 1)}
          </span>
          <span>
            {publisher}
            <br />
            <span class="soft">
              {visibility === 'private' ? 'Internal app of your organization' : 'Public app'}
            </span>
          </span>
        </div>
        <div class="actions" style="margin-top:16px">
          {adminInstall ? (
            <a
              class="button filled"
              href={addressOf(account, 'admin', 'apps', 'marketplace', applicationId)}
            >
              Manage app
            </a>
          ) : (
            <a
              class="button filled"
              href={addressOf(
                account,
                'admin',
                'apps',
                'marketplace',
                'store',
                applicationId,
                'install',
              )}
            >
              Admin install
            </a>
          )}
          {individualInstall ? (
            <button type="button" class="button danger" onClick={() => void uninstall()}>
              Uninstall for yourself
            </button>
          ) : (
            <button type="button" class="button outlined" onClick={() => setInstalling(true)}>
              Individual install
            </button>
          )}
        </div>
        {adminInstall && <p class="soft">Installed for your organization.</p>}
        {individualInstall && <p class="soft">You have installed it for yourself.</p>}
      </section>
      <section class="panel" aria-labelledby="permissions">
        <h2 id="permissions">Permissions</h2>
        <p class="soft">{name} will need access to your Google account:</p>
        <ScopeList scopes={app.asksFor} />
      </section>
      {installing && (
        <IndividualInstall
          account={account}
          app={app}
          close={() => setInstalling(false)}
          installed={onChanged}
        />
      )}
    </div>
  );
}
