import { element } from './card-dom/element';
import { newTabLink } from './open-address';

/** How long a notice stays; twice as long with something to press. */
const SHOWN_MS = 6000;

/** Shows short-lived notices at the bottom. */
export class Toast {
  readonly element = element('div', { class: 'toasts', role: 'status' });
  private timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string, link?: { readonly title: string; readonly url: string }): void {
    this.clear();
    const more = link ? newTabLink(link.url, link.title) : null;
    this.element.replaceChildren(element('div', { class: 'toast' }, text, more));
    this.timer = setTimeout(() => this.clear(), link ? 2 * SHOWN_MS : SHOWN_MS);
  }

  /** Removes the notice, which no longer holds. */
  clear(): void {
    clearTimeout(this.timer);
    this.element.replaceChildren();
  }
}
