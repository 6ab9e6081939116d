import { isoInstant } from '../runtime/clock';
import type { ControlAction } from './control';

export const getClock: ControlAction = ({ workspace }) => ({
  now: isoInstant(workspace.clock.now()),
});

/** Turns the clock forward; triggers that come due on the way run, unless that is switched off. */
export const advanceClock: ControlAction = ({ workspace }, input) => {
  input.allowOnly(['advanceMs', 'runDueTriggers']);
  const runDueTriggers = input.optionalFlag('runDueTriggers') ?? true;
  workspace.advance(input.optionalCount('advanceMs') ?? 0, { runDueTriggers });
  return { now: isoInstant(workspace.clock.now()) };
};
