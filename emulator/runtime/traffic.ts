import type { Clock } from '../kit/clock';
import type { Latency } from './latency';
import type { Running } from './running';
import type { CallRecord } from './call-record';
import type { FaultPlan } from './faults';

/** How many recent calls are kept; older ones are forgotten. */
const CALLS_KEPT = 10_000;

/**
 * The way every call takes, whoever makes it: time passes, planned faults strike before or after the work, other due
 * executions get their turn, and the call is recorded.
 */
export class Traffic {
  readonly calls: CallRecord[] = [];
  /** Set by the scheduler: lets due executions run, nested and to their end, before a script's call goes on. */
  turn: (running: Running) => void = () => {};

  constructor(
    private readonly clock: Clock,
    readonly latency: Latency,
    readonly faults: FaultPlan,
  ) {}

  /**
   * @param method the Discovery id, or `service.member` for a built-in service.
   * @param execution the script's execution; null for a client outside.
   * @param ms overrides the latency model, where the call itself knows better (a sleep, a batch).
   */
  call<T>(method: string, execution: Running | null, work: () => T, ms = this.latency(method)): T {
    execution?.requireAlive();
    const fault = this.faults.next(method);
    const at = this.clock.now();
    this.clock.advance(ms);
    let status = 200;
    try {
      execution?.requireTime();
      if (execution) this.turn(execution);
      if (fault?.when === 'before') fault.strike(execution);
      const answer = work();
      if (fault?.when === 'after') fault.strike(execution);
      return answer;
    } catch (error) {
      status = statusOf(error);
      throw error;
    } finally {
      this.record({ method, status, ms, at, executionId: execution?.id ?? null }, execution);
    }
  }

  private record(call: CallRecord, execution: Running | null): void {
    this.calls.push(call);
    if (this.calls.length > 2 * CALLS_KEPT) this.calls.splice(0, CALLS_KEPT);
    execution?.calls.push(call);
  }
}

const statusOf = (error: unknown): number => {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'number' ? code : 500;
};
