import { useState } from 'preact/hooks';
import { Field } from '../shell/field';
import { Dialog } from '../shell/dialog';
import { Loaded, useLoaded } from '../shell/loading';
import { addressOf, go } from '../shell/place';
import { Table } from '../shell/table';
import { PageHead } from '../shell/with-navigation';
import { admin } from '../shell/workspace-client';
import { cloudProject, type ServiceAccount } from './cloud-client';
import { Copyable } from './copyable';
import { projectTrail } from './project';

interface Props {
  readonly account: string;
  readonly projectId: string;
}

/** IAM › Service accounts of a project. */
export function ServiceAccountsPage({ account, projectId }: Props) {
  const project = useLoaded(() => cloudProject(account, projectId), [account, projectId]);
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageHead title="Service accounts" trail={projectTrail(account, projectId)}>
        <button type="button" class="button filled" onClick={() => setCreating(true)}>
          Create service account
        </button>
      </PageHead>
      <Loaded of={project}>
        {({ serviceAccounts }) => (
          <AccountTable account={account} projectId={projectId} accounts={serviceAccounts} />
        )}
      </Loaded>
      {creating && (
        <CreateServiceAccount {...{ account, projectId }} close={() => setCreating(false)} />
      )}
    </>
  );
}

/** The address of one service account. */
const accountAddress = ({ account, projectId }: Props, uniqueId: string): string =>
  addressOf(account, 'cloud', 'projects', projectId, 'service-accounts', uniqueId);

function AccountTable({
  accounts,
  ...of
}: Props & { readonly accounts: readonly ServiceAccount[] }) {
  return (
    <Table
      class="middle"
      rows={accounts}
      keyOf={({ uniqueId }) => uniqueId}
      empty={
        <div class="panel empty">
          <p>This project has no service accounts.</p>
          <p>An application that acts for people without asking each of them needs one.</p>
        </div>
      }
      columns={[
        {
          title: 'Email',
          cell: ({ email, uniqueId }) => (
            <a class="row-link" href={accountAddress(of, uniqueId)}>
              {email}
            </a>
          ),
        },
        {
          title: 'Status',
          cell: ({ disabled }) => (
            <span class={disabled ? 'chip bad' : 'chip good'}>
              {disabled ? 'Disabled' : 'Enabled'}
            </span>
          ),
        },
        { title: 'Name', cell: ({ displayName }) => displayName || '–' },
        {
          title: 'OAuth 2 Client ID',
          cell: ({ uniqueId }) => <Copyable text={uniqueId} what="Client ID" />,
        },
        { title: 'Keys', cell: ({ keys }) => keys.length },
      ]}
    />
  );
}

function CreateServiceAccount({ close, ...of }: Props & { readonly close: () => void }) {
  const [displayName, setDisplayName] = useState('');
  const [id, setId] = useState<string>();
  const name = id ?? suggestedId(displayName);
  const submit = async () => {
    const { uniqueId } = await admin<ServiceAccount>(of.account, 'cloud.createServiceAccount', {
      project: of.projectId,
      name,
      displayName,
    });
    go(accountAddress(of, uniqueId));
  };
  return (
    <Dialog title="Create service account" action="Create" close={close} submit={submit}>
      <Field
        label="Service account name"
        autocomplete="off"
        autofocus
        value={displayName}
        onInput={({ currentTarget }) => setDisplayName(currentTarget.value)}
      />
      <Field
        label="Service account ID"
        autocomplete="off"
        value={name}
        onInput={({ currentTarget }) => setId(currentTarget.value)}
        hint={`${name || '…'}@${of.projectId}.iam.gserviceaccount.com`}
      />
    </Dialog>
  );
}

/** An id derived from a name, as Google proposes it. */
const suggestedId = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 30);
