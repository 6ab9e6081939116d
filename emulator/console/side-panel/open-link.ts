import type { OpenLink } from '../../../src/card/card-json';
import { toast } from '../shell/toast';
import { localAddress } from '../shell/local-address';

/**
 * Opens a card's link in a tab or a small window. A link that the manifest does not allow is refused, as Google does.
 *
 * @param account who opens it: web apps of this Workspace open as that person.
 * @param prefixes the manifest's `addOns.common.openLinkUrlPrefixes`.
 * @param reload called when the window is closed, where the card asks for it.
 */
export function openLink(
  { url = '', openAs, onClose }: OpenLink,
  account: string,
  prefixes: readonly string[],
  reload: () => void,
): void {
  if (!prefixes.some((prefix) => url.startsWith(prefix))) {
    toast(`This link was not opened: no prefix in openLinkUrlPrefixes allows ${url}`);
    return;
  }
  const features = openAs === 'OVERLAY' ? 'popup,width=520,height=640' : '';
  const opened = window.open(localAddress(url, location.origin, account), '_blank', features);
  if (!opened || onClose !== 'RELOAD') return;
  const timer = setInterval(() => {
    if (!opened.closed) return;
    clearInterval(timer);
    reload();
  }, 500);
}
