import { useState } from 'preact/hooks';
import { Field } from '../../shell/field';
import { Dialog } from '../../shell/dialog';
import { Problem } from '../../shell/loading';
import { admin } from '../../shell/workspace-client';
import { typeOf, type KnownApp } from './api-controls-client';

/** "Configure new app": finds an app by its name or client ID. */
export function ConfigureApp({
  account,
  close,
  onChosen,
}: {
  readonly account: string;
  readonly close: () => void;
  readonly onChosen: (clientId: string) => void;
}) {
  const [found, setFound] = useState<readonly KnownApp[]>();
  const [query, setQuery] = useState('');
  const [asked, setAsked] = useState('');
  const [error, setError] = useState<Error>();
  const search = async () => {
    setError(undefined);
    try {
      const { apps } = await admin<{ apps: readonly KnownApp[] }>(account, 'apiControls.findApps', {
        query,
      });
      setFound(apps);
      setAsked(query);
    } catch (refused) {
      setError(refused as Error);
    }
  };
  const submit = (form: FormData) => {
    const picked = form.get('app');
    if (!picked) throw new Error('Search for an app and choose it.');
    onChosen(String(picked));
  };
  const isFound = found !== undefined && asked === query;
  return (
    <Dialog title="Configure new app" action="Select" close={close} submit={submit}>
      <Field
        label="OAuth app name or client ID"
        value={query}
        onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          void search();
        }}
      />
      <button type="button" class="button outlined" onClick={() => void search()}>
        Search
      </button>
      {error && <Problem error={error} />}
      <div aria-live="polite" style="margin-top:16px">
        {isFound && found.length === 0 && <p class="soft">No app was found for {asked}.</p>}
        {isFound && found.length > 0 && (
          <fieldset class="group">
            <legend>Apps</legend>
            {found.map((app, at) => (
              <label class="choice" key={app.clientId}>
                <input type="radio" name="app" value={app.clientId} defaultChecked={at === 0} />
                <span>
                  {app.name} <span class="soft">· {typeOf(app)}</span>
                  <span class="hint">{app.clientId}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </Dialog>
  );
}
