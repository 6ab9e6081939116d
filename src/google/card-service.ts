/**
 * Plays Card JSON to CardService: the frame of a card. Widgets are in card-widgets, what a click does in card-clicks; no
 * other file names CardService, but for answer-response. What our cards do not use is not played.
 *
 * @see https://developers.google.com/apps-script/reference/card-service
 */
import type { Card, CardFixedFooter, CardHeader, CardSection } from '../card/card-json';
import { builtButton } from './card-clicks';
import { builtWidget } from './card-widgets';
import { given } from './given';

export function builtCard({
  header,
  sections = [],
  name,
  fixedFooter,
}: Card): GoogleAppsScript.Card_Service.Card {
  const builder = CardService.newCardBuilder();
  given(name, (text) => builder.setName(text));
  given(header, (drawn) => builder.setHeader(builtHeader(drawn)));
  for (const section of sections) builder.addSection(builtSection(section));
  given(fixedFooter, (footer) => builder.setFixedFooter(builtFooter(footer)));
  return builder.build();
}

function builtHeader(header: CardHeader): GoogleAppsScript.Card_Service.CardHeader {
  const built = CardService.newCardHeader();
  given(header.title, (text) => built.setTitle(text));
  given(header.subtitle, (text) => built.setSubtitle(text));
  given(header.imageUrl, (url) => built.setImageUrl(url));
  given(header.imageAltText, (text) => built.setImageAltText(text));
  given(header.imageType, (type) => built.setImageStyle(CardService.ImageStyle[type]));
  return built;
}

function builtSection(section: CardSection): GoogleAppsScript.Card_Service.CardSection {
  const built = CardService.newCardSection();
  given(section.header, (text) => built.setHeader(text));
  given(section.collapsible, (is) => built.setCollapsible(is));
  given(section.uncollapsibleWidgetsCount, (count) => built.setNumUncollapsibleWidgets(count));
  for (const widget of section.widgets ?? []) built.addWidget(builtWidget(widget));
  return built;
}

function builtFooter(footer: CardFixedFooter): GoogleAppsScript.Card_Service.FixedFooter {
  const built = CardService.newFixedFooter();
  given(footer.primaryButton, (button) => built.setPrimaryButton(builtButton(button)));
  given(footer.secondaryButton, (button) => built.setSecondaryButton(builtButton(button)));
  return built;
}
