import { useState } from 'preact/hooks';
import { Dialog } from '../shell/dialog';
import { Problem } from '../shell/loading';
import { Table } from '../shell/table';
import { toast } from '../shell/toast';
import { admin } from '../shell/workspace-client';
import { AddKey, KeySaved, type CreatedKey } from './add-key';
import type { Key, ServiceAccount } from './cloud-client';

interface Props {
  readonly account: string;
  readonly service: ServiceAccount;
  readonly onChanged: () => void;
}

/** The keys of a service account. A private key appears only once: in the file that is downloaded. */
export function Keys({ account, service, onChanged }: Props) {
  const [adding, setAdding] = useState(false);
  const [created, setCreated] = useState<CreatedKey>();
  const [deleting, setDeleting] = useState<Key>();
  const [error, setError] = useState<Error>();
  const turn = ({ keyId, disabled }: Key) => {
    setError(undefined);
    admin(account, 'cloud.setKeyDisabled', {
      serviceAccount: service.uniqueId,
      keyId,
      disabled: !disabled,
    }).then(onChanged, setError);
  };
  const remove = async () => {
    await admin(account, 'cloud.deleteKey', {
      serviceAccount: service.uniqueId,
      keyId: deleting!.keyId,
    });
    toast('The key was deleted.');
    onChanged();
  };
  return (
    <section class="panel" aria-labelledby="keys">
      <div class="cloud-head">
        <h2 id="keys">Keys</h2>
        <button type="button" class="button filled" onClick={() => setAdding(true)}>
          Add key
        </button>
      </div>
      {error && <Problem error={error} />}
      <KeyTable keys={service.keys} turn={turn} remove={setDeleting} />
      {adding && (
        <AddKey
          {...{ account, service }}
          close={() => setAdding(false)}
          onCreated={(key) => {
            setCreated(key);
            onChanged();
          }}
        />
      )}
      {created && <KeySaved created={created} close={() => setCreated(undefined)} />}
      {deleting && (
        <Dialog
          title="Delete key?"
          action="Delete"
          danger
          close={() => setDeleting(undefined)}
          submit={remove}
        >
          <p>Applications that sign with key {deleting.keyId} are refused from now on.</p>
        </Dialog>
      )}
    </section>
  );
}

function KeyTable({
  keys,
  turn,
  remove,
}: {
  readonly keys: readonly Key[];
  readonly turn: (key: Key) => void;
  readonly remove: (key: Key) => void;
}) {
  return (
    <Table
      class="middle"
      rows={keys}
      keyOf={({ keyId }) => keyId}
      empty={<p class="soft">This service account has no keys.</p>}
      columns={[
        { title: 'Key ID', cell: ({ keyId }) => <code>{keyId}</code> },
        {
          title: 'Status',
          cell: ({ disabled }) => (
            <span class={disabled ? 'chip bad' : 'chip good'}>
              {disabled ? 'Disabled' : 'Active'}
            </span>
          ),
        },
        {
          title: 'Created',
          cell: ({ createdAt }) =>
            new Date(createdAt).toLocaleDateString('en-GB', { dateStyle: 'medium' }),
        },
        {
          title: 'Actions',
          titleHidden: true,
          cell: (key) => (
            <div style="display:flex">
              <button
                type="button"
                class="button"
                aria-label={`${key.disabled ? 'Enable' : 'Disable'} key ${key.keyId}`}
                onClick={() => turn(key)}
              >
                {key.disabled ? 'Enable' : 'Disable'}
              </button>
              <button
                type="button"
                class="button danger"
                aria-label={`Delete key ${key.keyId}`}
                onClick={() => remove(key)}
              >
                Delete
              </button>
            </div>
          ),
        },
      ]}
    />
  );
}
