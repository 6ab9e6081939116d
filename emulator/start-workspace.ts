import { basename, resolve } from 'node:path';
import { answerControl, isControl } from './control/control';
import type { WorkspaceHost } from './control/host';
import { LocalWorkspace, type LocalWorkspaceOptions } from './local-workspace';
import { answerRequest } from './rest/answer';
import type { HttpRequest, HttpResponse } from './rest/http-message';
import { listen } from './rest/server';
import { allScopes } from './rest/all-scopes';
import type { InstalledScript, RunOutcome } from './runtime/engine';
import type { FaultPlan } from './runtime/faults';
import { readProject, type Project } from './runtime/project';
import type { Surface } from './runtime/surface';
import { firstCompany } from './first-company';
import { publishListing } from './workspace/marketplace/actions';
import { tokenFor } from './workspace/oauth/tokens';
import type { WorkspaceState } from './workspace/state';

export interface StartOptions extends Pick<
  LocalWorkspaceOptions,
  'settings' | 'limits' | 'latency' | 'startAt' | 'punctuality'
> {
  /** The company to begin with; our seed company when left out. Copied, and used again at a reset. */
  readonly seed?: WorkspaceState;
  /** The position of chance. */
  readonly seedNumber?: number;
  /** 0, or left out, for any free one. */
  readonly port?: number;
  /** `wall` follows the machine's clock and can be pushed forward; `manual` stands still until it is advanced. */
  readonly clock?: 'manual' | 'wall';
  /** A folder of .gs, .js and .html files with an appsscript.json; null for none. */
  readonly script?: string | null;
  /**
   * Whose application the script is: the first organisation's own (private, internal to it), or an outside vendor's that
   * everybody finds in the Marketplace. `organization` when left out.
   */
  readonly scriptOwner?: 'organization' | 'vendor';
  /** What answers beside Google's addresses and the control API, such as the console's pages. */
  readonly pages?: (request: HttpRequest, host: WorkspaceHost) => HttpResponse | undefined;
}

/** A Workspace that runs, and the ways to drive it from the same process. */
export interface StartedWorkspace {
  /** `http://localhost:<port>`: Google's paths and the control API. */
  readonly url: string;
  /** The one that runs now; another one after a reset. */
  readonly workspace: LocalWorkspace;
  readonly faults: FaultPlan;
  readonly clock: {
    now(): number;
    /** Turns the clock forward; triggers that come due on the way run, unless that is switched off. */
    advance(ms: number, options?: { readonly runDueTriggers?: boolean }): void;
  };
  /** An access token, of every scope when none are named. */
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
  return {
    url: server.url,
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
    stop: () => server.close(),
  };
}

function answer(host: WorkspaceHost, request: HttpRequest, { pages }: StartOptions): HttpResponse {
  if (isControl(request.url)) return answerControl(host, request);
  return pages?.(request, host) ?? answerRequest(host.workspace, request);
}

/** Makes Workspaces from the same options: at the start, at a reset, at a load. */
class Host implements WorkspaceHost {
  workspace: LocalWorkspace;
  private readonly project: Project | null;
  private scriptId = '';

  constructor(private readonly options: StartOptions) {
    this.project = options.script ? readProject(options.script) : null;
    this.workspace = this.made(this.seed(options.seedNumber), options.startAt);
    this.installScript();
  }

  reset(seedNumber = this.options.seedNumber): void {
    this.workspace = this.made(this.seed(seedNumber), this.options.startAt);
    this.installScript();
  }

  load(state: WorkspaceState): void {
    const now = this.workspace.clock.now();
    this.workspace = this.made(structuredClone(state), now);
    this.workspace.clock.advance(Math.max(0, now - this.workspace.clock.now()));
    const record = this.workspace.state.scripts.scripts[this.scriptId];
    if (this.project && record) this.publish(this.workspace.attach(this.project, record));
    else this.installScript();
  }

  private seed(seedNumber: number | undefined): WorkspaceState {
    const { seed } = this.options;
    const state = seed ? structuredClone(seed) : firstCompany(seedNumber ?? 1);
    if (seedNumber !== undefined) state.random.seed = seedNumber;
    return state;
  }

  private made(state: WorkspaceState, startAt: number | undefined): LocalWorkspace {
    const { clock = 'manual', settings, limits, latency, punctuality } = this.options;
    return new LocalWorkspace({
      state,
      clock,
      ...(startAt !== undefined && { startAt }),
      ...(settings && { settings }),
      ...(limits && { limits }),
      ...(latency && { latency }),
      ...(punctuality && { punctuality }),
    });
  }

  /** The script is edited by the first super administrator; whose application it is, the options say. */
  private installScript(): void {
    if (!this.project) return;
    const { directory } = this.workspace.state;
    const owner = Object.values(directory.users).find(({ isAdmin }) => isAdmin);
    const isVendors = this.options.scriptOwner === 'vendor';
    const installed = this.workspace.install(this.project, {
      name: nameOf(this.project, this.options.script ?? ''),
      ownerEmail: owner?.primaryEmail ?? '',
      ownerCustomerId: isVendors ? null : (owner?.customerId ?? null),
    });
    this.scriptId = installed.record.scriptId;
    this.publish(installed);
  }

  /** Lists the script in the Marketplace: a vendor's for everybody, an organisation's own for that alone. */
  private publish({ project, record }: InstalledScript): void {
    const { clientId, name, projectNumber } = record;
    const ownerCustomerId = this.workspace.state.oauth.clients[clientId]?.ownerCustomerId ?? null;
    publishListing(this.workspace, {
      applicationId: projectNumber,
      name,
      clientId,
      scopes: [...project.scopes],
      visibility: ownerCustomerId === null ? 'public' : 'private',
      ownerCustomerId,
    });
  }
}

/** As consent screens show it: the add-on's name, or the folder's. */
function nameOf({ manifest }: Project, folder: string): string {
  const common = manifest.addOns?.['common'] as { readonly name?: unknown } | undefined;
  return typeof common?.name === 'string' ? common.name : basename(resolve(folder));
}
