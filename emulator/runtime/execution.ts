import type { HttpRequest, HttpResponse } from '../kit/http-message';
import type { ApiAnswer, ApiRequest, JsonObject } from '../workspace/api-method';
import type { UserPrincipal } from '../workspace/caller';
import type { ScriptRecord, TriggerRecord } from '../workspace/state/scripts';
import type { Workspace } from '../workspace/workspace';
import type { Latency } from './latency';
import type { Limits } from './limits';
import type { Machine } from './machine';
import type { Project } from '../project/project';
import { ExecutionKilled, ScriptException } from './script-exception';
import type { Surface } from '../project/surface';
import type { CallRecord } from './call-record';
import type { Traffic } from './traffic';

/** One line that a script logged. */
export interface LogLine {
  readonly at: string;
  readonly level: 'debug' | 'log' | 'info' | 'warn' | 'error';
  readonly message: string;
}

/** The state of an execution, or how it ended. */
export type ExecutionStatus = 'running' | 'completed' | 'failed' | 'timed-out';

/** What the services of an execution may do outside it; the engine fills them in. */
export interface ExecutionHands {
  readonly limits: Limits;
  readonly machine: Machine;
  /** Executions under way, including this one: outer ones first. */
  readonly running: readonly Execution[];
  readonly latency: Latency;
  /** Plans the first run of a trigger that the script just created. */
  onTriggerCreated(trigger: TriggerRecord): void;
  onTriggerDeleted(trigger: TriggerRecord): void;
  /** Whether an address is one of Google's that are answered here, or the Workspace's own. */
  isOurs(url: string): boolean;
  /**
   * Answers a request to one of these addresses in this process; null for any other.
   *
   * @param ms the time it takes, where the latency model does not apply.
   */
  answerHttp(request: HttpRequest, ms?: number): HttpResponse | null;
  /** A call of a Google API on this execution's own authority. */
  api(methodId: string, input: ApiInput): ApiAnswer;
}

export interface ApiInput {
  readonly params: Readonly<Record<string, unknown>>;
  readonly body: JsonObject | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly media?: ApiRequest['media'];
}

export interface ExecutionStart {
  readonly id: string;
  readonly functionName: string;
  readonly surface: Surface;
  /** The person it runs as: the effective user. */
  readonly person: UserPrincipal;
  /** Who is at the keyboard: null in a trigger and for anonymous visitors. */
  readonly activeUser: UserPrincipal | null;
  readonly project: Project;
  readonly script: ScriptRecord;
  readonly triggerUid: string | null;
  /** Full scope URLs that this person granted this script, among those the manifest asks for. */
  readonly scopes: ReadonlySet<string>;
  readonly limitMs: number;
}

/** One run of one function: who, where, how long, what it called and logged. The services of a realm work on its behalf. */
export class Execution {
  readonly id: string;
  readonly start: ExecutionStart;
  readonly startedAt: number;
  readonly logs: LogLine[] = [];
  readonly calls: CallRecord[] = [];
  status: ExecutionStatus = 'running';
  error: { readonly name: string; readonly message: string; readonly stack: string } | null = null;
  endedAt: number | null = null;
  /** Virtual time that other executions, nested in this one, took: it does not count toward this one's limit. */
  nestedMs = 0;
  private killed: string | null = null;
  private losesNextWrite = false;
  private readonly atEnd: (() => void)[] = [];

  constructor(
    start: ExecutionStart,
    readonly workspace: Workspace,
    private readonly traffic: Traffic,
    readonly hands: ExecutionHands,
  ) {
    this.id = start.id;
    this.start = start;
    this.startedAt = workspace.clock.now();
  }

  /** Virtual milliseconds it has run. */
  elapsedMs(): number {
    return (this.endedAt ?? this.workspace.clock.now()) - this.startedAt - this.nestedMs;
  }

  /**
   * One call of a built-in service: time, planned faults and other executions as {@link Traffic.call} has them.
   *
   * @param method `service.member`, such as `properties.getProperty`.
   */
  service<T>(method: string, work: () => T, ms?: number): T {
    return this.traffic.call(method, this, work, ms);
  }

  /**
   * Refuses as built-in services do when none of these scopes is granted.
   *
   * @param member as the message names it, such as `Session.getEffectiveUser`.
   * @param anyOf scopes of which any one suffices.
   */
  requireScope(member: string, anyOf: readonly string[]): void {
    if (anyOf.some((scope) => this.start.scopes.has(scope))) return;
    if (this.start.surface === 'trigger')
      throw new ScriptException('Authorization is required to perform that action.');
    throw new ScriptException(
      `Specified permissions are not sufficient to call ${member}. Required permissions: ${
        anyOf.length > 1 ? `(${anyOf.join(' || ')})` : anyOf[0]
      }`,
    );
  }

  log(level: LogLine['level'], message: string): void {
    this.logs.push({ at: new Date(this.workspace.clock.now()).toISOString(), level, message });
  }

  /** From here on every service call throws and nothing has any effect. */
  kill(message: string): void {
    this.killed ??= message;
  }

  get killedBy(): string | null {
    return this.killed;
  }

  requireAlive(): void {
    if (this.killed !== null) throw new ExecutionKilled(this.killed);
  }

  /** Kills it when its time is up. */
  requireTime(): void {
    if (this.elapsedMs() > this.start.limitMs) this.kill('Exceeded maximum execution time');
    this.requireAlive();
  }

  /** Calls this when the execution is over, however it ended. */
  onEnd(work: () => void): void {
    this.atEnd.push(work);
  }

  /** Called once, by the engine. */
  end(): void {
    for (const work of this.atEnd.splice(0)) work();
  }

  loseNextWrite(): void {
    this.losesNextWrite = true;
  }

  /** Whether the write under way is planned to be lost. Ask once per write. */
  takeLostWrite(): boolean {
    const lost = this.losesNextWrite;
    this.losesNextWrite = false;
    return lost;
  }
}
