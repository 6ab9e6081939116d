import type { Door } from '../rest/door';
import type { HttpRequest, HttpResponse } from '../kit/http-message';
import { advancedServicesOf } from '../services/advanced/settings';
import { operationsOf } from '../services/operations';
import type { UserPrincipal } from '../workspace/caller';
import { scopesFor } from '../workspace/oauth/consent';
import type { ScriptRecord } from '../workspace/state/scripts';
import type { Workspace } from '../workspace/workspace';
import { Execution, type ExecutionHands } from '../runtime/execution';
import type { Limits } from '../runtime/limits';
import type { Machine } from '../runtime/machine';
import type { Project } from '../project/project';
import type { RealmOutcome, Rendered } from '../runtime/realm/host';
import { Realm } from '../runtime/realm-host';
import { RealTimeGuardError } from '../runtime/real-time-guard';
import { DIGITS } from '../kit/random';
import { ExecutionKilled, ScriptException } from '../runtime/script-exception';
import type { Surface } from '../project/surface';
import type { Traffic } from '../runtime/traffic';
import { scriptCaller } from './script-caller';
import type { TriggerBook } from './trigger-book';

/** A function to run, and the circumstances of the run. */
export interface RunRequest {
  /** A name as Apps Script takes it: `f`, or `object.method`. */
  readonly functionName: string;
  readonly person: UserPrincipal;
  /** Who is at the keyboard, where that is not the person the function runs as. */
  readonly activeUser?: UserPrincipal | null;
  readonly surface: Surface;
  readonly args: readonly unknown[];
  readonly triggerUid?: string;
}

/** The outcome of a run. */
export interface RunOutcome {
  readonly execution: Execution;
  readonly value?: unknown;
  readonly rendered?: Rendered;
  /** False where google.script.run would not pass the value on. */
  readonly isForPages?: false;
}

/** An installed script project. */
export interface InstalledScript {
  readonly project: Project;
  readonly record: ScriptRecord;
}

/** How many finished executions are kept. */
const EXECUTIONS_KEPT = 1_000;

const DAY_MS = 86_400_000;

/** Answers requests to Google's addresses and the Workspace's own. */
export interface HttpBook {
  isOurs(url: string): boolean;
  answer(request: HttpRequest, execution: Execution, ms?: number): HttpResponse;
}

/** Runs functions of a script, each in a fresh realm. */
export class Engine {
  /** Newest last. */
  readonly executions: Execution[] = [];
  /** Executions under way; more than one when some are nested. */
  readonly running: Execution[] = [];
  /** Set once the Workspace has one. */
  triggers: TriggerBook | null = null;
  /** Set once the Workspace has one. */
  http: HttpBook | null = null;

  constructor(
    private readonly workspace: Workspace,
    private readonly traffic: Traffic,
    private readonly door: Door,
    readonly limits: Limits,
    readonly machine: Machine,
  ) {}

  /** Runs a function to its end. Never throws when the script fails: the error is in `execution.error`. */
  run({ project, record }: InstalledScript, request: RunRequest): RunOutcome {
    const execution = this.begin(project, record, request);
    this.running.push(execution);
    const zone = process.env['TZ'];
    process.env['TZ'] = project.manifest.timeZone;
    try {
      return { execution, ...this.runToEnd(execution, project, request) };
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
      this.running.pop();
      this.end(execution);
    }
  }

  private begin(project: Project, script: ScriptRecord, request: RunRequest): Execution {
    const { workspace } = this;
    const scopes = scopesFor(workspace, script, project.scopes, request);
    const execution: Execution = new Execution(
      {
        id: workspace.random.text(21, DIGITS),
        functionName: request.functionName,
        surface: request.surface,
        person: request.person,
        activeUser:
          request.activeUser === undefined
            ? request.surface === 'trigger'
              ? null
              : request.person
            : request.activeUser,
        project,
        script,
        triggerUid: request.triggerUid ?? null,
        scopes,
        limitMs:
          request.surface === 'addon' ? this.limits.CARD_RUNTIME_MS : this.limits.SCRIPT_RUNTIME_MS,
      },
      workspace,
      this.traffic,
      this.handsOf(() => execution),
    );
    return execution;
  }

  private handsOf(execution: () => Execution): ExecutionHands {
    return {
      limits: this.limits,
      machine: this.machine,
      running: this.running,
      latency: this.traffic.latency,
      onTriggerCreated: (trigger) => this.triggers?.planFirstRun(execution().start.script, trigger),
      onTriggerDeleted: (trigger) => this.triggers?.forgetRuns(trigger),
      isOurs: (url) => this.http?.isOurs(url) ?? false,
      answerHttp: (request, ms) =>
        this.http?.isOurs(request.url) ? this.http.answer(request, execution(), ms) : null,
      api: (methodId, { params, body, headers, media }) =>
        this.door.call(
          {
            methodId,
            params,
            body,
            media,
            ifMatch: headers['If-Match'],
            ifNoneMatch: headers['If-None-Match'],
          },
          scriptCaller(execution()),
          execution(),
        ),
    };
  }

