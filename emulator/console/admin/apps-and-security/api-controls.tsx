import { useState } from 'preact/hooks';
import { Choice } from '../../shell/field';
import { Loaded, Problem, useLoaded } from '../../shell/loading';
import { addressOf } from '../../shell/place';
import { toast } from '../../shell/toast';
import { PageHead } from '../../shell/with-navigation';
import { admin } from '../../shell/workspace-client';
import { apiControls, SERVICES, UNCONFIGURED, type ApiControls } from './api-controls-client';

/** Security > Access and data control > API controls. */
export function ApiControlsPage({ account }: { readonly account: string }) {
  const controls = useLoaded(() => apiControls(account), [account]);
  return (
    <>
      <PageHead title="API controls" />
      <Loaded of={controls}>
        {(found) => (
          <div class="settings">
            <AppAccessControl account={account} controls={found} />
            <Settings
              key={`${found.unconfiguredApps} ${found.trustInternalApps}`}
              account={account}
              controls={found}
              onChanged={() => void controls.reload()}
            />
            <Delegation account={account} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function AppAccessControl({ account, controls }: { account: string; controls: ApiControls }) {
  const { restrictedServices, configuredApps, accessedApps } = controls;
  const known = Object.keys(SERVICES).length;
  return (
    <section class="panel" aria-labelledby="app-access-control">
      <h2 id="app-access-control">App access control</h2>
      <dl class="facts">
        <dt>Google services</dt>
        <dd>
          {restrictedServices.length} restricted, {known - restrictedServices.length} unrestricted
        </dd>
        <dt>Configured apps</dt>
        <dd>{configuredApps.length}</dd>
        <dt>Accessed apps</dt>
        <dd>{accessedApps.length}</dd>
      </dl>
      <div class="actions" style="margin-top:16px">
        <a
          class="button outlined"
          href={addressOf(account, 'admin', 'security', 'api-controls', 'services')}
        >
          Manage Google services
        </a>
        <a
          class="button outlined"
          href={addressOf(account, 'admin', 'security', 'api-controls', 'apps')}
        >
          Manage app access
        </a>
      </div>
    </section>
  );
}

const CHOICES = ['allow', 'sign-in-only', 'block'] as const;

/** "Settings": the rules for unconfigured apps and for the organization's own. Saved together. */
function Settings({
  account,
  controls,
  onChanged,
}: {
  readonly account: string;
  readonly controls: ApiControls;
  readonly onChanged: () => void;
}) {
  const [unconfigured, setUnconfigured] = useState(controls.unconfiguredApps);
  const [trusted, setTrusted] = useState(controls.trustInternalApps);
  const [error, setError] = useState<Error>();
  const isChanged =
    unconfigured !== controls.unconfiguredApps || trusted !== controls.trustInternalApps;
  const save = async () => {
    if (unconfigured !== controls.unconfiguredApps)
      await admin(account, 'apiControls.setUnconfiguredApps', { access: unconfigured });
    if (trusted !== controls.trustInternalApps)
      await admin(account, 'apiControls.trustInternal', { trusted });
    toast('API controls saved.');
    onChanged();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    setError(undefined);
    save().catch(setError);
  };
  return (
    <form class="panel" onSubmit={submit} aria-labelledby="settings">
      <h2 id="settings">Settings</h2>
      <fieldset class="group">
        <legend>Unconfigured third-party apps</legend>
        {CHOICES.map((choice) => (
          <Choice
            key={choice}
            type="radio"
            name="unconfigured"
            label={UNCONFIGURED[choice].title}
            hint={UNCONFIGURED[choice].hint}
            checked={unconfigured === choice}
            onChange={() => setUnconfigured(choice)}
          />
        ))}
      </fieldset>
      <fieldset class="group">
        <legend>Internal apps</legend>
        <Choice
          label="Trust internal apps"
          hint="Apps made by your own organization may access restricted Google services."
          checked={trusted}
          onChange={({ currentTarget }) => setTrusted(currentTarget.checked)}
        />
      </fieldset>
      <p class="soft">
        Apps lose any access that they are no longer allowed, and users must consent again. At
        Google this can take up to 24 hours; here it takes effect at once.
      </p>
      {error && <Problem error={error} />}
      <div class="actions end">
        <button
          type="button"
          class="button"
          disabled={!isChanged}
          onClick={() => {
            setUnconfigured(controls.unconfiguredApps);
            setTrusted(controls.trustInternalApps);
          }}
        >
          Cancel
        </button>
        <button type="submit" class="button filled" disabled={!isChanged}>
          Save
        </button>
      </div>
    </form>
  );
}

const Delegation = ({ account }: { readonly account: string }) => (
  <section class="panel" aria-labelledby="delegation">
    <h2 id="delegation">Domain-wide delegation</h2>
    <p>
      Developers can register their clients to act for everyone in your organization without asking
      each person.
    </p>
    <a
      class="button outlined"
      href={addressOf(account, 'admin', 'security', 'domain-wide-delegation')}
    >
      Manage Domain Wide Delegation
    </a>
  </section>
);
