import { useState } from 'preact/hooks';
import { Dialog } from '../shell/dialog';
import { Loaded, Problem, useLoaded } from '../shell/loading';
import { Table } from '../shell/table';
import { toast } from '../shell/toast';
import { PageHead } from '../shell/with-navigation';
import { admin } from '../shell/workspace-client';
import { APIS, cloudProject, type Project } from './cloud-client';
import { projectTrail } from './project';

/** APIs & services: which APIs the applications of a project may call. */
export function ApisPage({
  account,
  projectId,
}: {
  readonly account: string;
  readonly projectId: string;
}) {
  const project = useLoaded(() => cloudProject(account, projectId), [account, projectId]);
  const [disabling, setDisabling] = useState<readonly [service: string, title: string]>();
  const [error, setError] = useState<Error>();
  const change = async (action: string, api: string, said: string) => {
    await admin(account, action, { project: projectId, api });
    toast(said);
    await project.reload();
  };
  const enable = (service: string, title: string) => {
    setError(undefined);
    change('cloud.enableApi', service, `${title} was enabled.`).catch(setError);
  };
  return (
    <>
      <PageHead title="APIs & services" trail={projectTrail(account, projectId)} />
      {error && <Problem error={error} />}
      <Loaded of={project}>
        {(found) => (
          <ApiTable
            project={found}
            enable={enable}
            disable={(service, title) => setDisabling([service, title])}
          />
        )}
      </Loaded>
      {disabling && (
        <Dialog
          title={`Disable ${disabling[1]}?`}
          action="Disable"
          danger
          close={() => setDisabling(undefined)}
          submit={() => change('cloud.disableApi', disabling[0], `${disabling[1]} was disabled.`)}
        >
          <p>From now on, calls to it from applications of this project are refused.</p>
        </Dialog>
      )}
    </>
  );
}

function ApiTable({
  project,
  enable,
  disable,
}: {
  readonly project: Project;
  readonly enable: (service: string, title: string) => void;
  readonly disable: (service: string, title: string) => void;
}) {
  const known = APIS.map(([service]) => service);
  const others = project.enabledApis.filter((service) => !known.includes(service));
  const all = [...APIS, ...others.map((service) => [service, service, ''] as const)];
  return (
    <Table
      class="middle"
      rows={all.map(([service, title, does]) => ({
        ...{ service, title, does },
        enabled: project.enabledApis.includes(service),
      }))}
      keyOf={({ service }) => service}
      columns={[
        {
          title: 'API',
          cell: ({ title, does }) => (
            <>
              {title}
              {does && (
                <>
                  <br />
                  <span class="soft">{does}</span>
                </>
              )}
            </>
          ),
        },
        { title: 'Service name', cell: ({ service }) => service },
        {
          title: 'Status',
          cell: ({ enabled }) => (
            <span class={enabled ? 'chip good' : 'chip'}>{enabled ? 'Enabled' : 'Disabled'}</span>
          ),
        },
        {
          title: 'Change',
          titleHidden: true,
          cell: ({ service, title, enabled }) => (
            <button
              type="button"
              class={`button${enabled ? ' danger' : ''}`}
              aria-label={`${enabled ? 'Disable' : 'Enable'} ${title}`}
              onClick={() => (enabled ? disable : enable)(service, title)}
            >
              {enabled ? 'Disable' : 'Enable'}
            </button>
          ),
        },
      ]}
    />
  );
}
