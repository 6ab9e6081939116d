import { useState } from 'preact/hooks';
import { Loaded, Problem, useLoaded } from '../../shell/loading';
import { Table } from '../../shell/table';
import { toast } from '../../shell/toast';
import { PageHead } from '../../shell/with-navigation';
import { admin } from '../../shell/workspace-client';
import { apiControls, apiControlsTrail, SERVICES } from './api-controls-client';

/** "Manage Google services": restricted ones are accessible to trusted apps only. */
export function GoogleServicesPage({ account }: { readonly account: string }) {
  const controls = useLoaded(() => apiControls(account), [account]);
  const [error, setError] = useState<Error>();
  const change = async (service: string, restricted: boolean) => {
    setError(undefined);
    try {
      await admin(account, 'apiControls.setService', { service, restricted });
      toast(`${SERVICES[service]} is ${restricted ? 'restricted' : 'unrestricted'}.`);
      await controls.reload();
    } catch (refused) {
      setError(refused as Error);
    }
  };
  return (
    <>
      <PageHead title="Google services" trail={apiControlsTrail(account)} />
      <p class="soft narrow">
        Only trusted apps can access the data of a restricted service. Apps that are limited or not
        configured lose their access to it.
      </p>
      {error && <Problem error={error} />}
      <Loaded of={controls}>
        {({ restrictedServices }) => (
          <div class="narrow">
            <ServiceTable restrictedServices={restrictedServices} change={change} />
          </div>
        )}
      </Loaded>
    </>
  );
}

const SERVICE_ROWS = Object.entries(SERVICES)
  .map(([service, title]) => ({ service, title }))
  .sort((a, b) => a.title.localeCompare(b.title, 'en'));

function ServiceTable({
  restrictedServices,
  change,
}: {
  readonly restrictedServices: readonly string[];
  readonly change: (service: string, restricted: boolean) => Promise<void>;
}) {
  return (
    <Table
      class="middle"
      rows={SERVICE_ROWS.map((row) => ({
        ...row,
        restricted: restrictedServices.includes(row.service),
      }))}
      keyOf={({ service }) => service}
      columns={[
        { title: 'Service', cell: ({ title }) => title },
        {
          title: 'Access',
          cell: ({ restricted }) => (
            <span class={restricted ? 'chip warn' : 'chip'}>
              {restricted ? 'Restricted' : 'Unrestricted'}
            </span>
          ),
        },
        {
          title: 'Change',
          titleHidden: true,
          cell: ({ service, title, restricted }) => (
            <button
              type="button"
              class="button"
              aria-label={`${restricted ? 'Unrestrict' : 'Restrict'} ${title}`}
              onClick={() => void change(service, !restricted)}
            >
              {restricted ? 'Unrestrict' : 'Restrict'}
            </button>
          ),
        },
      ]}
    />
  );
}
