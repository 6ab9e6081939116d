import type { ApiMethodDescription } from '../discovery/discovery';
import { answerCheck, type AnswerCheck } from './answer-schema';

const checks = new Map<ApiMethodDescription, AnswerCheck>();

/**
 * Checks an answer of ours against the method's schema in Discovery.
 *
 * @throws Error, a bug of the local Workspace itself, naming the method and the place.
 */
export function checkAnswer(method: ApiMethodDescription, answer: object | undefined): void {
  const { id, api, response } = method;
  if (response === null) {
    if (answer === undefined) return;
    throw new Error(`${id} answered a resource; Discovery says it answers none.`);
  }
  if (answer === undefined)
    throw new Error(`${id} answered nothing; Discovery says it answers ${response}.`);
  let check = checks.get(method);
  if (!check) checks.set(method, (check = answerCheck(api, response)));
  const wrong = check(answer);
  if (wrong !== null)
    throw new Error(
      `${id} answered something that is not a valid ${response}: ${wrong} (Discovery).`,
    );
}
