import { useState } from 'preact/hooks';
import { Field } from '../shell/field';
import { Dialog } from '../shell/dialog';
import { Loaded, useLoaded } from '../shell/loading';
import { addressOf, go } from '../shell/place';
import { Table } from '../shell/table';
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
  return (
    <Table
      rows={projects}
      keyOf={({ projectNumber }) => projectNumber}
      empty={
        <div class="panel empty">
          <p>You have no projects.</p>
          <p>A project holds the service accounts and the APIs that an application uses.</p>
        </div>
      }
      columns={[
        {
          title: 'Name',
          cell: ({ name, projectId }) => (
            <a class="row-link" href={addressOf(account, 'cloud', 'projects', projectId)}>
              {name}
            </a>
          ),
        },
        { title: 'Project ID', cell: ({ projectId }) => projectId },
        { title: 'Project number', cell: ({ projectNumber }) => projectNumber },
        { title: 'Service accounts', cell: ({ serviceAccounts }) => serviceAccounts.length },
      ]}
    />
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
        hint="6 to 30 lowercase letters, digits and hyphens, beginning with a letter. Leave it empty to have one generated. It cannot be changed later."
      />
    </Dialog>
  );
}
