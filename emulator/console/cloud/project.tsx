import { Loaded, useLoaded } from '../shell/loading';
import { addressOf } from '../shell/place';
import { PageHead } from '../shell/with-navigation';
import { cloudProject, type Project } from './cloud-client';
import { Copyable } from './copyable';
import { KeyPolicy } from './organization-policies';

interface Props {
  readonly account: string;
  readonly projectId: string;
}

/** The way back from a project's pages. */
export const projectTrail = (account: string, projectId: string) => [
  { href: addressOf(account, 'cloud'), title: 'Projects' },
  { href: addressOf(account, 'cloud', 'projects', projectId), title: projectId },
];

/** A project at a glance. */
export function ProjectPage({ account, projectId }: Props) {
  const project = useLoaded(() => cloudProject(account, projectId), [account, projectId]);
  return (
    <>
      <PageHead
        title={project.value?.name ?? projectId}
        trail={projectTrail(account, projectId).slice(0, 1)}
      />
      <Loaded of={project}>
        {(found) => (
          <div class="cloud-settings">
            <Facts account={account} project={found} />
            <KeyPolicy
              account={account}
              project={projectId}
              disabled={found.keyCreationDisabled}
              onChanged={() => void project.reload()}
            />
          </div>
        )}
      </Loaded>
    </>
  );
}

function Facts({ account, project }: { account: string; project: Project }) {
  const { name, projectId, projectNumber, enabledApis, serviceAccounts } = project;
  const page = (title: string) => addressOf(account, 'cloud', 'projects', projectId, title);
  return (
    <section class="panel" aria-labelledby="project">
      <h2 id="project">Project</h2>
      <dl class="cloud-facts">
        <dt>Project name</dt>
        <dd>{name}</dd>
        <dt>Project ID</dt>
        <dd>
          <Copyable text={projectId} what="Project ID" />
        </dd>
        <dt>Project number</dt>
        <dd>
          <Copyable text={projectNumber} what="Project number" />
        </dd>
        <dt>APIs &amp; services</dt>
        <dd>
          <a href={page('apis')}>{enabledApis.length} enabled</a>
        </dd>
        <dt>Service accounts</dt>
        <dd>
          <a href={page('service-accounts')}>{serviceAccounts.length}</a>
        </dd>
      </dl>
    </section>
  );
}
