/** What an address of a web app, or of something it answered, asks for. */
export type WebAppAddress =
  | {
      readonly kind: 'app';
      readonly deploymentId: string;
      /** `/dev`: the newest code, for those who may edit it. */
      readonly latest: boolean;
      /** The path after `/exec/` or `/dev/`; null when there is none. */
      readonly pathInfo: string | null;
    }
  /** The page inside the frame, or the text behind the redirect. */
  | { readonly kind: 'kept'; readonly key: string }
  /** Where Google sends visitors who are not signed in. */
  | { readonly kind: 'sign-in' };

/** The google.script library that a web app's page loads. */
export const FRAME_SCRIPT = '/console/web-app-frame.js';

/** `/macros/s/<id>/exec`, with the domain in it where the deployer has one. */
const APP = /^\/(?:a\/macros\/[^/]+|macros(?:\/u\/\d+)?)\/s\/([\w-]+)\/(exec|dev)(?:\/(.*))?$/;

const GOOGLES = ['script.google.com', 'script.googleusercontent.com', 'accounts.google.com'];

/**
 * Takes an address apart, on Google's hosts or on the local origin, which stands for all of them; null for any other.
 *
 * @see https://developers.google.com/apps-script/guides/web
 */
export function webAppAddress(url: string): WebAppAddress | null {
  if (!URL.canParse(url, 'http://localhost')) return null;
  const { host, pathname, searchParams } = new URL(url, 'http://localhost');
  const isLocal = !GOOGLES.includes(host) && !host.endsWith('.googleapis.com');
  if (host === 'accounts.google.com')
    return pathname === '/ServiceLogin' ? { kind: 'sign-in' } : null;
  const app = isLocal || host === 'script.google.com' ? APP.exec(pathname) : null;
  if (app) {
    const [, deploymentId = '', where, rest] = app;
    return { kind: 'app', deploymentId, latest: where === 'dev', pathInfo: decoded(rest) };
  }
  if (pathname !== '/macros/echo') return null;
  return isLocal || host === 'script.googleusercontent.com'
    ? { kind: 'kept', key: searchParams.get('user_content_key') ?? '' }
    : null;
}

function decoded(path: string | undefined): string | null {
  if (path === undefined) return null;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
