import type { Cause } from '../workspace/caller';
import type { PendingRun, ScriptRecord, TriggerRecord } from '../workspace/state/scripts';
import type { Workspace } from '../workspace/workspace';
import type { FaultPlan } from './faults';
import type { Running } from './running';
import { clockEvent, firstRun, nextRun } from './triggers';

/** How unpunctual triggers are, as reported: see docs/latency.md. */
export interface Punctuality {
  /** A run is at most this late, never early. */
  readonly jitterMs: number;
  /** Shares of recurring runs that do not happen, or happen twice. */
  readonly skippedShare: number;
  readonly doubledShare: number;
  /** How long after a person's edit a calendar-updated trigger runs. */
  readonly calendarDelayMs: number;
}

export const REPORTED_PUNCTUALITY: Punctuality = {
  jitterMs: 60_000,
  skippedShare: 0.01,
  doubledShare: 0.005,
  calendarDelayMs: 5_000,
};

export const PUNCTUAL: Punctuality = {
  jitterMs: 0,
  skippedShare: 0,
  doubledShare: 0,
  calendarDelayMs: 0,
};

/** Executions that interrupt each other; some seventy exhaust the stack. */
const MOST_UNDER_WAY = 12;

/** Runs one trigger's function, now. */
export type Fire = (script: ScriptRecord, trigger: TriggerRecord, event: object) => void;

/** Runs triggers when they are due. Everything it waits for is in the state, so that a saved Workspace continues. */
export class Scheduler {
  private depth = 0;

  constructor(
    private readonly workspace: Workspace,
    private readonly punctuality: Punctuality,
    private readonly fire: Fire,
    private readonly faults: Pick<FaultPlan, 'nextRun'>,
  ) {}

  /** Plans the first run of a new trigger. */
  planFirstRun(script: ScriptRecord, trigger: TriggerRecord): void {
    const { clock, random } = this.workspace;
    const planned = firstRun(trigger.source, clock.now(), random);
    trigger.nextRunAt = planned;
    if (planned !== null) this.queue(script, trigger, planned, trigger.source.kind === 'recurring');
  }

  /** Forgets the planned runs of a deleted trigger. */
  forgetRuns(trigger: TriggerRecord): void {
    const { scripts } = this.workspace.state;
    scripts.pending = scripts.pending.filter(({ triggerUid }) => triggerUid !== trigger.uid);
  }

  /**
   * A calendar's content changed. According to Google, writes by scripts and API clients fire no trigger. Changes that
   * come while a run waits are covered by that run: it does not learn what changed.
   */
  notifyCalendarChange(calendarId: string, cause: Cause): void {
    if (cause !== 'person' && !this.workspace.settings.scriptWritesFireTriggers) return;
    const { pending } = this.workspace.state.scripts;
    for (const [script, trigger] of this.triggers()) {
      if (trigger.source.kind !== 'calendar' || trigger.source.calendarId !== calendarId) continue;
      if (pending.some(({ triggerUid }) => triggerUid === trigger.uid)) continue;
      this.push({
        scriptId: script.scriptId,
        triggerUid: trigger.uid,
        at: this.workspace.clock.now() + this.punctuality.calendarDelayMs,
        planned: null,
      });
    }
  }

  /** When the next run is due, or null when nothing is planned. */
  nextDueAt(): number | null {
    return this.workspace.state.scripts.pending[0]?.at ?? null;
  }

  /** When the last run is due that an event or a one-shot trigger requested; null when only recurring ones are left. */
  lastOnceAt(): number | null {
    const recurring = new Set(
      [...this.triggers()].flatMap(([, { uid, source }]) =>
        source.kind === 'recurring' ? [uid] : [],
      ),
    );
    const { pending } = this.workspace.state.scripts;
    const once = pending.filter(({ triggerUid }) => !recurring.has(triggerUid));
    return once.at(-1)?.at ?? null;
  }

