import { Loaded, useLoaded } from '../shell/loading';
import { control } from '../shell/workspace-client';
import { PageHead } from '../shell/with-navigation';

interface WebApp {
  readonly deploymentId: string;
  readonly name: string;
  readonly access: string;
  readonly executeAs: string;
  readonly deployer: string;
}

const WHO: Readonly<Record<string, string>> = {
  MYSELF: 'Only the deployer',
  DOMAIN: 'Anyone within the deployer’s organization',
  ANYONE: 'Anyone with a Google account',
  ANYONE_ANONYMOUS: 'Anyone, even anonymous',
};

const AS: Readonly<Record<string, string>> = {
  USER_ACCESSING: 'The user accessing the web app',
  USER_DEPLOYING: 'The deployer',
};

/** The deployed web apps of scripts, and the ways to open them. */
export function WebAppsPage() {
  const apps = useLoaded(
    () => control<{ webApps: readonly WebApp[] }>('web-apps').then(({ webApps }) => webApps),
    [],
  );
  return (
    <>
      <PageHead title="Web apps" />
      <Loaded of={apps}>
        {(all) =>
          all.length === 0 ? (
            <p class="empty">
              No script here is a web app: none of them has <code>webapp</code> in its manifest.
            </p>
          ) : (
            all.map((app) => <AppPanel key={app.deploymentId} app={app} />)
          )
        }
      </Loaded>
    </>
  );
}

const AppPanel = ({ app }: { readonly app: WebApp }) => {
  const address = `/macros/s/${app.deploymentId}`;
  const signIn = (to: string) => `/sign-in?${new URLSearchParams({ continue: to }).toString()}`;
  return (
    <section class="panel">
      <h2>{app.name}</h2>
      <dl class="facts">
        <dt>Address</dt>
        <dd>
          <code>{address}/exec</code>
        </dd>
        <dt>Who has access</dt>
        <dd>{WHO[app.access] ?? app.access}</dd>
        <dt>Execute as</dt>
        <dd>{AS[app.executeAs] ?? app.executeAs}</dd>
        <dt>Deployed by</dt>
        <dd>{app.deployer}</dd>
      </dl>
      <p class="toolbar">
        <a class="button outlined" href={signIn(`${address}/exec`)}>
          Open {app.name} as …
        </a>
        <a
          class="button"
          href={`${address}/dev?authuser=${encodeURIComponent(app.deployer)}`}
          target="_blank"
          rel="noopener"
        >
          Open the latest code as an editor
        </a>
        {app.access === 'ANYONE_ANONYMOUS' && (
          <a class="button" href={`${address}/exec?authuser=`} target="_blank" rel="noopener">
            Open anonymously
          </a>
        )}
      </p>
    </section>
  );
};
