import { useEffect, useState } from 'preact/hooks';

/** The open page, as the address bar has it. */
export interface Place {
  /** `/u/<address>/…`: the account that this tab is signed in to; null on the pages about the Workspace itself. */
  readonly account: string | null;
  /** `calendar`, `sheets`, `admin`, `cloud`, `workspace`, or empty. */
  readonly product: string;
  /** The rest of the path, split at `/` and decoded. */
  readonly path: readonly string[];
  readonly query: URLSearchParams;
}

export function placeOf({ pathname, search }: { pathname: string; search: string }): Place {
  const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const account = parts[0] === 'u' ? (parts[1] ?? null) : null;
  const [product = '', ...path] = account === null ? parts : parts.slice(2);
  return { account, product, path, query: new URLSearchParams(search) };
}

/** The address of a page, every part encoded. */
export const addressOf = (account: string | null, ...parts: readonly string[]): string =>
  ['', ...(account === null ? [] : ['u', account]), ...parts].map(encodeURIComponent).join('/') ||
  '/';

const MOVED = 'workspace:moved';

/** Opens a page without reloading. */
export function go(address: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  dispatchEvent(new Event(MOVED));
}

/** The current place. */
export function usePlace(): Place {
  const [place, setPlace] = useState(() => placeOf(location));
  useEffect(() => {
    const moved = () => setPlace(placeOf(location));
    addEventListener('popstate', moved);
    addEventListener(MOVED, moved);
    return () => {
      removeEventListener('popstate', moved);
      removeEventListener(MOVED, moved);
    };
  }, []);
  return place;
}

/** Makes links within our own origin navigate without reloading: one listener for all of them. */
export function followLinks(event: MouseEvent): void {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
  const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey);
  if (!link || !plain || event.defaultPrevented || link.target || link.hasAttribute('download'))
    return;
  const { origin, pathname, search } = new URL(link.href);
  if (origin !== location.origin || !/^\/(u|workspace)?(\/|$)/.test(pathname)) return;
  event.preventDefault();
  go(pathname + search);
}
