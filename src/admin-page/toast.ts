import { element } from './card-dom/element';
import { newTabLink } from './open-address';

/** How long a notice stays; twice as long where there is something to press. */
const SHOWN_MS = 6000;

/** Says something in passing, at the bottom. */
export class Toast {
  readonly element = element('div', { class: 'toasts', role: 'status' });
  private timer: ReturnType<typeof setTimeout> | undefined;

  say(text: string, link?: { readonly title: string; readonly url: string }): void {
    this.clear();
    const more = link ? newTabLink(link.url, link.title) : null;
    this.element.replaceChildren(element('div', { class: 'toast' }, text, more));
    this.timer = setTimeout(() => this.clear(), link ? 2 * SHOWN_MS : SHOWN_MS);
  }

  /** What was said before is no longer the case. */
  clear(): void {
    clearTimeout(this.timer);
    this.element.replaceChildren();
  }
}
