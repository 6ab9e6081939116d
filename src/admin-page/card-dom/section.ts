import type { CardSection } from '../../card/card-json';
import { element, freshId } from './element';
import type { Drawing } from './hands';
import { markup } from './markup';
import { drawWidget } from './widget';

/** A section. When it is collapsible, a button shows the widgets beyond the first ones. */
export function drawSection(section: CardSection, drawing: Drawing): HTMLElement {
  const { header, widgets = [], collapsible, uncollapsibleWidgetsCount = 0 } = section;
  const id = freshId();
  const drawn = widgets.map((widget) => drawWidget(widget, drawing));
  const always = collapsible ? drawn.slice(0, uncollapsibleWidgetsCount) : drawn;
  const folded = drawn.slice(always.length);
  return element(
    'section',
    { class: 'card-section', 'aria-labelledby': header ? id : undefined },
    header ? element('h3', { class: 'card-section-header', id }, markup(header)) : null,
    ...always,
    ...(folded.length > 0 ? fold(folded) : []),
  );
}

function fold(widgets: readonly HTMLElement[]): HTMLElement[] {
  const id = freshId();
  const inside = element('div', { id, hidden: true }, ...widgets);
  const button = element(
    'button',
    {
      type: 'button',
      class: 'card-more',
      'aria-expanded': 'false',
      'aria-controls': id,
      onclick: () => {
        inside.hidden = !inside.hidden;
        button.setAttribute('aria-expanded', String(!inside.hidden));
        button.textContent = inside.hidden ? `Show ${widgets.length} more` : 'Show less';
      },
    },
    `Show ${widgets.length} more`,
  );
  return [inside, button];
}
