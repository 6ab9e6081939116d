import type { Card, CardSection, Widget } from '../card/card-json';
import { unreachable } from '../kit/unreachable';

/** Plays Card JSON to CardService. The only file that names it. */
export function builtCard({
  header,
  sections = [],
  name,
}: Card): GoogleAppsScript.Card_Service.Card {
  const builder = CardService.newCardBuilder();
  if (name !== undefined) builder.setName(name);
  if (header) {
    const drawn = CardService.newCardHeader().setTitle(header.title ?? '');
    builder.setHeader(header.subtitle === undefined ? drawn : drawn.setSubtitle(header.subtitle));
  }
  for (const section of sections) builder.addSection(builtSection(section));
  return builder.build();
}

function builtSection({
  header,
  widgets = [],
}: CardSection): GoogleAppsScript.Card_Service.CardSection {
  const section = CardService.newCardSection();
  if (header !== undefined) section.setHeader(header);
  for (const widget of widgets) section.addWidget(builtWidget(widget));
  return section;
}

/** The kinds of widgets that our cards use. Another kind is a bug, and says so. */
function builtWidget(widget: Widget): GoogleAppsScript.Card_Service.Widget {
  if (widget.textParagraph)
    return CardService.newTextParagraph().setText(widget.textParagraph.text ?? '');
  if (widget.divider) return CardService.newDivider();
  return unreachable(widget as never);
}
