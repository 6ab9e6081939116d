import { useState } from 'preact/hooks';
import { Choice, Field } from '../../shell/field';
import { Dialog } from '../../shell/dialog';
import { Loaded, useLoaded } from '../../shell/loading';
import { toast } from '../../shell/toast';
import { admin } from '../../shell/workspace-client';
import {
  ACCESS,
  typeOf,
  type ApiControls,
  type AppAccess,
  type ConfiguredApp,
  type KnownApp,
} from './api-controls-client';
import { ScopeList } from './scope-list';

interface Props {
  readonly account: string;
  readonly clientId: string;
  readonly controls: ApiControls;
  readonly close: () => void;
  readonly onChanged: () => void;
}

type Found = KnownApp | ConfiguredApp;

/** "Change access" for one app: already on the page, or found by its client ID. */
export function ChangeAccess(props: Props) {
  const { account, clientId, controls } = props;
  const app = useLoaded(async (): Promise<Found> => {
    const listed = [...controls.configuredApps, ...controls.accessedApps];
    const known = listed.find((one) => one.clientId === clientId);
    if (known) return known;
    const { apps } = await admin<{ apps: readonly KnownApp[] }>(account, 'apiControls.findApps', {
      query: clientId,
    });
    const found = apps.find((one) => one.clientId === clientId);
    if (!found) throw new Error(`There is no app with the client ID ${clientId}.`);
    return found;
  }, [account, clientId]);
  const [access, setAccess] = useState<AppAccess | 'unconfigured'>();
  const submit = async (form: FormData) => {
    const chosen = form.get('access');
    if (!chosen) throw new Error('Choose a level of access.');
    await admin(account, 'apiControls.setApp', {
      clientId,
      access: chosen,
      ...(chosen === 'specific' && { scopes: scopesOf(form) }),
    });
    toast(`Access of ${app.value?.name ?? clientId} was changed.`);
    props.onChanged();
  };
  return (
    <Dialog title="Change access" action="Change" close={props.close} submit={submit}>
      <Loaded of={app}>
        {(found) => {
          const current = 'access' in found ? found.access : 'unconfigured';
          return (
            <AccessChoice
              app={found}
              access={access ?? current}
              current={current}
              set={setAccess}
            />
          );
        }}
      </Loaded>
    </Dialog>
  );
}

/** The scopes that were ticked or typed. */
const scopesOf = (form: FormData): string[] => [
  ...form.getAll('scope').map(String),
  ...String(form.get('more') ?? '')
    .split(/[,\s]+/)
    .filter(Boolean),
];

function AccessChoice({
  app,
  access,
  current,
  set,
}: {
  readonly app: Found;
  readonly access: AppAccess | 'unconfigured';
  readonly current: AppAccess | 'unconfigured';
  readonly set: (access: AppAccess | 'unconfigured') => void;
}) {
  return (
    <>
      <p>
        <strong>{app.name}</strong> <span class="soft">· {typeOf(app)}</span>
        <br />
        <code class="id-code">{app.clientId}</code>
      </p>
      <fieldset class="group">
        <legend>Access to Google data</legend>
        {(Object.keys(ACCESS) as AppAccess[]).map((one) => (
          <Choice
            key={one}
            type="radio"
            name="access"
            value={one}
            label={ACCESS[one].title}
            hint={ACCESS[one].hint}
            checked={access === one}
            onChange={() => set(one)}
          />
        ))}
        {current !== 'unconfigured' && (
          <Choice
            type="radio"
            name="access"
            value="unconfigured"
            label="Remove configuration"
            hint="The rule for unconfigured apps applies again."
            checked={access === 'unconfigured'}
            onChange={() => set('unconfigured')}
          />
        )}
      </fieldset>
      {access === 'specific' ? (
        <SpecificData app={app} />
      ) : (
        <>
          <h3>What it asks for</h3>
          <ScopeList scopes={app.asksFor} />
        </>
      )}
    </>
  );
}

function SpecificData({ app }: { readonly app: Found }) {
  const chosen = 'scopes' in app ? (app.scopes ?? []) : [];
  const offered = app.asksFor.map(({ scope }) => scope);
  return (
    <fieldset class="group">
      <legend>Data that the app can access</legend>
      {app.asksFor.map(({ scope, description }) => (
        <Choice
          key={scope}
          name="scope"
          value={scope}
          label={description}
          hint={scope}
          defaultChecked={chosen.includes(scope)}
        />
      ))}
      <Field
        label="Other OAuth scopes (comma-delimited)"
        name="more"
        defaultValue={chosen.filter((scope) => !offered.includes(scope)).join(', ')}
      />
    </fieldset>
  );
}
