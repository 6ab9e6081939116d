import { useEffect, useRef } from 'preact/hooks';
import type { Card } from '../../../src/card/card-json';
import { drawCard, type DrawnCard } from '../../../src/admin-page/card-dom/card';
import type { FormInputs } from '../../../src/admin-page/card-dom/form-inputs';
import type { CardHands } from '../../../src/admin-page/card-dom/hands';

/** A card inside a page. It is redrawn only when another card is given. */
export function CardView({
  card,
  hands,
  held,
}: {
  readonly card: Card;
  readonly hands: CardHands;
  /** The former values of its widgets, where they are to be kept. */
  readonly held?: FormInputs | undefined;
}) {
  const frame = useRef<HTMLDivElement>(null);
  const latest = useRef(hands);
  latest.current = hands;
  useEffect(() => {
    const drawn: DrawnCard = drawCard(card, handsOf(latest), held);
    frame.current!.replaceChildren(drawn.element);
  }, [card]);
  return <div class="card-view" ref={frame} />;
}

/** Handlers that always call the latest ones: the page around a card may be redrawn while the card stays. */
const handsOf = (latest: { readonly current: CardHands }): CardHands => ({
  run: (...args) => latest.current.run(...args),
  runForLink: (...args) => latest.current.runForLink(...args),
  openLink: (link) => latest.current.openLink(link),
  showCard: (card) => latest.current.showCard(card),
  suggest: (...args) => latest.current.suggest(...args),
  find: (...args) => latest.current.find(...args),
});
