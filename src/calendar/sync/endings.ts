/**
 * A series that is deleted, unlinked or made anew goes on being a pair, as it was, until its exceptions have followed: a run that is killed
 * in between leaves the next one all that it needs to plan the same again.
 */
import type { Failure } from '../../kit/failure';
import type { Link } from '../entry/link';
import type { Operation } from './operations';
import type { Failed, Outcome } from './outcome';

export interface Endings {
  /**
   * Of a batch, what has succeeded and can be saved now: series whose last exception is in it, but not those that others have to follow.
   *
   * @param outcomes in the order of the batch.
   */
  ready(batch: readonly Operation[], outcomes: readonly Outcome[]): readonly Outcome[];
  /** The series that somebody still has to follow, after everything was tried: with why, if they have to be planned again. */
  rest(failures: ReadonlyMap<Operation, Failure>): {
    readonly toSave: readonly Outcome[];
    readonly failed: readonly Failed[];
  };
}

export function endings(operations: readonly Operation[]): Endings {
  const followers = new Map<Operation, Set<Operation>>();
  for (const one of operations)
    for (const fate of one.needs ?? [])
      if (ends(fate, one)) followers.set(fate, (followers.get(fate) ?? new Set()).add(one));
  const held = new Map<Operation, Outcome>();
  return {
    ready(batch, outcomes) {
      const saved: Outcome[] = [];
      outcomes.forEach((outcome, index) => {
        if (outcome.failure) return;
        if (followers.has(batch[index]!)) held.set(batch[index]!, outcome);
        else saved.push(outcome);
        for (const its of followers.values()) its.delete(batch[index]!);
      });
      for (const [fate, outcome] of held) {
        if (followers.get(fate)!.size > 0) continue;
        held.delete(fate);
        saved.push(outcome);
      }
      return saved;
    },
    rest(failures) {
      const toSave: Outcome[] = [];
      const failed: Failed[] = [];
      for (const [operation, outcome] of held) {
        const [why] = [...followers.get(operation)!].flatMap((one) => failures.get(one) ?? []);
        if (operation.kind !== 'create' && why) failed.push({ operation, failure: why });
        else
          toSave.push(
            outcome,
            ...[...followers.get(operation)!].flatMap((one) => later(one, outcome)),
          );
      }
      return { toSave, failed };
    },
  };
}

/** An exception that could not be put into the series that was made anew: later runs try it again. */
function later(one: Operation, series: Outcome): Outcome[] {
  const link = previousOf(one);
  if (!link || series.operation.kind !== 'create') return [];
  const slot = { ...link.slot!, series: series.google?.id ?? series.operation.source.id };
  const operation = { kind: 'leave', link: { ...link, slot }, postpones: true } as const;
  return [{ operation, google: null, work: null, generation: 0, failure: null }];
}

/** Whether a series ends as the pair that it was, and the other operation is that of one of its exceptions. */
function ends(fate: Operation, one: Operation): boolean {
  const isSplit = fate.kind === 'create' && fate.continues !== undefined;
  const series = isSplit ? null : endingLink(fate);
  return series !== null && previousOf(one)?.slot?.series === series.google.id;
}

const endingLink = (operation: Operation): Link | null =>
  operation.kind === 'delete' || operation.kind === 'unlink' || operation.kind === 'create'
    ? previousOf(operation)
    : null;

function previousOf(operation: Operation): Link | null {
  if ('link' in operation) return operation.link;
  return 'previous' in operation ? operation.previous : operation.replaces;
}
