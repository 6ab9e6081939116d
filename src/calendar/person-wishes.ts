/** The turns of people who wished for something else than a run: a preview, or to be rid of the copies. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { portsOf, type Ready } from './person-cycle';
import type { Planned } from './plan-unlinked';
import { previewOf } from './preview';
import { removeCopies, type Removed } from './removal';
import type { RunnerPorts } from './runner-ports';
import { sayable } from './sayable';
import { prospect } from './sync';

const NOTHING: Planned = { operations: [], leftOut: [] };

export const lookAhead = {
  /** Plans a run, writes nothing but the preview. The outer failure is the plan's, the inner one the saving's. */
  planned(ports: RunnerPorts, one: Ready, at: string): Result<Result<null, Failure>, Failure> {
    const { calendarPorts } = portsOf(ports, one);
    const found = prospect(calendarPorts, { policy: one.policy, approved: null });
    if (!found.ok) return found;
    const { planned, hold } = found.value;
    const saved = { plannedAt: at, preview: previewOf(planned), hold, failure: null };
    return ok(ports.previews.put(one.task.email, saved));
  },
  /** Says why there is no preview. */
  failed: (
    ports: RunnerPorts,
    email: string,
    failure: Failure,
    at: string,
  ): Result<null, Failure> =>
    ports.previews.put(email, {
      plannedAt: at,
      preview: previewOf(NOTHING),
      hold: null,
      failure: sayable(failure),
    }),
};

/** Deletes what we made, if it may be, and drops the links. */
export const takeCopiesAway = (ports: RunnerPorts, one: Ready): Result<Removed, Failure> =>
  removeCopies(portsOf(ports, one).calendarPorts, one.policy);
