import type { Card } from '../../../src/card/card-json';
import { plainText } from '../../../src/admin-page/card-dom/markup';
import type { PanelAnswer } from './panel-client';

/** The contextual card that should only peek over the homepage's lower edge; null for every other answer. */
export function peekOf(answer: PanelAnswer): Card | null {
  if (answer.kind !== 'answer' || !answer.contextual || Array.isArray(answer.answer)) return null;
  const card = answer.answer as Card;
  return card.displayStyle === 'PEEK' ? card : null;
}

/** Its header at the bottom of the panel; a click shows the whole card. */
export function PeekView({ card, open }: { readonly card: Card; readonly open: () => void }) {
  const header = card.peekCardHeader ?? card.header;
  return (
    <button type="button" class="peek-card" onClick={open}>
      <strong>{plainText(header?.title ?? 'Open')}</strong>
      {header?.subtitle && <span class="soft">{plainText(header.subtitle)}</span>}
    </button>
  );
}
