import { checkAnswer, messageNameOf } from '../card/answer-check';
import { cutCard } from '../card/cut';
import { hostProblems } from '../card/host-problems';
import type { Execution } from '../runtime/execution';
import type { AddOnHost } from './event-object';

/** An answer as the host shows it, or one sentence saying why it is not shown. */
export type Screened =
  | { readonly kind: 'shown'; readonly answer: unknown }
  | { readonly kind: 'refused'; readonly sentence: string };

/**
 * Checks a function's answer against Google's schema and the host's rules. What Google would refuse is refused, what
 * it would cut is cut; the reason is in the execution's log.
 */
export function screen(
  answer: unknown,
  host: AddOnHost,
  openLinkUrlPrefixes: readonly string[],
  execution: Execution,
): Screened {
  const found = checkAnswer(answer);
  for (const { path, sentence, refused } of found) {
    if (refused) execution.log('error', `The card is refused: ${path}: ${sentence}`);
    else execution.log('warn', `Not shown as written: ${path}: ${sentence}`);
  }
  const problem = found.find(({ refused }) => refused);
  if (problem) return { kind: 'refused', sentence: `${problem.path}: ${problem.sentence}` };
  const cards = Array.isArray(answer) ? answer : [answer];
  for (const card of cards) {
    const problems = hostProblems(card, host, { openLinkUrlPrefixes }, messageNameOf(card));
    for (const { path, sentence } of problems)
      execution.log('warn', `Not shown as written: ${path}: ${sentence}`);
  }
  return { kind: 'shown', answer: cut(answer) };
}

/** Every card inside an answer, cut as side panels cut. */
function cut(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cut);
  if (typeof value !== 'object' || value === null) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cut(part)]));
  return Array.isArray(inside['sections']) ? cutCard(inside).shown : inside;
}
