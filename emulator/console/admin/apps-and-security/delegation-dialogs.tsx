import { Choice, Field } from '../../shell/field';
import { Dialog } from '../../shell/dialog';
import { toast } from '../../shell/toast';
import { admin } from '../../shell/workspace-client';
import type { DelegatedClient } from './delegated-clients';

interface DialogProps {
  readonly account: string;
  readonly close: () => void;
  readonly onChanged: () => void;
}

/** What the address of the page fills into an empty form. */
export interface FilledIn {
  readonly clientId: string;
  readonly scopes: string;
  readonly overwrites: boolean;
}

/** "Add a new client ID", or edit the scopes of an existing one. */
export function DelegationDialog({
  account,
  close,
  onChanged,
  client,
  filledIn,
}: DialogProps & { readonly client?: DelegatedClient; readonly filledIn?: FilledIn }) {
  const submit = async (form: FormData) => {
    await admin(account, client ? 'delegation.edit' : 'delegation.add', {
      clientId: client?.clientId ?? form.get('clientId'),
      scopes: form.get('scopes'),
      ...(form.has('overwrite') && { overwrite: true }),
    });
    toast('Authorized. It can take up to 24 hours to take effect everywhere.');
    onChanged();
  };
  return (
    <Dialog
      title={client ? 'Edit scopes' : 'Add a new client ID'}
      action="Authorize"
      close={close}
      submit={submit}
    >
      {client ? (
        <p>
          <strong>{client.name}</strong>
          <br />
          <span class="soft">{client.clientId}</span>
        </p>
      ) : (
        <>
          <Field
            label="Client ID"
            name="clientId"
            autocomplete="off"
            required
            autofocus
            defaultValue={filledIn?.clientId ?? ''}
          />
          <Choice
            label="Overwrite existing client ID"
            name="overwrite"
            value="yes"
            defaultChecked={filledIn?.overwrites ?? false}
          />
        </>
      )}
      <Field
        label="OAuth scopes (comma-delimited)"
        name="scopes"
        required
        rows={6}
        defaultValue={client?.scopes.join(',\n') ?? filledIn?.scopes ?? ''}
        hint="Enter each scope exactly as the application requests it: a broad scope does not include a narrower one."
      />
    </Dialog>
  );
}

/** Asks before a client is deleted. */
export function RemoveDelegation({
  account,
  close,
  onChanged,
  client,
}: DialogProps & { readonly client: DelegatedClient }) {
  const submit = async () => {
    await admin(account, 'delegation.remove', { clientId: client.clientId });
    toast(`${client.name} is no longer authorized.`);
    onChanged();
  };
  return (
    <Dialog title="Delete API client?" action="Delete" danger close={close} submit={submit}>
      <p>
        {client.name} ({client.clientId}) loses its access to the data of everyone in your
        organization.
      </p>
    </Dialog>
  );
}
