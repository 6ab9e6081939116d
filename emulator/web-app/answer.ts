import type { HttpRequest, HttpResponse } from '../kit/http-message';
import type { RunOutcome } from '../engine/engine';
import type { Rendered } from '../runtime/realm/host';
import type { UserPrincipal } from '../workspace/caller';
import type { Deployment } from './deployment';
import { keep } from './kept';
import { errorPage, messagePage } from './message-page';
import { isGoogles, originOf, redirectTo } from './request-address';
import { frameDocument, hostDocument, type HtmlPage } from './sandbox-page';
import type { WebAppWorkspace } from './web-app-workspace';

/** The visit that caused a run. */
export interface Visited {
  readonly workspace: WebAppWorkspace;
  readonly request: HttpRequest;
  readonly deployment: Deployment;
  readonly latest: boolean;
  /** Null for an anonymous visitor. */
  readonly visitor: UserPrincipal | null;
}

/** What the visitor gets for the return value of doGet or doPost, or for its failure. */
export function answerOf(
  { execution, rendered, value }: RunOutcome,
  visited: Visited,
): HttpResponse {
  if (execution.error) return errorPage(execution.error, fileNames(visited));
  switch (rendered?.kind) {
    case 'html':
      return htmlAnswer(rendered, visited);
    case 'content':
      return contentAnswer(rendered, visited);
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

const fileNames = ({ deployment }: Visited): string[] =>
  deployment.script.project.files.map(({ name }) => name);

function htmlAnswer({ value }: Rendered, visited: Visited): HttpResponse {
  const { workspace, request, deployment, latest, visitor } = visited;
  const page = value as HtmlPage;
  const of = {
    deployment,
    latest,
    visitorEmail: visitor?.email ?? null,
    isStrange: visitor?.customerId !== deployment.deployer?.customerId,
    origin: originOf(request),
    allowedHosts: workspace.engine.machine.allowedHosts,
  };
  return hostDocument(page, keep(workspace, frameDocument(page, of)), of);
}

/** Text is served from another address, to which the client is redirected. */
function contentAnswer({ value }: Rendered, { workspace, request }: Visited): HttpResponse {
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
  return redirectTo(host + address);
}
