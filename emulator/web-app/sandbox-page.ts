import { sourcesOf } from '../kit/content-sources';
import type { HttpResponse } from '../kit/http-message';
import type { Deployment } from './deployment';
import { FRAME_SCRIPT } from './address';
import { functionNames } from './function-names';
import { escaped } from './message-page';

/** An HtmlOutput as the realm hands it out. */
export interface HtmlPage {
  readonly content: string;
  readonly title: string | null;
  readonly faviconUrl: string | null;
  readonly metaTags: readonly { readonly name: string; readonly content: string }[];
  readonly xFrameOptionsMode: string;
}

/** The owner of a page: google.script.run calls go back to the same code as the same visitor. */
export interface PageOf {
  readonly deployment: Deployment;
  readonly latest: boolean;
  readonly visitorEmail: string | null;
  /** The visitor belongs to another organization than the deployer. */
  readonly isStrange: boolean;
  /** Scheme and host in the browser's request. */
  readonly origin: string;
  /** The hosts from which its pages may load, and to which they may send. At Google: all. */
  readonly allowedHosts: readonly string[];
}

/**
 * What Google's frame allows, except `allow-same-origin`: here the frame would share its origin with the whole Workspace.
 *
 * @see https://developers.google.com/apps-script/guides/html/restrictions
 */
const SANDBOX =
  'allow-downloads allow-forms allow-modals allow-orientation-lock allow-pointer-lock allow-popups allow-popups-to-escape-sandbox allow-scripts allow-top-navigation-by-user-activation';

const HOST_SCRIPT = '/console/web-app-host.js';

/**
 * The document of the app itself, for the frame: its own HTML after the google.script library. It has no origin and
 * can reach nothing in this Workspace. At Google it may load from anywhere over HTTPS; here, like `UrlFetchApp`, only
 * from hosts that are allowed.
 */
export function frameDocument({ content }: HtmlPage, { deployment, ...of }: PageOf): HttpResponse {
  const { origin } = of;
  const elsewhere = sourcesOf(of.allowedHosts);
  const sockets = sourcesOf(of.allowedHosts, ['wss', 'ws']);
  const library = `<script src="${escaped(origin + FRAME_SCRIPT)}" data-functions="${escaped(
    JSON.stringify(functionNames(deployment.script.project)),
  )}" data-origin="${escaped(origin)}" data-account="${escaped(of.visitorEmail ?? '')}"></script>`;
  const [doctype = ''] = /^(?:\s|<!--[\s\S]*?-->)*<!doctype[^>]*>/i.exec(content) ?? [];
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        `sandbox ${SANDBOX}`,
        `default-src data: blob: 'unsafe-inline' 'unsafe-eval'${elsewhere}`,
        `script-src ${origin}${FRAME_SCRIPT} data: blob: 'unsafe-inline' 'unsafe-eval'${elsewhere}`,
        `connect-src data: blob:${elsewhere}${sockets}`,
        `form-action ${origin}/macros/ ${origin}/a/macros/${elsewhere}`,
        "object-src 'none'",
        "frame-ancestors 'self'",
      ].join('; '),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body: doctype + library + content.slice(doctype.length),
  };
}

const STYLE = `html,body{height:100%;margin:0}body{display:flex;flex-direction:column}
iframe{flex:1;border:0;width:100%}
p{margin:0;padding:8px 16px;background:#f0f4f9;color:#444746;font:12px/16px Roboto,Arial,sans-serif;text-align:center}`;

/** The page in the address bar: title, icon and the frame. It passes google.script calls on. */
export function hostDocument(
  page: HtmlPage,
  frameAddress: string,
  { deployment, latest, visitorEmail, isStrange, allowedHosts }: PageOf,
): HttpResponse {
  const { record } = deployment.script;
  const title = escaped(page.title ?? record.name);
  const metas = page.metaTags.map(
    ({ name, content }) => `<meta name="${escaped(name)}" content="${escaped(content)}">`,
  );
  const icon = escaped(page.faviconUrl ?? 'data:,');
  const calls = escaped(
    JSON.stringify({ deployment: deployment.deploymentId, latest, as: visitorEmail }),
  );
  const isForAll = page.xFrameOptionsMode === 'ALLOWALL';
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'unsafe-inline'",
        "connect-src 'self'",
        "frame-src 'self'",
        `img-src data:${sourcesOf(allowedHosts)}`,
        "base-uri 'none'",
        "form-action 'none'",
        ...(isForAll ? [] : ["frame-ancestors 'self'"]),
      ].join('; '),
      ...(!isForAll && { 'x-frame-options': 'SAMEORIGIN' }),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    },
    body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${metas.join('')}<link rel="icon" href="${icon}"><style>${STYLE}</style><script src="${HOST_SCRIPT}" defer></script></head><body data-calls="${calls}">${
      isStrange ? '<p>This application was created by a Google Apps Script user</p>' : ''
    }<iframe title="${title}" src="${escaped(frameAddress)}" sandbox="${SANDBOX}" allow="clipboard-write; fullscreen"></iframe></body></html>`,
  };
}
