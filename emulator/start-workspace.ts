import { answerControl, isControl } from './control/control';
import type { WorkspaceHost } from './control/host';
import type { LocalWorkspace } from './local-workspace';
import { answerRequest } from './server/answer';
import type { HttpRequest, HttpResponse } from './kit/http-message';
import { listen } from './server/server';
import { allScopes } from './rest/all-scopes';
import type { RunOutcome } from './engine/engine';
import type { FaultPlan } from './runtime/faults';
import type { Surface } from './project/surface';
import { tokenFor } from './workspace/oauth/tokens';
import type { WorkspaceState } from './workspace/state/workspace-state';
import { Host, type HostOptions } from './workspace-host';

export interface StartOptions extends HostOptions {
  /** 0, or left out, for any free port. */
  readonly port?: number;
  /** Answers other addresses than Google's and the control API's, such as the console's pages. */
  readonly pages?: (request: HttpRequest, host: WorkspaceHost) => HttpResponse | undefined;
}

/** A running Workspace, and the ways to drive it from the same process. */
export interface StartedWorkspace {
  /** `http://localhost:<port>`: Google's paths and the control API. */
  readonly url: string;
  /** Oddities of the script that do not keep it from running, as sentences. */
  readonly warnings: readonly string[];
  /** The Workspace that is running now; another one after a reset. */
  readonly workspace: LocalWorkspace;
  readonly faults: FaultPlan;
  readonly clock: {
    now(): number;
    /** Advances the clock; triggers that come due on the way run, unless that is switched off. */
    advance(ms: number, options?: { readonly runDueTriggers?: boolean }): void;
  };
  /** An access token; for every scope when none is named. */
  tokenFor(email: string, scopes?: readonly string[]): string;
  run(
    functionName: string,
    options: {
      readonly as: string;
      readonly event?: object;
      readonly parameters?: readonly unknown[];
      readonly surface?: Surface;
    },
  ): RunOutcome;
  reset(seedNumber?: number): void;
  load(state: WorkspaceState): void;
  stop(): Promise<void>;
}

/**
 * Starts a local Workspace and serves it on this machine.
 *
 * @throws ProjectError in one sentence about a script that cannot be run; Error about a port that is taken.
 */
export async function startWorkspace(options: StartOptions = {}): Promise<StartedWorkspace> {
  const host = new Host(options);
  const server = await listen(options.port ?? 0, (request) => answer(host, request, options));
  host.origin = server.url;
  const timer = options.clock === 'wall' ? runTriggersOnTime(host) : undefined;
  return {
    url: server.url,
    warnings: host.warnings,
    get workspace() {
      return host.workspace;
    },
    get faults() {
      return host.workspace.faults;
    },
    clock: {
      now: () => host.workspace.clock.now(),
      advance: (ms, how) => host.workspace.advance(ms, how),
    },
    tokenFor: (email, scopes = allScopes()) => tokenFor(host.workspace, email, scopes).token,
    run: (functionName, how) => host.workspace.run(functionName, how),
    reset: (seedNumber) => host.reset(seedNumber),
    load: (state) => host.load(state),
    stop() {
      clearInterval(timer);
      return server.close();
    },
  };
}

/** While the clock follows the wall clock, whatever comes due runs within a second. */
const runTriggersOnTime = (host: WorkspaceHost): NodeJS.Timeout =>
  setInterval(() => host.workspace.scheduler.runDue(), 1000).unref();

function answer(host: WorkspaceHost, request: HttpRequest, { pages }: StartOptions): HttpResponse {
  if (isControl(request.url)) return answerControl(host, request);
  return pages?.(request, host) ?? answerRequest(host.workspace, request);
}