  /**
   * Runs what was due by now, earliest first; whatever comes due meanwhile waits for the next call. Returns the number of
   * runs.
   */
  runDue(): number {
    const by = this.workspace.clock.now();
    let runs = 0;
    for (let due = this.takeDue(by); due; due = this.takeDue(by)) {
      this.run(due);
      runs++;
    }
    return runs;
  }

  /**
   * Gives other executions their turn at a service call of a running one. Each of them runs inside the one that it interrupts, on the same
   * stack, so only so many are under way at once: what is due beyond that begins as soon as one of them ends.
   */
  turn = (_running: Running): void => {
    if (this.depth >= MOST_UNDER_WAY || this.workspace.state.scripts.pending.length === 0) return;
    this.depth += 1;
    try {
      this.runDue();
    } finally {
      this.depth -= 1;
    }
  };

  private takeDue(by: number): PendingRun | undefined {
    const { pending } = this.workspace.state.scripts;
    const first = pending[0];
    if (!first || first.at > by) return undefined;
    pending.shift();
    return first;
  }

  private run({ scriptId, triggerUid, planned }: PendingRun): void {
    const script = this.workspace.state.scripts.scripts[scriptId];
    const trigger = script?.triggers.find(({ uid }) => uid === triggerUid);
    if (!script || !trigger) return;
    if (planned !== null) this.planNext(script, trigger, planned);
    const fault = this.faults.nextRun(trigger.handler);
    if (fault === 'drop') return;
    this.fire(script, trigger, this.eventOf(trigger));
    if (fault === 'double') this.fire(script, trigger, this.eventOf(trigger));
  }

  private planNext(script: ScriptRecord, trigger: TriggerRecord, planned: number): void {
    const now = this.workspace.clock.now();
    if (trigger.source.kind === 'one-shot') trigger.fired = true;
    // Runs that were missed while nobody advanced the clock are not made up for.
    let next = nextRun(trigger.source, planned);
    while (next !== null && next + this.punctuality.jitterMs < now)
      next = nextRun(trigger.source, next);
    if (trigger.nextRunAt !== null && trigger.nextRunAt > planned) return;
    trigger.nextRunAt = next;
    if (next !== null) this.queue(script, trigger, next, true);
  }

  /** The event object that a trigger passes to its function now. */
  eventOf(trigger: TriggerRecord): object {
    return trigger.source.kind === 'calendar'
      ? { authMode: 'FULL', calendarId: trigger.source.calendarId, triggerUid: trigger.uid }
      : clockEvent(trigger, this.workspace.clock.now());
  }

  private queue(
    script: ScriptRecord,
    { uid }: TriggerRecord,
    planned: number,
    recurring: boolean,
  ): void {
    const { random } = this.workspace;
    const { jitterMs, skippedShare, doubledShare } = this.punctuality;
    const jitter = () => (jitterMs === 0 ? 0 : random.int(jitterMs));
    const run = { scriptId: script.scriptId, triggerUid: uid, planned };
    const luck = recurring && skippedShare + doubledShare > 0 ? random.next() : 1;
    if (luck < skippedShare) return this.skip(run, jitter());
    this.push({ ...run, at: planned + jitter() });
    if (luck < skippedShare + doubledShare) this.push({ ...run, at: planned + jitter() });
  }

  /** A run that Google leaves out: the following one is planned all the same. */
  private skip(run: Omit<PendingRun, 'at'>, jitter: number): void {
    const script = this.workspace.state.scripts.scripts[run.scriptId]!;
    const trigger = script.triggers.find(({ uid }) => uid === run.triggerUid)!;
    const next = nextRun(trigger.source, run.planned!)!;
    trigger.nextRunAt = next;
    this.push({ ...run, planned: next, at: next + jitter });
  }

  private push(run: PendingRun): void {
    const { pending } = this.workspace.state.scripts;
    const later = pending.findIndex(({ at }) => at > run.at);
    if (later < 0) pending.push(run);
    else pending.splice(later, 0, run);
  }

  private *triggers(): Iterable<[ScriptRecord, TriggerRecord]> {
    for (const script of Object.values(this.workspace.state.scripts.scripts)) {
      for (const trigger of script.triggers) yield [script, trigger];
    }
  }
}
