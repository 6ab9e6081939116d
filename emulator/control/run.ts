import type { RunOutcome } from '../engine/engine';
import { requireAccount } from './account';
import type { ControlAction } from './control-action';
import { ControlRefusal } from './input';

const SURFACES = ['editor', 'addon', 'webapp', 'trigger'] as const;

/** Runs a function of the installed script and answers with its outcome and its calls. */
export const run: ControlAction = ({ workspace }, input) => {
  input.allowOnly(['function', 'as', 'event', 'parameters', 'surface']);
  const functionName = input.text('function');
  const as = input.text('as');
  const event = input.optionalObject('event');
  const parameters = input.optionalList('parameters');
  const surface = input.optionalChoice('surface', SURFACES) ?? 'editor';
  if (event && parameters)
    throw new ControlRefusal(
      400,
      'Give "event" or "parameters", not both: an event is the only argument.',
    );
  requireAccount(workspace, as);
  if (!workspace.installed)
    throw new ControlRefusal(
      409,
      'No script project is installed in this Workspace. Start it with --script DIR.',
    );
  return outcomeOf(
    workspace.run(functionName, {
      as,
      surface,
      ...(event && { event }),
      ...(parameters && { parameters }),
    }),
  );
};

/** The outcome of an execution as JSON. */
export const outcomeOf = ({ execution, value, rendered }: RunOutcome): object => ({
  result: value ?? null,
  ...(rendered?.kind === 'card' && { card: rendered.value }),
  ...(rendered && rendered.kind !== 'card' && { output: rendered }),
  ...(execution.error && { error: execution.error }),
  logs: execution.logs,
  calls: execution.calls.map(({ method, status, ms }) => ({ method, status, ms })),
  virtualMs: execution.elapsedMs(),
});
