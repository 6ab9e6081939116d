import { useState } from 'preact/hooks';
import { Loaded, Problem, useLoaded } from '../../shell/loading';
import { toast } from '../../shell/toast';
import { PageHead } from '../../shell/with-navigation';
import { admin } from '../../shell/workspace-client';
import { apiControls, apiControlsTrail, SERVICES } from './api-controls-client';

/** "Manage Google services": restricted ones are open to trusted apps only. */
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
        configured lose what they had.
      </p>
      {error && <Problem error={error} />}
      <Loaded of={controls}>
        {({ restrictedServices }) => (
          <div class="table-frame narrow">
            <table class="list middle">
              <thead>
                <tr>
                  <th scope="col">Service</th>
                  <th scope="col">Access</th>
                  <th scope="col">
                    <span class="visually-hidden">Change</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {Object.entries(SERVICES)
                  .sort(([, a], [, b]) => a.localeCompare(b, 'en'))
                  .map(([service, title]) => {
                    const restricted = restrictedServices.includes(service);
                    return (
                      <tr key={service}>
                        <td>{title}</td>
                        <td>
                          <span class={restricted ? 'chip warn' : 'chip'}>
                            {restricted ? 'Restricted' : 'Unrestricted'}
                          </span>
                        </td>
                        <td>
                          <button
                            type="button"
                            class="button"
                            aria-label={`${restricted ? 'Unrestrict' : 'Restrict'} ${title}`}
                            onClick={() => void change(service, !restricted)}
                          >
                            {restricted ? 'Unrestrict' : 'Restrict'}
                          </button>
                        </td>
                      </tr>
                    );
                  })}
              </tbody>
            </table>
          </div>
        )}
      </Loaded>
    </>
  );
}
