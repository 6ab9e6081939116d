import type { LocalWorkspace } from '../../../emulator/local-workspace';
import { ANNA, aScript } from '../../support/small-company';

/** The answer of a script's function with this body. `Card` is short for CardService. */
export function answered(body: string): unknown {
  const { rendered, value, execution } = withBody(body).run('f', { as: ANNA, surface: 'addon' });
  if (execution.error) throw new Error(`${execution.error.name}: ${execution.error.message}`);
  return rendered?.value ?? value;
}

const withBody = (body: string): LocalWorkspace =>
  aScript(`const C = CardService; function f() { ${body} }`);

/** The message with which a script's function with this body fails. */
export function refusal(body: string): string {
  const { error } = withBody(body).run('f', { as: ANNA, surface: 'addon' }).execution;
  return error ? `${error.name}: ${error.message}` : 'no error';
}

/** The JSON of one widget in a card, by the expression that makes it. */
export function widget(expression: string): unknown {
  const card = answered(
    `return C.newCardBuilder().addSection(C.newCardSection().addWidget(${expression})).build()`,
  ) as { sections: { widgets: unknown[] }[] };
  return card.sections[0]!.widgets[0];
}
