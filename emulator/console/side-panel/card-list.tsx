import type { Card } from '../../../src/card/card-json';
import { plainText } from '../../../src/admin-page/card-dom/markup';

/** Several cards at once: their headers, to choose from. */
export const CardList = ({
  cards,
  choose,
}: {
  cards: readonly Card[];
  choose: (card: Card) => void;
}) => (
  <ul class="card-list">
    {cards.map((card, index) => (
      <li key={card.name ?? index}>
        <button type="button" class="menu-item" onClick={() => choose(card)}>
          <span>
            {plainText(card.header?.title ?? `Card ${index + 1}`)}
            <br />
            <span class="soft">{plainText(card.header?.subtitle ?? '')}</span>
          </span>
        </button>
      </li>
    ))}
  </ul>
);
