/** A directory run that waits for a person: why, and what it would do. */
import { array, exactOptional, literal, number, object, picklist, string, variant } from 'valibot';
import type { Held, Standing } from '../runs/decision';
import { decisionForms } from '../runs/decision-book';
import { DEACTIVATIONS, deactivationsIn, type Hold } from './brakes';
import type { Plan } from './plan';
import { previewOf, type Preview } from './preview';
import { WHY_LEFT_OUT, type LeftOutReason } from './why';

export interface HeldRun {
  readonly hold: Hold;
  readonly preview: Preview;
}

export type DirectoryStanding = Standing<HeldRun>;

/** A held plan. An empty listing cannot be approved, because no organization is without accounts. */
export const heldRun = (planned: Plan, hold: Hold): Held<HeldRun> => {
  const ids = deactivationsIn(planned.operations).map(({ employee }) => employee.id);
  const isEmpty = hold.kind === 'empty-listing';
  return {
    numbers: { [DEACTIVATIONS]: isEmpty ? 0 : ids.length },
    subjects: isEmpty ? [] : ids,
    mayGo: !isEmpty,
    what: { hold, preview: previewOf(planned) },
  };
};

export const leftOutForm = object({
  count: number(),
  examples: array(
    object({ who: string(), reason: picklist(Object.keys(WHY_LEFT_OUT) as LeftOutReason[]) }),
  ),
});

const named = object({ count: number(), names: array(string()) });

export const directoryDecision = decisionForms<HeldRun>(
  'directory',
  1,
  object({
    hold: variant('kind', [
      object({ kind: literal('first-run') }),
      object({ kind: literal('empty-listing'), active: number() }),
      object({ kind: literal('shrunken-listing'), missing: number(), active: number() }),
      object({
        kind: literal('too-many-deactivations'),
        deactivations: number(),
        active: number(),
      }),
    ]),
    preview: object({
      users: number(),
      unchanged: number(),
      outside: exactOptional(number()),
      kinds: object({
        insert: named,
        link: named,
        update: named,
        deactivate: named,
        reactivate: named,
      }),
      leftOut: leftOutForm,
    }),
  }),
);
