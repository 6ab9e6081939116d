import { useState } from 'preact/hooks';
import { Dialog } from '../shell/dialog';
import { Loaded, Problem, useLoaded } from '../shell/loading';
import { addressOf, go } from '../shell/place';
import { toast } from '../shell/toast';
import { PageHead } from '../shell/with-navigation';
import { admin } from '../shell/workspace-client';
import { cloudProject, type ServiceAccount } from './cloud-client';
import { Copyable } from './copyable';
import { Keys } from './keys';
import { projectTrail } from './project';
import { TokenCreators } from './token-creators';

/** One service account: its identifiers, its keys, who may sign for it, and how to delete it. */
export function ServiceAccountPage({
  account,
  projectId,
  uniqueId,
}: {
  readonly account: string;
  readonly projectId: string;
  readonly uniqueId: string;
}) {
  const list = addressOf(account, 'cloud', 'projects', projectId, 'service-accounts');
  const found = useLoaded(async () => {
    const project = await cloudProject(account, projectId);
    const service = project.serviceAccounts.find((one) => one.uniqueId === uniqueId);
    if (!service) throw new Error('This service account does not exist.');
    return service;
  }, [account, projectId, uniqueId]);
  const onChanged = () => void found.reload();
  return (
    <>
      <PageHead
        title={found.value?.displayName || found.value?.email || 'Service account'}
        trail={[...projectTrail(account, projectId), { href: list, title: 'Service accounts' }]}
      />
      <Loaded of={found}>
        {(service) => (
          <div class="cloud-settings">
            <Details {...{ account, service, onChanged, list }} />
            <Keys {...{ account, service, onChanged }} />
            <TokenCreators {...{ account, service, onChanged }} />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Details({
  account,
  service,
  onChanged,
  list,
}: {
  readonly account: string;
  readonly service: ServiceAccount;
  readonly onChanged: () => void;
  readonly list: string;
}) {
  const [deleting, setDeleting] = useState(false);
  const [error, setError] = useState<Error>();
  const { email, uniqueId, displayName, disabled } = service;
  const turn = () => {
    setError(undefined);
    admin(account, 'cloud.setServiceAccountDisabled', {
      serviceAccount: uniqueId,
      disabled: !disabled,
    }).then(onChanged, setError);
  };
  const remove = async () => {
    await admin(account, 'cloud.deleteServiceAccount', { serviceAccount: uniqueId });
    toast(`${email} was deleted.`);
    go(list, { replace: true });
  };
  return (
    <section class="panel" aria-labelledby="details">
      <div class="cloud-head">
        <h2 id="details">Details</h2>
        <button type="button" class="button outlined" onClick={turn}>
          {disabled ? 'Enable' : 'Disable'} service account
        </button>
        <button type="button" class="button danger" onClick={() => setDeleting(true)}>
          Delete service account
        </button>
      </div>
      {error && <Problem error={error} />}
      <dl class="cloud-facts">
        <dt>Name</dt>
        <dd>{displayName || '–'}</dd>
        <dt>Email</dt>
        <dd>
          <Copyable text={email} what="Email" />
        </dd>
        <dt>Unique ID (OAuth 2 Client ID)</dt>
        <dd>
          <Copyable text={uniqueId} what="Client ID" />
        </dd>
        <dt>Status</dt>
        <dd>
          <span class={disabled ? 'chip bad' : 'chip good'}>
            {disabled ? 'Disabled' : 'Enabled'}
          </span>
        </dd>
      </dl>
      <p class="soft">
        For domain-wide delegation an administrator enters the client ID in the{' '}
        <a href={addressOf(account, 'admin', 'security', 'domain-wide-delegation')}>
          Admin console
        </a>
        .
      </p>
      {deleting && (
        <Dialog
          title="Delete service account?"
          action="Delete"
          danger
          close={() => setDeleting(false)}
          submit={remove}
        >
          <p>{email} and its keys stop working at once. This cannot be undone here.</p>
        </Dialog>
      )}
    </section>
  );
}
