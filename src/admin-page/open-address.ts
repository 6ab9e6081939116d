import { element } from './card-dom/element';

/** Opens an address in a new tab. It clicks a link, because the page around this frame may redirect links. */
export function openAddress(url: string): void {
  const link = newTabLink(url);
  document.body.append(link);
  link.click();
  link.remove();
}

export const newTabLink = (url: string, title = ''): HTMLAnchorElement =>
  element('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, title);

/** Whether the browser lets a tab open now: for a few seconds after a click or a key. */
export const mayOpen = (): boolean =>
  (navigator as Partial<Navigator>).userActivation?.isActive ?? true;
