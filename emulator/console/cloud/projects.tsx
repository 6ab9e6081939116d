import { useState } from 'preact/hooks';
import { Field } from '../shell/field';
import { Dialog } from '../shell/dialog';
import { Loaded, useLoaded } from '../shell/loading';
import { addressOf, go } from '../shell/place';
import { PageHead } from '../shell/with-navigation';
import { admin } from '../shell/workspace-client';
import { cloudProjects, type Project } from './cloud-client';

/** Every project this person may change. */
export function ProjectsPage({ account }: { readonly account: string }) {
  const loaded = useLoaded(() => cloudProjects(account), [account]);
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageHead title="Projects">
        <button type="button" class="button filled" onClick={() => setCreating(true)}>
          Create project
        </button>
      </PageHead>
      <Loaded of={loaded}>
        {({ projects }) => <ProjectTable account={account} projects={projects} />}
      </Loaded>
      {creating && <CreateProject account={account} close={() => setCreating(false)} />}
    </>
  );
}

function ProjectTable({ account, projects }: { account: string; projects: readonly Project[] }) {
  if (projects.length === 0)
    return (
      <div class="panel empty">
        <p>You have no projects.</p>
        <p>A project holds the service accounts and the APIs that an application uses.</p>
      </div>
    );
  return (
    <div class="table-frame">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Project ID</th>
            <th scope="col">Project number</th>
            <th scope="col">Service accounts</th>
          </tr>
        </thead>
        <tbody>
          {projects.map(({ name, projectId, projectNumber, serviceAccounts }) => (
            <tr key={projectNumber}>
              <td>
                <a class="row-link" href={addressOf(account, 'cloud', 'projects', projectId)}>
                  {name}
                </a>
              </td>
              <td>{projectId}</td>
              <td>{projectNumber}</td>
              <td>{serviceAccounts.length}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CreateProject({ account, close }: { account: string; close: () => void }) {
  const submit = async (form: FormData) => {
    const { projectId } = await admin<Project>(account, 'cloud.createProject', {
      name: form.get('name'),
      ...(form.get('projectId') && { projectId: form.get('projectId') }),
    });
    go(addressOf(account, 'cloud', 'projects', projectId));
  };
  return (
    <Dialog title="New project" action="Create" close={close} submit={submit}>
      <Field label="Project name" name="name" autocomplete="off" required autofocus />
      <Field
        label="Project ID"
        name="projectId"
        autocomplete="off"
        pattern="[a-z][a-z0-9\-]{4,28}[a-z0-9]"
        hint="6 to 30 lowercase letters, digits and hyphens, beginning with a letter. One is made up if you leave it out. It cannot be changed later."
      />
    </Dialog>
  );
}
