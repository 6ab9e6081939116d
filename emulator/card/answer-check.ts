import { checkCard, checkMessage, type CardProblem } from './check';
import type { MessageName } from './descriptors';
import { fieldNameProblems } from './field-names';

/** The message type of an add-on function's answer: a card, several cards, or one of Google's response messages. */
export function messageNameOf(answer: unknown): MessageName {
  const members = typeof answer === 'object' && answer !== null ? answer : {};
  if ('renderActions' in members) return 'SubmitFormResponse';
  if ('action' in members || 'hostAppAction' in members) return 'RenderActions';
  if ('autoComplete' in members) return 'GetAutocompletionResponse';
  if ('basicAuthorizationPrompt' in members) return 'AuthorizationError';
  return 'Card';
}

/**
 * The problems in the JSON of an add-on function's answer, including the cards in it. The message type is recognized by
 * its members; a list is a list of cards.
 */
export function checkAnswer(answer: unknown): CardProblem[] {
  if (Array.isArray(answer)) return answer.flatMap((card, i) => placed(checkCard(card), `[${i}]`));
  const name = messageNameOf(answer);
  return [...checkMessage(name, answer), ...fieldNameProblems(answer, name)];
}

const placed = (problems: readonly CardProblem[], at: string): CardProblem[] =>
  problems.map((problem) => ({
    ...problem,
    path: [at, problem.path].filter(Boolean).join('.'),
  }));
