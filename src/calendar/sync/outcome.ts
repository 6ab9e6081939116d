import type { Failure } from '../../kit/failure';
import { traitsOf } from '../../kit/failure-traits';
import type { Result } from '../../kit/result';
import type { Activity } from '../entry/activity';
import type { GoogleEvent } from '../entry/google-event';
import type { Operation } from './operations';

/** The outcome of one operation. A half that had nothing to write is null. */
export interface Outcome {
  readonly operation: Operation;
  readonly google: GoogleEvent | null;
  readonly work: Activity | null;
  /** The generation of the created event, after skipping ids that were taken. */
  readonly generation: number;
  readonly failure: Failure | null;
}

export interface Failed {
  readonly operation: Operation;
  readonly failure: Failure;
}

export interface Written {
  readonly outcomes: readonly Outcome[];
  /** The failure that stops all other writes as well. */
  readonly failure: Failure | null;
}

/** Sends the writes of all outcomes that have one and did not fail before, as one batch. */
export function sendWrites<W extends { readonly kind: string }, R>(
  outcomes: readonly Outcome[],
  writeOf: (outcome: Outcome) => W | null,
  side: {
    write(writes: readonly W[]): Result<readonly Result<R | null, Failure>[], Failure>;
    keep(outcome: Outcome, record: R | null): Outcome;
  },
): Written {
  const jobs = outcomes.map((outcome) => (outcome.failure ? null : writeOf(outcome)));
  const writes = jobs.filter((job): job is W => job !== null);
  if (writes.length === 0) return { outcomes, failure: null };
  const answer = side.write(writes);
  let next = 0;
  let failure = answer.ok ? null : answer.failure;
  const after = outcomes.map((outcome, index): Outcome => {
    const job = jobs[index];
    if (!job) return outcome;
    if (!answer.ok) return { ...outcome, failure: answer.failure };
    const result = answer.value[next++] ?? { ok: false, failure: lost };
    if (result.ok) return side.keep(outcome, result.value);
    if (job.kind === 'delete' && isGone(result.failure)) return outcome;
    if (isForAll(result.failure)) failure = result.failure;
    return { ...outcome, failure: result.failure };
  });
  return { outcomes: after, failure };
}

const lost: Failure = { kind: 'timed-out', service: 'batch' };

const isGone = ({ kind }: Failure): boolean => kind === 'not-found' || kind === 'gone';

/** A server error may concern a single record; a limit concerns all. */
const isForAll = (failure: Failure): boolean =>
  traitsOf(failure).stops !== 'record' &&
  failure.kind !== 'unavailable' &&
  failure.kind !== 'timed-out' &&
  failure.kind !== 'unreadable-answer';
