import { useState } from 'preact/hooks';
import { Field } from '../shell/field';
import { Dialog } from '../shell/dialog';
import { Problem } from '../shell/loading';
import { toast } from '../shell/toast';
import { admin } from '../shell/workspace-client';
import type { ServiceAccount } from './cloud-client';

/** "Principals with access": who holds Service Account Token Creator, and so may sign for it without a key. */
export function TokenCreators({
  account,
  service,
  onChanged,
}: {
  readonly account: string;
  readonly service: ServiceAccount;
  readonly onChanged: () => void;
}) {
  const [granting, setGranting] = useState(false);
  const [error, setError] = useState<Error>();
  const set = async (member: string, granted: boolean) => {
    await admin(account, 'cloud.grantTokenCreator', {
      serviceAccount: service.uniqueId,
      member,
      granted,
    });
    toast(granted ? `${member} can now sign for it.` : `${member} can no longer sign for it.`);
    onChanged();
  };
  return (
    <section class="panel" aria-labelledby="principals">
      <div class="cloud-head">
        <h2 id="principals">Principals with access</h2>
        <button type="button" class="button outlined" onClick={() => setGranting(true)}>
          Grant access
        </button>
      </div>
      <p class="soft">
        Service Account Token Creator lets a person or service account sign for this one without a
        key.
      </p>
      {error && <Problem error={error} />}
      {service.tokenCreators.length === 0 && <p class="soft">No one has this role.</p>}
      {service.tokenCreators.map((member) => (
        <div class="toolbar" key={member} style="margin:0">
          <span class="grow" style="overflow-wrap:anywhere">
            {member}
          </span>
          <span class="chip">Service Account Token Creator</span>
          <button
            type="button"
            class="button danger"
            aria-label={`Remove access for ${member}`}
            onClick={() => {
              setError(undefined);
              set(member, false).catch(setError);
            }}
          >
            Remove access
          </button>
        </div>
      ))}
      {granting && (
        <Dialog
          title="Grant access"
          close={() => setGranting(false)}
          submit={(form) => set(String(form.get('member')), true)}
        >
          <Field
            label="New principal"
            name="member"
            type="email"
            required
            autofocus
            hint="The address of a person or a service account."
          />
          <p>
            Role: <strong>Service Account Token Creator</strong>
          </p>
        </Dialog>
      )}
    </section>
  );
}
