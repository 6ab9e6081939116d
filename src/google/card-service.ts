/**
 * Builds cards from Card JSON with CardService: this file the frame, card-widgets and card-inputs the widgets,
 * card-clicks what a click does, answer-response the answers. Nothing else names CardService. What our cards do not
 * use is left out.
 *
 * @see https://developers.google.com/apps-script/reference/card-service
 */
import type { Card, CardFixedFooter, CardHeader, CardSection } from '../card/card-json';
import { buildButton } from './card-clicks';
import { buildWidget } from './card-widgets';
import { ifGiven } from './if-given';

export function buildCard({
  header,
  sections = [],
  name,
  fixedFooter,
}: Card): GoogleAppsScript.Card_Service.Card {
  const builder = CardService.newCardBuilder();
  ifGiven(name, (text) => builder.setName(text));
  ifGiven(header, (drawn) => builder.setHeader(buildHeader(drawn)));
  for (const section of sections) builder.addSection(buildSection(section));
  ifGiven(fixedFooter, (footer) => builder.setFixedFooter(buildFooter(footer)));
  return builder.build();
}

function buildHeader(header: CardHeader): GoogleAppsScript.Card_Service.CardHeader {
  const built = CardService.newCardHeader();
  ifGiven(header.title, (text) => built.setTitle(text));
  ifGiven(header.subtitle, (text) => built.setSubtitle(text));
  ifGiven(header.imageUrl, (url) => built.setImageUrl(url));
  ifGiven(header.imageAltText, (text) => built.setImageAltText(text));
  ifGiven(header.imageType, (type) => built.setImageStyle(CardService.ImageStyle[type]));
  return built;
}

function buildSection(section: CardSection): GoogleAppsScript.Card_Service.CardSection {
  const built = CardService.newCardSection();
  ifGiven(section.header, (text) => built.setHeader(text));
  ifGiven(section.collapsible, (is) => built.setCollapsible(is));
  ifGiven(section.uncollapsibleWidgetsCount, (count) => built.setNumUncollapsibleWidgets(count));
  for (const widget of section.widgets ?? []) built.addWidget(buildWidget(widget));
  return built;
}

function buildFooter(footer: CardFixedFooter): GoogleAppsScript.Card_Service.FixedFooter {
  const built = CardService.newFixedFooter();
  ifGiven(footer.primaryButton, (button) => built.setPrimaryButton(buildButton(button)));
  ifGiven(footer.secondaryButton, (button) => built.setSecondaryButton(buildButton(button)));
  return built;
}
