import { isoInstant } from '../kit/clock';
import type { Execution } from '../runtime/execution';
import type { ControlAction } from './control-action';

const SHOWN = 100;

/** The last executions, newest last. `limit` says how many. */
export const executions: ControlAction = ({ workspace }, input) => {
  const limit = input.allowOnly(['limit']).optionalCount('limit') ?? SHOWN;
  return { executions: newest(workspace.engine.executions, limit).map(toJson) };
};

/** The last calls of services and APIs, newest last. `limit` says how many. */
export const calls: ControlAction = ({ workspace }, input) => {
  const limit = input.allowOnly(['limit']).optionalCount('limit') ?? SHOWN;
  return {
    calls: newest(workspace.traffic.calls, limit).map((call) => ({
      ...call,
      at: isoInstant(call.at),
    })),
  };
};

const newest = <T>(items: readonly T[], limit: number): readonly T[] =>
  limit === 0 ? [] : items.slice(-limit);

const toJson = (execution: Execution): object => ({
  id: execution.id,
  function: execution.start.functionName,
  surface: execution.start.surface,
  as: execution.start.person.email,
  triggerUid: execution.start.triggerUid,
  status: execution.status,
  startedAt: isoInstant(execution.startedAt),
  endedAt: execution.endedAt === null ? null : isoInstant(execution.endedAt),
  virtualMs: execution.elapsedMs(),
  ...(execution.error && { error: execution.error }),
  logs: execution.logs,
  calls: execution.calls.map(({ method, status, ms }) => ({ method, status, ms })),
});
