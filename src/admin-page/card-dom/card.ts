import type { Card, CardFixedFooter, CardHeader } from '../../card/card-json';
import { drawButton } from './buttons';
import { element } from './element';
import { CardForm, type FormInputs } from './form-inputs';
import type { CardHands, Drawing } from './hands';
import { plainText } from './markup';
import { picture } from './pictures';
import { drawSection } from './section';

/** A card as DOM. */
export interface DrawnCard {
  readonly element: HTMLElement;
  /** What its widgets hold now. */
  values(): FormInputs;
}

/**
 * Draws Google's Card JSON. It knows neither the product nor where the card is shown: clicks go to `hands`.
 *
 * @param held what the widgets held before, for those that are to keep it.
 */
export function drawCard(card: Card, hands: CardHands, held: FormInputs = {}): DrawnCard {
  const form = new CardForm();
  const root = element('article', {
    class: 'card',
    'aria-label': plainText(card.header?.title ?? 'Card'),
  });
  const drawing: Drawing = { hands, form, busy: (work, indicator) => busy(root, work, indicator) };
  root.append(
    element(
      'div',
      { class: 'card-scroll' },
      card.header ? drawHeader(card.header) : null,
      ...(card.sections ?? []).map((section) => drawSection(section, drawing)),
    ),
  );
  if (card.sectionDividerStyle === 'NO_DIVIDER') root.classList.add('no-dividers');
  if (card.fixedFooter) root.append(drawFooter(card.fixedFooter, drawing));
  form.restore(held);
  return { element: root, values: () => form.values() };
}

function drawHeader({
  title,
  subtitle,
  imageUrl,
  imageAltText,
  imageType,
}: CardHeader): HTMLElement {
  const image = imageUrl ? picture(imageUrl, imageAltText ?? '') : null;
  image?.classList.add('card-header-image', (imageType ?? 'SQUARE').toLowerCase());
  return element(
    'header',
    { class: 'card-header' },
    image,
    element(
      'div',
      {},
      element('h2', {}, plainText(title ?? '')),
      subtitle ? element('p', {}, plainText(subtitle)) : null,
    ),
  );
}

const drawFooter = (
  { primaryButton, secondaryButton }: CardFixedFooter,
  drawing: Drawing,
): HTMLElement =>
  element(
    'footer',
    { class: 'card-footer' },
    secondaryButton && drawButton({ type: 'BORDERLESS', ...secondaryButton }, drawing),
    primaryButton && drawButton({ type: 'FILLED', ...primaryButton }, drawing),
  );

/** Shows that something is under way, and ignores clicks until it is done. */
async function busy(
  root: HTMLElement,
  work: () => Promise<void>,
  indicator: boolean,
): Promise<void> {
  if (root.getAttribute('aria-busy') === 'true') return;
  root.setAttribute('aria-busy', 'true');
  root.classList.toggle('loading', indicator);
  try {
    await work();
  } finally {
    root.removeAttribute('aria-busy');
    root.classList.remove('loading');
  }
}
