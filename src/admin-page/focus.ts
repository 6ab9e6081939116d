/** Focuses an element that only a script can focus, such as a heading. */
export function focusOn(target: HTMLElement): void {
  target.tabIndex = -1;
  target.focus();
}

/** A card's heading, or the card itself where it has none. */
export const focusOnCard = (card: HTMLElement): void => focusOn(card.querySelector('h2') ?? card);

/** Draws anew what is shown, and gives the focus back to what has taken the place of the element that had it. */
export function keepFocus(redraw: () => void): void {
  const before = markOf(document.activeElement);
  redraw();
  if (before === null || document.activeElement !== document.body) return;
  const same = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].find(
    (candidate) => markOf(candidate) === before,
  );
  same?.focus();
}

const FOCUSABLE = 'main :is(button, input, select, textarea, summary, a)';

/** What an element is called, on this page; null for none that a person can use. */
const markOf = (one: Element | null): string | null =>
  one?.matches(FOCUSABLE)
    ? `${one.tagName} ${one.getAttribute('name') ?? ''} ${one.textContent}`
    : null;
