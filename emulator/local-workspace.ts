import { manualClock, wallClock, type Clock } from './kit/clock';
import { Engine, type InstalledScript, type RunOutcome } from './engine/engine';
import type { Execution } from './runtime/execution';
import { FaultPlan } from './runtime/faults';
import { installScript } from './engine/install-script';
import { noLatency, reportedLatency } from './runtime/latency';
import { GOOGLE_LIMITS, type Limits } from './runtime/limits';
import { APART, type Machine } from './runtime/machine';
import type { Project } from './project/project';
import { random, type Random } from './kit/random';
import { PUNCTUAL, REPORTED_PUNCTUALITY, Scheduler, type Punctuality } from './runtime/scheduler';
import { scriptProjects } from './engine/script-projects';
import type { Surface } from './project/surface';
import { Traffic } from './runtime/traffic';
import { TriggerRuns } from './engine/trigger-runs';
import { answerRequest } from './server/answer';
import { Door } from './rest/door';
import { isGoogleHost } from './rest/google-hosts';
import { Quotas } from './rest/quotas';
import type { QuotaLimits } from './rest/quotas-limits';
import type { ApiAnswer, JsonObject } from './workspace/api-method';
import type { AuditEntry } from './workspace/audit-log';
import { byHand } from './workspace/by-hand';
import type { Cause, UserPrincipal } from './workspace/caller';
import { findPrincipal } from './workspace/directory/accounts';
import type { ScriptOwner } from './workspace/script-projects';
import type { ScriptRecord } from './workspace/state/scripts';
import { recordAudit } from './workspace/reports/log';
import { planLateEntries } from './workspace/reports/mishaps';
import { DEFAULT_SETTINGS, type Settings } from './workspace/settings';
import { withOwnKeysOnly } from './workspace/state/own-keys';
import type { WorkspaceState } from './workspace/state/workspace-state';
import type { Workspace } from './workspace/workspace';

export interface LocalWorkspaceOptions {
  /** The company to start with. Used directly, not copied. */
  readonly state: WorkspaceState;
  /** `manual` moves only when it is advanced. */
  readonly clock?: 'manual' | 'wall';
  /** Where a manual clock starts: milliseconds since 1970. */
  readonly startAt?: number;
  readonly settings?: Partial<Settings>;
  readonly limits?: Partial<Limits>;
  /** What scripts may do with this machine; they stay apart from the network when left out. */
  readonly machine?: Partial<Machine>;
  /** `none`: calls take no virtual time, and triggers are punctual. */
  readonly latency?: 'reported' | 'none';
  readonly punctuality?: Partial<Punctuality>;
  /** API quotas that differ from Google's; `NO_QUOTAS` for none at all. */
  readonly quotas?: Partial<QuotaLimits>;
}

const DAY_MS = 86_400_000;

/** Monday 2 March 2026, 08:00 UTC: where a manual clock starts unless it is set otherwise. */
export const DEFAULT_START = Date.UTC(2026, 2, 2, 8);

/**
 * A company's Google Workspace in this process: its data, the APIs over it, and a script project that runs in it.
 * Everything is synchronous; the HTTP server around it is in server/.
 */
export class LocalWorkspace implements Workspace {
  private present: WorkspaceState;
  readonly clock: Clock;
  readonly random: Random;
  readonly settings: Settings;
  readonly faults = new FaultPlan();
  readonly traffic: Traffic;
  readonly door: Door;
  readonly engine: Engine;
  readonly scheduler: Scheduler;
  readonly projects = scriptProjects(this);
  /** Where its HTTP server listens, such as `http://localhost:8080`: requests from scripts to it are answered directly. */
  origin: string | null = null;
  /** By script id. */
  private readonly scripts = new Map<string, InstalledScript>();
  private readonly triggerRuns: TriggerRuns;
  private script: InstalledScript | null = null;

  constructor(options: LocalWorkspaceOptions) {
    this.present = withOwnKeysOnly(options.state);
    this.clock =
      options.clock === 'wall' ? wallClock() : manualClock(options.startAt ?? DEFAULT_START);
    this.random = random({
      get seed() {
        return options.state.random.seed;
      },
      set seed(value) {
        options.state.random.seed = value;
      },
    });
    this.settings = { ...DEFAULT_SETTINGS, ...options.settings };
    const latency = options.latency === 'none' ? noLatency : reportedLatency(this.random);
    this.traffic = new Traffic(this.clock, latency, this.faults);
    this.door = new Door(this, this.traffic, new Quotas(this.clock, options.quotas));
    this.engine = new Engine(
      this,
      this.traffic,
      this.door,
      { ...GOOGLE_LIMITS, ...options.limits },
      { ...APART, ...options.machine },
    );
    this.triggerRuns = new TriggerRuns(this, this.engine, this.installedAs);
    this.scheduler = new Scheduler(
      this,
      { ...(options.latency === 'none' ? PUNCTUAL : REPORTED_PUNCTUALITY), ...options.punctuality },
      (script, trigger, event) => void this.triggerRuns.fire(script, trigger, event),
      this.faults,
    );
    this.engine.triggers = this.scheduler;
    this.engine.http = {
      isOurs: (url) => {
        const { origin, host } = new URL(url);
        return isGoogleHost(host) || origin === this.origin;
      },
      answer: (request, execution, ms) => answerRequest(this, request, execution, ms),
    };
    this.traffic.turn = this.scheduler.turn;
    this.faults.hands = {
      act: (as, method, params, body) => void this.act(as, method, params, body),
      run: (name, as, event) => void this.run(name, { as, ...(event && { event }) }),
    };
  }

