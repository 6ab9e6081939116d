import type { Action } from '../../../src/card/card-json';
import type { RenderActions } from './card-stack';
import type { PanelAnswer } from './panel-client';

/** A request that failed, shown as an error of the add-on. */
export const asError = (error: unknown): PanelAnswer => ({
  kind: 'error',
  message: (error as Error).message,
  executionId: '',
});

export const isRenderActions = (
  answer: unknown,
): answer is RenderActions & { renderActions?: RenderActions } =>
  typeof answer === 'object' &&
  answer !== null &&
  ['renderActions', 'action', 'hostAppAction', 'stateChanged'].some((member) => member in answer);

/** The add-on asks the person to sign in to another service. */
export interface AuthorizationError {
  readonly basicAuthorizationPrompt: {
    readonly authorizationUrl?: string;
    readonly resource?: string;
  };
  readonly customUiCallback?: string;
}

export const isAuthorizationError = (answer: unknown): answer is AuthorizationError =>
  typeof answer === 'object' && answer !== null && 'basicAuthorizationPrompt' in answer;

/** An action's parameters by name. */
export const parametersOf = ({ parameters = [] }: Action): Record<string, string> =>
  Object.fromEntries(parameters.map(({ key = '', value = '' }) => [key, value]));

/** The texts in a suggestions answer; empty for any other answer. */
export function suggestionsOf(panelAnswer: PanelAnswer): string[] {
  if (panelAnswer.kind !== 'answer') return [];
  const { autoComplete } = panelAnswer.answer as {
    readonly autoComplete?: { readonly items?: readonly { readonly text?: string }[] };
  };
  return (autoComplete?.items ?? []).map(({ text = '' }) => text);
}
