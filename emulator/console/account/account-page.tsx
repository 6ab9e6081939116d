import { useState } from 'preact/hooks';
import { ScopeList, type DescribedScope } from '../admin/apps-and-security/scope-list';
import '../admin/apps-and-security/apps-and-security.css';
import { Dialog } from '../shell/dialog';
import { Loaded, useLoaded } from '../shell/loading';
import { toast } from '../shell/toast';
import { PageHead } from '../shell/with-navigation';
import { admin } from '../shell/workspace-client';

interface ConnectedApp {
  readonly clientId: string;
  readonly name: string;
  readonly scopes: readonly DescribedScope[];
  readonly since: string;
}

/** A person's own page: what they allowed each app, and the way to revoke it. */
export function AccountPage({ account }: { readonly account: string }) {
  const apps = useLoaded(
    () => admin<{ apps: readonly ConnectedApp[] }>(account, 'consent.list'),
    [account],
  );
  const [removing, setRemoving] = useState<ConnectedApp | null>(null);
  return (
    <main class="page">
      <div class="settings" style="margin:0 auto">
        <PageHead title="Third-party apps with account access" />
        <p class="soft" style="margin:0">
          You gave these apps access to data in your Google Account {account}. Remove what you no
          longer trust or use. Apps your administrator installed are not listed here.
        </p>
        <Loaded of={apps}>
          {({ apps: found }) =>
            found.length === 0 ? (
              <p class="panel empty">No app has access to your account.</p>
            ) : (
              found.map((app) => (
                <section class="panel" key={app.clientId} aria-label={app.name}>
                  <div class="setting-head">
                    <div class="app-title">
                      <span class="app-mark" aria-hidden="true">
                        {app.name.slice(0, 1)}
                      </span>
                      <span>
                        <h2>{app.name}</h2>
                        <span class="soft">
                          Access given on{' '}
                          {new Date(app.since).toLocaleDateString('en-GB', { dateStyle: 'medium' })}
                        </span>
                      </span>
                    </div>
                    <div class="grow" />
                    <button
                      type="button"
                      class="button outlined danger"
                      aria-label={`Remove access for ${app.name}`}
                      onClick={() => setRemoving(app)}
                    >
                      Remove access
                    </button>
                  </div>
                  <h3 style="margin-top:16px">It can</h3>
                  <ScopeList scopes={app.scopes} />
                </section>
              ))
            )
          }
        </Loaded>
      </div>
      {removing && (
        <RemoveAccess
          account={account}
          app={removing}
          close={() => setRemoving(null)}
          removed={() => void apps.reload()}
        />
      )}
    </main>
  );
}

function RemoveAccess({
  account,
  app,
  close,
  removed,
}: {
  readonly account: string;
  readonly app: ConnectedApp;
  readonly close: () => void;
  readonly removed: () => void;
}) {
  const submit = async () => {
    await admin(account, 'consent.revoke', { clientId: app.clientId });
    toast(`${app.name} no longer has access.`);
    removed();
  };
  return (
    <Dialog title="Remove access?" action="Remove access" danger close={close} submit={submit}>
      <p>
        {app.name} will no longer be able to use your Google Account. It keeps what it has already
        stored, and can ask you for access again.
      </p>
    </Dialog>
  );
}