  get state(): WorkspaceState {
    return this.present;
  }

  set state(state: WorkspaceState) {
    this.present = withOwnKeysOnly(state);
  }

  audit = (entry: AuditEntry): void => {
    const { applicationName } = entry;
    const late = this.faults.nextEntry(applicationName);
    if (late) planLateEntries(this, { ...late, applicationName });
    recordAudit(this, entry);
  };

  notifyCalendarChange = (calendarId: string, cause: Cause): void =>
    this.scheduler.notifyCalendarChange(calendarId, cause);

  /**
   * Advances the clock. Triggers that come due on the way run at their time; the clock ends later than asked when the
   * last of them took longer.
   */
  advance(ms: number, { runDueTriggers = true } = {}): void {
    const target = this.clock.now() + ms;
    if (runDueTriggers) this.runTriggersUntil(target);
    if (this.clock.now() < target) this.clock.advance(target - this.clock.now());
  }

  /**
   * Runs everything that an event or a one-shot trigger requested, and whatever that requests in turn, for a day at most;
   * recurring triggers that come due on the way run too.
   */
  advanceUntilIdle(): void {
    const end = this.clock.now() + DAY_MS;
    for (let due = this.scheduler.lastOnceAt(); due !== null && due <= end;) {
      this.advance(Math.max(0, due - this.clock.now()));
      due = this.scheduler.lastOnceAt();
    }
  }

  /** Runs a trigger at once: null when its owner is gone, undefined when there is no such trigger. */
  runTrigger(uid: string): Execution | null | undefined {
    for (const { record } of this.scripts.values()) {
      const trigger = record.triggers.find((one) => one.uid === uid);
      if (trigger)
        return this.triggerRuns.fire(record, trigger, this.scheduler.eventOf(trigger)) ?? null;
    }
    return undefined;
  }

  private runTriggersUntil(target: number): void {
    for (let due = this.scheduler.nextDueAt(); due !== null && due <= target;) {
      if (due > this.clock.now()) this.clock.advance(due - this.clock.now());
      this.scheduler.runDue();
      due = this.scheduler.nextDueAt();
    }
  }

  /** Puts a script project into this Workspace; `run` runs its functions. */
  install(project: Project, owner: ScriptOwner): InstalledScript {
    return this.attach(project, installScript(this, project, owner));
  }

  /** Adds the code of a script that the state already knows, as after a load. */
  attach(project: Project, record: ScriptRecord): InstalledScript {
    this.script = { project, record };
    this.scripts.set(record.scriptId, this.script);
    return this.script;
  }

  /** The project with this id; undefined where its code is not here. */
  readonly installedAs = (scriptId: string): InstalledScript | undefined =>
    this.scripts.get(scriptId);

  /** The script project that `run` runs, or null. */
  get installed(): InstalledScript | null {
    return this.script;
  }

  /** Runs a function of the installed script. */
  run(
    functionName: string,
    {
      as,
      event,
      parameters,
      surface = 'editor',
    }: {
      readonly as: string;
      readonly event?: object;
      readonly parameters?: readonly unknown[];
      readonly surface?: Surface;
    },
  ): RunOutcome {
    if (!this.script) throw new Error('No script project is installed in this Workspace.');
    return this.engine.run(this.script, {
      functionName,
      person: this.requirePrincipal(as),
      surface,
      args: event === undefined ? (parameters ?? []) : [event],
    });
  }

  /** An API call that this person makes by hand in Google's own products: every scope, no application. */
  act(as: string, methodId: string, params: object = {}, body: object | null = null): ApiAnswer {
    return this.door.call(
      { methodId, params: params as Record<string, unknown>, body: body as JsonObject | null },
      byHand(this.requirePrincipal(as)),
      null,
      0,
    );
  }

  private requirePrincipal(email: string): UserPrincipal {
    const principal = findPrincipal(this.state.directory, email);
    if (!principal) throw new Error(`Nobody in this Workspace has the address ${email}.`);
    return principal;
  }
}
