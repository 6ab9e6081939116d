import { deactivationsIn, type Hold } from './brakes';
import type { Plan } from './plan';
import { previewOf } from './preview';
import type { Outlook } from './settings';

/** A plan as it waits for a person. */
export const outlookOf = (planned: Plan, hold: Hold, at: string): Outlook => ({
  at,
  hold,
  preview: previewOf(planned),
  deactivations:
    hold.kind === 'empty-listing'
      ? []
      : deactivationsIn(planned.operations).map(({ employee }) => employee.id),
});
