import type { Card } from '../card/card-json';
import { drawCard, type DrawnCard } from './card-dom/card';
import type { FormInputs } from './card-dom/form-inputs';
import type { CardHands } from './card-dom/hands';
import type { Layer } from './shown';

/** A drawn card, and what its widgets held at first. */
interface Drawn extends DrawnCard {
  readonly asDrawn: string;
}

/** The cards that are on the page. What a person typed stays for as long as its card does. */
export class DrawnCards {
  private readonly drawn = new Map<Card, Drawn>();

  /** @param complete adds what only this page's cards have. */
  constructor(
    private readonly handsOf: (card: Card) => CardHands,
    private readonly complete: (card: HTMLElement) => void,
  ) {}

  /** @param held what the widgets of a new card hold, by name. */
  elementOf(card: Card, held: FormInputs = {}): HTMLElement {
    return this.drawn.get(card)?.element ?? this.draw(card, held);
  }

  keepOnly(cards: readonly Card[]): void {
    const all = new Set(cards);
    for (const card of this.drawn.keys()) if (!all.has(card)) this.drawn.delete(card);
  }

  valuesOf(cards: Layer): FormInputs {
    return Object.assign({}, ...cards.map((card) => this.drawn.get(card)?.values())) as FormInputs;
  }

  /** What was sent and answered is not left behind unsaved. */
  noteSent(card: Card): void {
    const drawn = this.drawn.get(card);
    if (drawn) this.drawn.set(card, { ...drawn, asDrawn: JSON.stringify(drawn.values()) });
  }

  /** The title of a card that holds something else than when it was drawn, and can be saved; null for none. */
  unsavedTitle(cards: Layer): string | null {
    const changed = cards.find((card) => {
      const drawn = this.drawn.get(card);
      return drawn && hasSaveButton(card) && JSON.stringify(drawn.values()) !== drawn.asDrawn;
    });
    return changed ? (changed.header?.title ?? '') : null;
  }

  private draw(card: Card, held: FormInputs): HTMLElement {
    const drawn = drawCard(card, this.handsOf(card), held);
    this.complete(drawn.element);
    this.drawn.set(card, { ...drawn, asDrawn: JSON.stringify(drawn.values()) });
    return drawn.element;
  }
}

const hasSaveButton = ({ sections = [] }: Card): boolean =>
  sections
    .flatMap(({ widgets = [] }) => widgets)
    .some(({ buttonList }) => buttonList?.buttons?.some(({ text }) => text === 'Save'));
