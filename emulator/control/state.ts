import { emptyState, type WorkspaceState } from '../workspace/state';
import { isoInstant } from '../runtime/clock';
import type { ControlAction } from './control';
import { ControlRefusal, type Input } from './input';

/** The whole company as JSON: what PUT takes back. */
export const getState: ControlAction = ({ workspace }) => workspace.state;

/** Replaces the company. */
export const putState: ControlAction = (host, input) => {
  host.load(readState(input));
  return { now: isoInstant(host.workspace.clock.now()) };
};

/** Begins anew with the seed company. */
export const reset: ControlAction = (host, input) => {
  host.reset(input.allowOnly(['seed']).optionalCount('seed'));
  return { now: isoInstant(host.workspace.clock.now()) };
};

/** Checks the outline: every part there and of the right kind. What is inside is the giver's affair. */
function readState(input: Input): WorkspaceState {
  const given = input.all();
  const outline = emptyState(0) as unknown as Record<string, unknown>;
  input.allowOnly(Object.keys(outline));
  if (given['version'] !== outline['version'])
    throw new ControlRefusal(400, `"version" must be ${String(outline['version'])}.`);
  for (const [name, part] of Object.entries(outline)) {
    if (Array.isArray(part)) {
      if (input.optionalList(name) === undefined)
        throw new ControlRefusal(400, `"${name}" is missing.`);
    } else if (typeof part === 'object' && part !== null) {
      const fields = input.object(name);
      for (const field of Object.keys(part))
        if (!(field in fields)) throw new ControlRefusal(400, `"${name}.${field}" is missing.`);
    }
  }
  return given as unknown as WorkspaceState;
}
