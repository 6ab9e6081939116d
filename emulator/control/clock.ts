import { isoInstant } from '../kit/clock';
import type { ControlAction } from './control-action';
import type { WorkspaceHost } from './host';

export const getClock: ControlAction = ({ workspace }) => ({
  now: isoInstant(workspace.clock.now()),
});

/**
 * Advances the clock. Triggers that come due on the way run, unless that is switched off. `untilIdle` goes on until
 * only recurring triggers are left to wait for.
 */
export const advanceClock: ControlAction = ({ workspace }, input) => {
  input.allowOnly(['advanceMs', 'runDueTriggers', 'untilIdle']);
  if (input.optionalFlag('untilIdle')) {
    workspace.advanceUntilIdle();
    return getClock({ workspace } as WorkspaceHost, input);
  }
  const runDueTriggers = input.optionalFlag('runDueTriggers') ?? true;
  workspace.advance(input.optionalCount('advanceMs') ?? 0, { runDueTriggers });
  return { now: isoInstant(workspace.clock.now()) };
};
