import { useState } from 'preact/hooks';
import { Dialog } from '../shell/dialog';
import { Loaded, useLoaded } from '../shell/loading';
import { toast } from '../shell/toast';
import { PageHead } from '../shell/with-navigation';
import { admin } from '../shell/workspace-client';
import { cloudProjects } from './cloud-client';

/** The policies of the whole organization: the one that concerns key files. */
export function OrganizationPolicies({ account }: { readonly account: string }) {
  const loaded = useLoaded(() => cloudProjects(account), [account]);
  return (
    <>
      <PageHead title="Organization policies" />
      <Loaded of={loaded}>
        {({ organization }) =>
          organization ? (
            <div class="cloud-settings">
              <p class="soft" style="margin:0">
                For the organization {organization.domain} and every project in it. A project can
                override them: see its overview.
              </p>
              <KeyPolicy
                account={account}
                disabled={organization.keyCreationDisabled}
                onChanged={() => void loaded.reload()}
              />
            </div>
          ) : (
            <p class="panel empty">This account does not belong to an organization.</p>
          )
        }
      </Loaded>
    </>
  );
}

/** The policy `iam.disableServiceAccountKeyCreation` of a project, or of the whole organization without one. */
export function KeyPolicy({
  account,
  project,
  disabled,
  onChanged,
}: {
  readonly account: string;
  readonly project?: string;
  readonly disabled: boolean;
  readonly onChanged: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const submit = async () => {
    await admin(account, 'cloud.setKeyPolicy', {
      disabled: !disabled,
      ...(project !== undefined && { project }),
    });
    toast('The policy was changed.');
    onChanged();
  };
  return (
    <section class="panel" aria-labelledby="key-policy">
      <div class="cloud-head">
        <h2 id="key-policy">Disable service account key creation</h2>
        <span class={disabled ? 'chip warn' : 'chip'}>
          {disabled ? 'Enforced' : 'Not enforced'}
        </span>
        <button type="button" class="button outlined" onClick={() => setAsking(true)}>
          {disabled ? 'Turn off' : 'Enforce'}
        </button>
      </div>
      <code>iam.disableServiceAccountKeyCreation</code>
      <p class="soft">
        While it is enforced, nobody can add a key to a service account. Organizations created after
        May 2024 have it enforced from the start.
      </p>
      {asking && (
        <Dialog
          title={disabled ? 'Turn off this policy?' : 'Enforce this policy?'}
          action={disabled ? 'Turn off' : 'Enforce'}
          close={() => setAsking(false)}
          submit={submit}
        >
          <p>
            {disabled
              ? 'Service account keys can be created again.'
              : 'No new service account keys can be created. Existing keys continue to work.'}
          </p>
        </Dialog>
      )}
    </section>
  );
}
