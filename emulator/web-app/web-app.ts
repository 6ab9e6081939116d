import type { WebAppWorkspace } from './web-app-workspace';
import type { HttpRequest, HttpResponse } from '../rest/http-message';
import type { RunOutcome } from '../runtime/engine';
import type { Execution } from '../runtime/execution';
import type { Rendered } from '../runtime/realm/host';
import { admit, type Admission } from './admission';
import { webAppAddress, type WebAppAddress } from './address';
import { findDeployment, type Deployment } from './deployment';
import { eventOf, type WebAppEvent } from './event';
import { keep, takeKept } from './kept';
import { errorPage, messagePage } from './message-page';
import { frameDocument, hostDocument, type HtmlPage } from './sandbox-page';
import { visitorOf } from './visitor';

/** Whether an address is one of a web app, or of what one answered. */
export const isWebApp = (url: string): boolean => webAppAddress(url) !== null;

/**
 * Answers a visit to a web app: runs doGet or doPost, and shows what it returns as Google does.
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
  return shown(workspace, request, outcome, app);
}

function shown(
  workspace: WebAppWorkspace,
  request: HttpRequest,
  { execution, rendered, value }: RunOutcome,
  app: Run,
): HttpResponse {
  if (execution.error) return errorPage(execution.error);
  switch (rendered?.kind) {
    case 'html':
      return htmlAnswer(workspace, request, rendered, app);
    case 'content':
      return contentAnswer(workspace, request, rendered);
    default:
      return messagePage(
        200,
        'Error',
        value === undefined || value === null
          ? 'The script completed but did not return anything.'
          : 'The script completed but the returned value is not a supported return type.',
      );
  }
}

function htmlAnswer(
  workspace: WebAppWorkspace,
  request: HttpRequest,
  { value }: Rendered,
  { deployment, latest, admission }: Run,
): HttpResponse {
  const page = value as HtmlPage;
  const { activeUser } = admission;
  const of = {
    deployment,
    latest,
    visitorEmail: activeUser?.email ?? null,
    isStrange: activeUser?.customerId !== deployment.deployer?.customerId,
    origin: originOf(request),
  };
  return hostDocument(page, keep(workspace, frameDocument(page, of)), of);
}

/** A text is answered from another address, which the client is sent to. */
function contentAnswer(
  workspace: WebAppWorkspace,
  request: HttpRequest,
  { value }: Rendered,
): HttpResponse {
  const { content, contentType, fileName } = value as {
    readonly content: string;
    readonly contentType: string;
    readonly fileName: string | null;
  };
  const address = keep(workspace, {
    status: 200,
    headers: {
      'content-type': `${contentType}; charset=utf-8`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'cache-control': 'no-cache, no-store, max-age=0, must-revalidate',
      ...(fileName !== null && {
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      }),
    },
    body: content,
  });
  const host = isGoogles(request) ? 'https://script.googleusercontent.com' : '';
  return { status: 302, headers: { location: host + address, ...MOVED }, body: '' };
}

const MOVED = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

/** Whoever is not signed in is sent to where that is done, and back from there. */
function signIn(request: HttpRequest, fromScript: boolean): HttpResponse {
  const location =
    fromScript || isGoogles(request)
      ? `https://accounts.google.com/ServiceLogin?${new URLSearchParams({ continue: request.url })}`
      : signInPage(request);
  return { status: 302, headers: { location, ...MOVED }, body: '' };
}

const signInPage = (request: HttpRequest): string =>
  `/sign-in?${new URLSearchParams({ continue: pathOf(request) })}`;

/** What comes before the consent screen, which is a page of the console and leads back here. */
const consentPage = (
  request: HttpRequest,
  { script: { record } }: Deployment,
  email: string,
  scopes: readonly string[],
): HttpResponse =>
  messagePage(
    200,
    'Authorization needed',
    `${record.name} (${record.ownerEmail}) needs your permission to access your data on Google.`,
    {
      href: `/u/${encodeURIComponent(email)}/authorize?${new URLSearchParams({
        client: record.clientId,
        scope: scopes.join(' '),
        continue: pathOf(request),
      })}`,
      words: 'Review permissions',
    },
  );

function pathOf({ url }: HttpRequest): string {
  const { pathname, search } = new URL(url, 'http://localhost');
  return pathname + search;
}

const isGoogles = ({ url }: HttpRequest): boolean =>
  new URL(url, 'http://localhost').host.endsWith('.google.com');

/** The page's own origin as the browser has it: this machine answers to more than one name. */
const originOf = ({ headers, url }: HttpRequest): string =>
  headers['host'] === undefined
    ? new URL(url, 'http://localhost').origin
    : `http://${headers['host']}`;
