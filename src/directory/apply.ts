/** Does one batch of a plan, and notes it in the journal. */
import type { Json } from '../kit/canonical';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import type { Journal } from '../runs/journal';
import type { Employee } from './employee';
import { changeWords } from './change-words';
import { beforeOf, writeOf, type Operation } from './operations';
import { nameOf } from './person';
import type { Employees } from './ports';

/** Writes in one call: as many as the journal takes in one call. */
export const BATCH = 500;

export interface Failed {
  readonly operation: Operation;
  readonly failure: Failure;
}

export interface Applied {
  readonly done: readonly Operation[];
  readonly failed: readonly Failed[];
}

/**
 * Writes the batch and adds it to the journal at once: a run that is killed finds its writes again, but not what was there before. Fails when
 * the outcome of the writes is unknown, or they could not be noted: then everything has to be read again.
 */
export function applyBatch(
  batch: readonly Operation[],
  employees: Pick<Employees, 'write'>,
  journal: Journal,
): Result<Applied, Failure> {
  const written = employees.write(batch.map(writeOf));
  if (!written.ok) return written;
  const done: Operation[] = [];
  const failed: Failed[] = [];
  for (const [index, operation] of batch.entries()) {
    const outcome = written.value[index] ?? fail(NO_OUTCOME);
    if (!outcome.ok) {
      failed.push({ operation, failure: outcome.failure });
      continue;
    }
    done.push(operation);
    const noted = journal.note(journalWrite(operation, outcome.value));
    if (!noted.ok) return noted;
  }
  const flushed = journal.flush();
  return flushed.ok ? ok({ done, failed }) : flushed;
}

const NO_OUTCOME: Failure = {
  kind: 'unreadable-answer',
  service: 'work system',
  reason: 'fewer outcomes than writes',
};

const journalWrite = (operation: Operation, after: Employee): Parameters<Journal['note']>[0] => ({
  side: 'work',
  operation: operation.kind === 'insert' ? 'create' : 'update',
  id: after.id,
  title: nameOf(after),
  person: after.email,
  change: `${changeWords(operation).join('. ')}.`,
  before: contentOf(beforeOf(operation)),
  after: contentOf(after),
});

function contentOf(employee: Employee | null): Json {
  if (employee === null) return null;
  const { id: _id, version: _version, isOurs: _isOurs, ...content } = employee;
  return content;
}
