import { isoInstant } from '../kit/clock';
import type { ControlAction } from './control-action';
import { readState } from './read-state';

/** The whole company as JSON: PUT takes the same back. */
export const getState: ControlAction = ({ workspace }) => workspace.state;

/** Replaces the company. */
export const putState: ControlAction = (host, input) => {
  host.load(readState(input.all()));
  return { now: isoInstant(host.workspace.clock.now()) };
};

/** Starts over with the seed company. */
export const reset: ControlAction = (host, input) => {
  host.reset(input.allowOnly(['seed']).optionalCount('seed'));
  return { now: isoInstant(host.workspace.clock.now()) };
};
