import type { Card } from '../card/card-json';
import type { Page } from '../card/page';

/**
 * What the page shows, in layers: a place's cards at the bottom, and above them each card that was opened from them.
 */
export type Shown = readonly Layer[];

/** Cards that are shown side by side. */
export type Layer = readonly Card[];

/** The page after an answer. */
export interface Landing {
  readonly shown: Shown;
  /** The new cards; null when everything stays as it is. */
  readonly came: readonly Card[] | null;
}

export const topOf = (shown: Shown): Layer => shown.at(-1) ?? [];

/** The layer from which the top one was opened; empty for none. */
export const beneathIn = (shown: Shown): Layer => shown.at(-2) ?? [];

/** Without the top layer. At the bottom, nothing changes. */
export const back = (shown: Shown): Shown => (shown.length > 1 ? shown.slice(0, -1) : shown);

/** @param from the card that opens it: what lay on top of that makes room. */
export const opened = (shown: Shown, card: Card, from: Card): Shown => [
  ...upTo(shown, from),
  [card],
];

/** @param pressed the card whose button was pressed; null when no card's button was. */
export function landed(all: Shown, { cards, how }: Page, pressed: Card | null): Landing {
  if (cards === null) return { shown: all, came: null };
  const shown = pressed ? upTo(all, pressed) : all;
  if (how === 'push') return { shown: [...shown, cards], came: cards };
  if (how === 'replace' && pressed && topOf(shown).includes(pressed))
    return { shown: [...shown.slice(0, -1), replaced(topOf(shown), pressed, cards)], came: cards };
  return { shown: [cards], came: cards };
}

const replaced = (layer: Layer, pressed: Card, cards: readonly Card[]): Layer =>
  layer.flatMap((card) => (card === pressed ? cards : [card]));

/** The layers up to the one that has the card: all of them if none has. */
function upTo(shown: Shown, card: Card): Shown {
  const at = shown.findIndex((layer) => layer.includes(card));
  return at < 0 ? shown : shown.slice(0, at + 1);
}