  private runToEnd(
    execution: Execution,
    project: Project,
    { functionName, args }: RunRequest,
  ): Omit<RunOutcome, 'execution'> {
    try {
      this.requireRoom(execution);
      execution.service('execution.start', () => {});
      const realm = this.realmOf(execution, project);
      const handler = realm.load(functionName);
      if (typeof handler !== 'function')
        return this.fail(execution, 'ScriptError', `Script function not found: ${functionName}`);
      return this.settle(execution, realm.invoke(functionName, handler, args));
    } catch (error) {
      return this.fail(execution, ...describe(error));
    }
  }

  private realmOf(execution: Execution, project: Project): Realm {
    const { clock, random } = this.workspace;
    const setting = {
      timeZone: project.manifest.timeZone,
      randomSeed: random.int(2 ** 32),
      advancedServices: advancedServicesOf(project),
    };
    const operations = operationsOf(execution);
    return new Realm(project, operations, clock.now, setting, this.machine.realTimeGuardMs);
  }

  /** @see https://developers.google.com/apps-script/guides/services/quotas */
  private requireRoom({ start: { person, surface, script } }: Execution): void {
    const own = this.running.filter(({ start }) => start.person.userId === person.userId);
    if (own.length > this.limits.SIMULTANEOUS_EXECUTIONS_PER_USER)
      throw new ScriptException(
        'There are too many scripts running simultaneously for this Google user account.',
      );
    if (surface === 'trigger' && this.triggerTimeLeft(script, person) <= 0)
      throw new ScriptException('Service using too much computer time for one day.');
  }

  private triggerTimeLeft(script: ScriptRecord, { userId }: UserPrincipal): number {
    const use = script.quotaUse[`${userId}/trigger-runtime`];
    const fresh = !use || this.workspace.clock.now() - use.since >= DAY_MS;
    return this.limits.TRIGGER_RUNTIME_MS_PER_DAY - (fresh ? 0 : use.used);
  }

  /** Quotas count for 24 hours from the first use. */
  private countTriggerTime({ start: { script, person }, startedAt }: Execution, ms: number): void {
    const key = `${person.userId}/trigger-runtime`;
    const use = script.quotaUse[key];
    if (use && startedAt - use.since < DAY_MS) use.used += ms;
    else script.quotaUse[key] = { since: startedAt, used: ms };
  }

  private settle(execution: Execution, outcome: RealmOutcome): Omit<RunOutcome, 'execution'> {
    if (execution.killedBy !== null) return this.fail(execution, 'Exception', execution.killedBy);
    if (outcome.kind === 'threw') {
      this.fail(execution, outcome.name, outcome.message, outcome.stack);
      return outcome.rendered ? { rendered: outcome.rendered } : {};
    }
    execution.status = 'completed';
    return {
      ...(outcome.value !== undefined && { value: outcome.value }),
      ...(outcome.rendered && { rendered: outcome.rendered }),
      ...(outcome.isForPages === false && { isForPages: false }),
    };
  }

  private fail(execution: Execution, name: string, message: string, stack = ''): object {
    execution.status = execution.killedBy === null ? 'failed' : 'timed-out';
    execution.error = { name, message, stack };
    execution.log('error', stack || `${name}: ${message}`);
    return {};
  }

  private end(execution: Execution): void {
    execution.endedAt = this.workspace.clock.now();
    execution.end();
    if (execution.start.surface === 'trigger')
      this.countTriggerTime(execution, execution.elapsedMs());
    const outer = this.running.at(-1);
    if (outer) outer.nestedMs += execution.endedAt - execution.startedAt;
    this.executions.push(execution);
    if (this.executions.length > 2 * EXECUTIONS_KEPT) this.executions.splice(0, EXECUTIONS_KEPT);
  }
}

/** Name and message of an error that ended an execution from outside: the real-time guard, a syntax error, a kill. */
function describe(error: unknown): [name: string, message: string, stack?: string] {
  if (error instanceof ExecutionKilled) return ['Exception', error.message];
  if (error instanceof RealTimeGuardError) return [error.name, error.message];
  const { name, message, stack } = error as Error;
  return [String(name ?? 'Error'), String(message ?? error), String(stack ?? '')];
}
