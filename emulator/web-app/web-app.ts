import type { WebAppWorkspace } from './web-app-workspace';
import type { HttpRequest, HttpResponse } from '../kit/http-message';
import type { Execution } from '../runtime/execution';
import { admit, type Admission } from './admission';
import { webAppAddress, type WebAppAddress } from './address';
import { findDeployment, type Deployment } from './deployment';
import { eventOf, type WebAppEvent } from './event';
import { answerOf } from './answer';
import { takeKept } from './kept';
import { messagePage } from './message-page';
import { consentPage, signIn, signInPage } from './ways-in';
import { visitorOf } from './visitor';

/** Whether an address belongs to a web app, or to something one answered. */
export const isWebApp = (url: string): boolean => webAppAddress(url) !== null;

/**
 * Answers a visit to a web app: runs doGet or doPost, and shows its return value as Google does.
 *
 * @param execution the script's execution that makes the request; null for a browser or a program outside.
 * @see https://developers.google.com/apps-script/guides/web
 */
export function answerWebApp(
  workspace: WebAppWorkspace,
  request: HttpRequest,
  execution: Execution | null,
): HttpResponse {
  const address = webAppAddress(request.url)!;
  switch (address.kind) {
    case 'sign-in':
      return messagePage(200, 'Sign in - Google Accounts', 'Sign in to continue to Apps Script');
    case 'kept':
      return takeKept(workspace, address.key) ?? NOT_THERE;
    case 'app':
      return visit({ workspace, request, execution }, address);
  }
}

interface Visit {
  readonly workspace: WebAppWorkspace;
  readonly request: HttpRequest;
  readonly execution: Execution | null;
}

type AppAddress = Extract<WebAppAddress, { kind: 'app' }>;

const NOT_THERE = messagePage(
  404,
  'Page Not Found',
  'Sorry, unable to open the file at this time. Please check the address and try again.',
);

const REFUSED = messagePage(
  405,
  'Error',
  'Sorry, the file you have requested does not exist. Please check the address and try again.',
);

function visit(visiting: Visit, address: AppAddress): HttpResponse {
  const { workspace, request, execution } = visiting;
  const deployment = findDeployment(workspace, address.deploymentId, address.latest);
  if (!deployment) return NOT_THERE;
  const event = eventOf(request, address.pathInfo);
  if (!event || !['GET', 'HEAD', 'POST'].includes(request.method.toUpperCase())) return REFUSED;
  const visitor = visitorOf(workspace, request, execution !== null);
  const admission = admit(workspace, deployment, visitor, address.latest);
  switch (admission.kind) {
    case 'no-deployer':
      return NOT_THERE;
    case 'sign-in':
      return signIn(request, execution !== null);
    case 'denied':
      return messagePage(
        403,
        'Access Denied',
        `You need permission to access the published application. You are signed in as ${visitor!.email}.`,
        { href: signInPage(request), words: 'Switch account' },
      );
    case 'consent':
      return consentPage(request, deployment, visitor!.email, admission.scopes);
    case 'admitted':
      return run(visiting, { ...address, deployment, event, admission });
  }
}

interface Run extends AppAddress {
  readonly deployment: Deployment;
  readonly event: WebAppEvent;
  readonly admission: Extract<Admission, { kind: 'admitted' }>;
}

function run({ workspace, request, execution }: Visit, app: Run): HttpResponse {
  const { admission, deployment, event } = app;
  const startedAt = workspace.clock.now();
  const outcome = workspace.engine.run(deployment.script, {
    functionName: event.postData ? 'doPost' : 'doGet',
    person: admission.person,
    activeUser: admission.activeUser,
    surface: 'webapp',
    args: [event],
  });
  // Other nested executions are the scheduler's; for this one the script waits.
  if (execution) execution.nestedMs -= workspace.clock.now() - startedAt;
  const { latest } = app;
  const visitor = admission.activeUser;
  return answerOf(outcome, { workspace, request, deployment, latest, visitor });
}
