import { Choice } from '../shell/field';
import { Dialog } from '../shell/dialog';
import { admin } from '../shell/workspace-client';
import type { ConsentRequest } from './panel-client';

/**
 * Google's consent screen: who asks for what. Where a person may choose, no box is ticked at first; or the page says
 * that the organization's policy blocks the app.
 */
export function ConsentDialog({
  account,
  clientId,
  request,
  close,
  onAnswered,
}: {
  readonly account: string;
  readonly clientId: string;
  readonly request: ConsentRequest;
  readonly close: () => void;
  readonly onAnswered: () => void;
}) {
  const { appName, publisher, scopes, granular, blocked } = request;
  const asked = scopes.map(({ scope }) => scope);
  if (blocked)
    return (
      <Dialog
        title={blocked.title}
        action="Request access"
        close={close}
        submit={() => admin(account, 'consent.askAdministrator', { clientId, scopes: asked })}
      >
        <p>{blocked.message}</p>
        <p class="soft">{blocked.error}</p>
      </Dialog>
    );
  const submit = async (form: FormData) => {
    const ticked = form.getAll('scope').map(String);
    const untickable = scopes.filter(({ tickable }) => !tickable).map(({ scope }) => scope);
    await admin(account, 'consent.grant', {
      clientId,
      scopes: asked,
      ticked: [...untickable, ...ticked],
    });
    onAnswered();
  };
  return (
    <Dialog
      title={`${appName} wants access to your Google Account`}
      action={granular ? 'Continue' : 'Allow'}
      close={close}
      submit={submit}
    >
      <p>
        {account}
        <br />
        <span class="soft">Published by {publisher}</span>
      </p>
      <p>{granular ? `Select what ${appName} can access` : `This will allow ${appName} to:`}</p>
      {granular && <SelectAll />}
      {scopes.map(({ scope, description, alreadyGranted, tickable }) =>
        tickable ? (
          <Choice
            key={scope}
            name="scope"
            value={scope}
            label={description}
            hint={scope}
            defaultChecked={alreadyGranted}
          />
        ) : (
          <p key={scope}>
            {description}
            <br />
            <span class="soft">{scope}</span>
          </p>
        ),
      )}
    </Dialog>
  );
}

const SelectAll = () => (
  <Choice
    label="Select all"
    onChange={({ currentTarget }) => {
      const boxes = currentTarget.form!.querySelectorAll<HTMLInputElement>('input[name=scope]');
      for (const box of boxes) box.checked = currentTarget.checked;
    }}
  />
);
