import { useState } from 'preact/hooks';
import { Dialog } from '../../shell/dialog';
import { toast } from '../../shell/toast';
import { admin } from '../../shell/workspace-client';
import { DataAccessChip } from './installed-apps';
import type { AdminInstall, Listing } from './marketplace-client';
import { ScopeList } from './scope-list';

/** "Data access" of an installed app: what it may read from everybody it is on for, granted or revoked as a whole. */
export function DataAccess({
  account,
  app,
  install,
  onChanged,
}: {
  readonly account: string;
  readonly app: Listing;
  readonly install: AdminInstall;
  readonly onChanged: () => void;
}) {
  const [asking, setAsking] = useState<'grant' | 'revoke' | null>(null);
  const { dataAccess, grantedScopes } = install;
  const granted = app.asksFor.filter(({ scope }) => grantedScopes.includes(scope));
  const missing = app.asksFor.filter(({ scope }) => !grantedScopes.includes(scope));
  return (
    <section class="panel" aria-labelledby="data-access">
      <div class="setting-head">
        <h2 id="data-access">Data access</h2>
        {dataAccess !== 'granted' && (
          <button type="button" class="button filled" onClick={() => setAsking('grant')}>
            Grant access
          </button>
        )}
        {dataAccess !== 'revoked' && (
          <button type="button" class="button outlined danger" onClick={() => setAsking('revoke')}>
            Revoke
          </button>
        )}
      </div>
      <p>
        <DataAccessChip access={dataAccess} />
      </p>
      {missing.length > 0 && (
        <>
          <h3>Not granted</h3>
          <p class="soft">People are asked for these individually.</p>
          <ScopeList scopes={missing} />
        </>
      )}
      {granted.length > 0 && (
        <>
          <h3>Granted for everyone the app is turned on for</h3>
          <ScopeList scopes={granted} />
        </>
      )}
      {app.asksFor.length === 0 && <ScopeList scopes={[]} />}
      {asking && (
        <Change
          account={account}
          app={app}
          access={asking}
          close={() => setAsking(null)}
          onChanged={onChanged}
        />
      )}
    </section>
  );
}

function Change({
  account,
  app,
  access,
  close,
  onChanged,
}: {
  readonly account: string;
  readonly app: Listing;
  readonly access: 'grant' | 'revoke';
  readonly close: () => void;
  readonly onChanged: () => void;
}) {
  const submit = async () => {
    await admin(account, 'marketplace.setDataAccess', {
      applicationId: app.applicationId,
      access,
    });
    toast(access === 'grant' ? 'Data access was granted.' : 'Data access was revoked.');
    onChanged();
  };
  if (access === 'grant')
    return (
      <Dialog title="Grant data access" action="Grant access" close={close} submit={submit}>
        <p>{app.name} will be able to do this for everyone it is turned on for:</p>
        <ScopeList scopes={app.asksFor} />
      </Dialog>
    );
  return (
    <Dialog title="Revoke data access?" action="Revoke" danger close={close} submit={submit}>
      <p>
        {app.name} can no longer read your organization's data on your authority. It stays
        installed, and people are asked for access individually.
      </p>
    </Dialog>
  );
}
