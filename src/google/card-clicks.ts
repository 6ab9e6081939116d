/** Builds what can be pressed, and what it does, with CardService. */
import type { Action, Button, OnClick, OpenLink } from '../card/card-json';
import { ifGiven } from './if-given';

type Cards = GoogleAppsScript.Card_Service.CardService;

/** What everything that can be pressed has in common. */
interface Clickable {
  setOnClickAction(action: ReturnType<Cards['newAction']>): unknown;
  setOpenLink(link: ReturnType<Cards['newOpenLink']>): unknown;
}

/** @throws Error for a click that our cards never have. */
export function setClick(built: Clickable, { action, openLink }: OnClick): void {
  if (action) built.setOnClickAction(buildAction(action));
  else if (openLink) built.setOpenLink(buildLink(openLink));
  else throw new Error('A click of our cards runs an action or opens a link.');
}

export function buildAction(action: Action): ReturnType<Cards['newAction']> {
  const built = CardService.newAction();
  ifGiven(action.function, (name) => built.setFunctionName(name));
  ifGiven(action.parameters, (parameters) =>
    built.setParameters(
      Object.fromEntries(parameters.map(({ key = '', value = '' }) => [key, value])),
    ),
  );
  ifGiven(action.loadIndicator, (kind) => built.setLoadIndicator(CardService.LoadIndicator[kind]));
  ifGiven(action.persistValues, (does) => built.setPersistValues(does));
  ifGiven(action.allWidgetsAreRequired, (are) => built.setAllWidgetsAreRequired(are));
  for (const name of action.requiredWidgets ?? []) built.addRequiredWidget(name);
  return built;
}

export function buildLink(link: OpenLink): ReturnType<Cards['newOpenLink']> {
  const built = CardService.newOpenLink();
  ifGiven(link.url, (url) => built.setUrl(url));
  ifGiven(link.openAs, (how) => built.setOpenAs(CardService.OpenAs[how]));
  ifGiven(link.onClose, (what) => built.setOnClose(CardService.OnClose[what]));
  return built;
}

/** Our cards have no other buttons than those with text. */
export function buildButton(button: Button): ReturnType<Cards['newTextButton']> {
  const built = CardService.newTextButton();
  ifGiven(button.text, (text) => built.setText(text));
  ifGiven(button.type, (type) => built.setTextButtonStyle(CardService.TextButtonStyle[type]));
  ifGiven(button.altText, (text) => built.setAltText(text));
  ifGiven(button.disabled, (is) => built.setDisabled(is));
  ifGiven(button.onClick, (onClick) => setClick(built, onClick));
  return built;
}
