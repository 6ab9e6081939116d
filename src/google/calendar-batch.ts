/** Up to 50 calls to one person's calendar in one request. Only those that failed for the moment are repeated. */
import type { Failure } from '../kit/failure';
import { traitsOf } from '../kit/failure-traits';
import { fail, ok, type Result } from '../kit/result';
import { batchAnswers, batchBody, type BatchCall } from './batch-message';
import { CALENDAR_BATCH } from './calendar-requests';
import { sha256Hex } from './digest';
import { serviceName } from './error-table';
import { fetchOne } from './fetch';
import { googleJson } from './google-answer';
import type { HttpAnswer } from './http-message';
import type { Authorization, PersonCalls } from './person-calls';

export interface BatchAsk {
  readonly call: BatchCall;
  /** The event's id, named in failures. */
  readonly id: string;
}

type Outcome = Result<unknown, Failure>;

/**
 * Outcomes in the order of the asks, at most 50. One whose response is missing fails with `timed-out`. The outer
 * result fails when no outcome is known at all.
 *
 * Every call must be safe to repeat: inserts carry an id of ours and meet `already-exists` when repeated; others
 * carry an etag.
 *
 * @param calendar user id of the person whose calendar is written to; null for reads.
 */
export function sendBatch(
  asks: readonly BatchAsk[],
  calls: PersonCalls,
  calendar: string | null,
): Result<readonly Outcome[], Failure> {
  if (asks.length === 0) return ok([]);
  const outcomes = new Map<BatchAsk, Outcome>();
  const use = { cost: asks.length, ...(calendar !== null && { calendar }) };
  const whole = calls.make(use, (authorization) => {
    const waiting = asks.filter((ask) => isWaiting(outcomes.get(ask)));
    const answers = sendOnce(waiting, calls.person.email, authorization);
    if (!answers.ok) return answers;
    waiting.forEach((ask, index) => outcomes.set(ask, answers.value[index]!));
    return again(answers.value);
  });
  if (!whole.ok && outcomes.size === 0) return whole;
  return ok(asks.map((ask) => outcomes.get(ask)!));
}

/** Whether a call failed for the moment, or Google no longer accepts its token. */
const isWaiting = (outcome: Outcome | undefined): boolean =>
  outcome === undefined ||
  (!outcome.ok &&
    (traitsOf(outcome.failure).retry === 'soon' || outcome.failure.kind === 'grant-revoked'));

/** Fails with the failure for which the batch should be sent again. */
const again = (outcomes: readonly Outcome[]): Result<null, Failure> => {
  const waiting = outcomes.find(isWaiting);
  return waiting && !waiting.ok ? waiting : ok(null);
};

function sendOnce(
  asks: readonly BatchAsk[],
  account: string,
  authorization: Authorization,
): Result<readonly Outcome[], Failure> {
  const calls = asks.map(({ call }) => call);
  const boundary = `batch_${sha256Hex(JSON.stringify(calls)).slice(0, 32)}`;
  const answer = fetchOne({
    url: CALENDAR_BATCH,
    method: 'post',
    headers: authorization,
    contentType: `multipart/mixed; boundary=${boundary}`,
    body: batchBody(calls, boundary),
  });
  if (!answer.ok) return answer;
  const answers = answer.value.status === 200 ? batchAnswers(answer.value) : null;
  if (answers === null) return notBatched(answer.value, account);
  return ok(asks.map(({ id }, index) => outcomeOf(answers.get(index), { id, account })));
}

function outcomeOf(
  answer: HttpAnswer | undefined,
  about: { readonly id: string; readonly account: string },
): Outcome {
  if (!answer) return fail({ kind: 'timed-out', service: serviceName('calendar') });
  return googleJson(answer, { api: 'calendar', ...about });
}

/** The failure of a batch that was refused as a whole, or answered with something else. */
function notBatched(answer: HttpAnswer, account: string): Result<never, Failure> {
  const whole = googleJson(answer, { api: 'calendar', account });
  if (!whole.ok) return whole;
  return fail({
    kind: 'unreadable-answer',
    service: serviceName('calendar'),
    reason: 'a batch was answered with something else',
  });
}
