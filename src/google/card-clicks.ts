/** What can be pressed, and what it does, as CardService has it. */
import type { Action, Button, OnClick, OpenLink } from '../card/card-json';
import { given } from './given';

type Cards = GoogleAppsScript.Card_Service.CardService;

/** Everything that can be pressed has these two. */
interface Clickable {
  setOnClickAction(action: ReturnType<Cards['newAction']>): unknown;
  setOpenLink(link: ReturnType<Cards['newOpenLink']>): unknown;
}

/** @throws Error for what our cards never do. */
export function setClick(built: Clickable, { action, openLink }: OnClick): void {
  if (action) built.setOnClickAction(builtAction(action));
  else if (openLink) built.setOpenLink(builtLink(openLink));
  else throw new Error('A click of our cards runs an action or opens a link.');
}

export function builtAction(action: Action): ReturnType<Cards['newAction']> {
  const built = CardService.newAction();
  given(action.function, (name) => built.setFunctionName(name));
  given(action.parameters, (parameters) =>
    built.setParameters(
      Object.fromEntries(parameters.map(({ key = '', value = '' }) => [key, value])),
    ),
  );
  given(action.loadIndicator, (kind) => built.setLoadIndicator(CardService.LoadIndicator[kind]));
  given(action.persistValues, (does) => built.setPersistValues(does));
  given(action.allWidgetsAreRequired, (are) => built.setAllWidgetsAreRequired(are));
  for (const name of action.requiredWidgets ?? []) built.addRequiredWidget(name);
  return built;
}

export function builtLink(link: OpenLink): ReturnType<Cards['newOpenLink']> {
  const built = CardService.newOpenLink();
  given(link.url, (url) => built.setUrl(url));
  given(link.openAs, (how) => built.setOpenAs(CardService.OpenAs[how]));
  given(link.onClose, (what) => built.setOnClose(CardService.OnClose[what]));
  return built;
}

/** Buttons with texts are all that our cards have. */
export function builtButton(button: Button): ReturnType<Cards['newTextButton']> {
  const built = CardService.newTextButton();
  given(button.text, (text) => built.setText(text));
  given(button.type, (type) => built.setTextButtonStyle(CardService.TextButtonStyle[type]));
  given(button.altText, (text) => built.setAltText(text));
  given(button.disabled, (is) => built.setDisabled(is));
  given(button.onClick, (onClick) => setClick(built, onClick));
  return built;
}
