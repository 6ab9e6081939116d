import type { Action, OnClick } from '../../card/card-json';
import type { Drawing } from './hands';

/** Does what a click on a button, row or picture is for. */
export function click(
  { action, openLink, openDynamicLinkAction, card }: OnClick,
  drawing: Drawing,
): void {
  if (action) void runAction(action, drawing);
  else if (openLink) drawing.hands.openLink(openLink);
  else if (openDynamicLinkAction) void runForLink(openDynamicLinkAction, drawing);
  else if (card) drawing.hands.showCard(card);
}

/** Runs an action with the values of the card's widgets, if they are complete and valid. */
export async function runAction(action: Action, drawing: Drawing): Promise<void> {
  if (!mayRun(action, drawing)) return;
  await drawing.busy(() => drawing.hands.run(action, drawing.form.values()), spins(action));
}

async function runForLink(action: Action, drawing: Drawing): Promise<void> {
  if (!mayRun(action, drawing)) return;
  await drawing.busy(() => drawing.hands.runForLink(action, drawing.form.values()), spins(action));
}

const mayRun = (
  { allWidgetsAreRequired, requiredWidgets = [] }: Action,
  { form }: Drawing,
): boolean => form.accepts(allWidgetsAreRequired ? 'all' : requiredWidgets);

const spins = ({ loadIndicator }: Action): boolean => loadIndicator !== 'NONE';

/** The action with one more parameter, such as the grid item that was clicked. */
export const withParameter = (action: Action, key: string, value: string): Action => ({
  ...action,
  parameters: [...(action.parameters ?? []), { key, value }],
});
