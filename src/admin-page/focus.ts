/** Focuses an element that only a script can focus, such as a heading. */
export function focusOn(target: HTMLElement): void {
  target.tabIndex = -1;
  target.focus();
}

/** A card's heading, or the card itself where it has none. */
export const focusOnCard = (card: HTMLElement): void => focusOn(card.querySelector('h2') ?? card);
