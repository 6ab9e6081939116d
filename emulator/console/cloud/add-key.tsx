import { Choice } from '../shell/field';
import { Dialog } from '../shell/dialog';
import { download } from '../shell/download';
import { admin } from '../shell/workspace-client';
import type { ServiceAccount } from './cloud-client';

/** A new key's file; it is handed out only once. */
export type CreatedKey =
  | { readonly keyId: string; readonly fileName: string; readonly json: object }
  | {
      readonly keyId: string;
      readonly fileName: string;
      /** Base64. */
      readonly p12: string;
      readonly password: string;
    };

interface Props {
  readonly account: string;
  readonly service: ServiceAccount;
  readonly close: () => void;
  readonly onCreated: (key: CreatedKey) => void;
}

/** "Add key": makes it and downloads its file. */
export function AddKey({ account, service, close, onCreated }: Props) {
  const submit = async (form: FormData) => {
    const key = await admin<CreatedKey>(account, 'cloud.createKey', {
      serviceAccount: service.uniqueId,
      type: form.get('type'),
    });
    save(key);
    onCreated(key);
  };
  return (
    <Dialog
      title={`Create private key for ${service.displayName || service.email}`}
      action="Create"
      close={close}
      submit={submit}
    >
      <p>
        The downloaded file contains the private key. Keep it safe: it cannot be downloaded again.
      </p>
      <fieldset class="group" style="border:0;padding:0;margin:0">
        <legend>Key type</legend>
        <Choice
          type="radio"
          name="type"
          value="json"
          label="JSON"
          hint="Recommended"
          defaultChecked
        />
        <Choice
          type="radio"
          name="type"
          value="p12"
          label="P12"
          hint="For applications that ask for a P12 file and its password"
        />
      </fieldset>
    </Dialog>
  );
}

function save(key: CreatedKey): void {
  if ('json' in key)
    download(key.fileName, `${JSON.stringify(key.json, null, 2)}\n`, 'application/json');
  else
    download(
      key.fileName,
      Uint8Array.from(atob(key.p12), (byte) => byte.charCodeAt(0)),
      'application/x-pkcs12',
    );
}

/** What was downloaded, and the password of a P12: shown only once. */
export function KeySaved({ created, close }: { created: CreatedKey; close: () => void }) {
  return (
    <Dialog
      title="Private key saved to your computer"
      action="Close"
      cancel={null}
      close={close}
      submit={() => {}}
    >
      <p>{created.fileName} allows access to your cloud resources, so store it securely.</p>
      {'password' in created && (
        <>
          <p>The private key's password. Write it down: it is not shown again.</p>
          <p class="secret">{created.password}</p>
        </>
      )}
    </Dialog>
  );
}
