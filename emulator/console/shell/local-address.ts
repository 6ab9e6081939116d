import { localConsolePath } from './google-consoles';

/**
 * A link as it works here: addresses of web apps on Google's host lead to the same app in this Workspace, those of Google's
 * consoles to their counterparts. Everything else is left unchanged.
 *
 * @param origin this Workspace's.
 * @param account who opens it; null for whoever is signed in.
 */
export function localAddress(href: string, origin: string, account: string | null): string {
  let url: URL;
  try {
    url = new URL(href);
  } catch {
    return href;
  }
  const consolePath = account === null ? null : localConsolePath(url, account);
  if (consolePath !== null) return new URL(consolePath, origin).href;
  const isWebApp = /^\/(a\/)?macros\//.test(url.pathname);
  if (!isWebApp || !(url.host === 'script.google.com' || url.origin === origin)) return href;
  const local = new URL(url.pathname + url.search + url.hash, origin);
  if (account !== null && !local.searchParams.has('authuser'))
    local.searchParams.set('authuser', account);
  return local.href;
}
