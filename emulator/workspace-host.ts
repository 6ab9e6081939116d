import { basename, resolve } from 'node:path';
import type { WorkspaceHost } from './control/host';
import { DEFAULT_START, LocalWorkspace, type LocalWorkspaceOptions } from './local-workspace';
import { wallClock } from './kit/clock';
import type { InstalledScript } from './engine/engine';
import { readProject, toProject, type Libraries, type Project } from './project/project';
import { projectFiles } from './project/project-folder';
import { seedCompany } from './seed/company';
import { publishListing } from './workspace/marketplace/actions';
import { doPublishersPart, type PublisherProperties } from './workspace/scripts/publisher';
import type { ScriptRecord } from './workspace/state/scripts';
import type { WorkspaceState } from './workspace/state/workspace-state';

/** The options from which a Workspace is made. */
export interface HostOptions extends Pick<
  LocalWorkspaceOptions,
  'settings' | 'limits' | 'machine' | 'latency' | 'startAt' | 'punctuality'
> {
  /** The company to start with; our seed company when left out. Copied, and used again at a reset. */
  readonly seed?: WorkspaceState;
  /** The seed of the random numbers. */
  readonly seedNumber?: number;
  /** `wall` follows the machine's clock and can be pushed forward; `manual` moves only when it is advanced. */
  readonly clock?: 'manual' | 'wall';
  /** A folder of .gs, .js and .html files with an appsscript.json; null for none. */
  readonly script?: string | null;
  /** Folders with the code of libraries, by the name under which the script uses them. */
  readonly libraries?: Readonly<Record<string, string>>;
  /**
   * Whose application the script is: the first organization's own (private, internal to it), or an outside vendor's that
   * everybody finds in the Marketplace. `organization` when left out.
   */
  readonly scriptOwner?: 'organization' | 'vendor';
  /** Does what the script's publisher does once by hand, and stores the result in properties of these names. */
  readonly publisher?: PublisherProperties;
}

/** The seed company that was made last: it takes longer to grow than to copy, and most Workspaces begin alike. */
let grown: { readonly key: string; readonly state: WorkspaceState } | null = null;

function grownCompany(seedNumber: number, beginning: number): WorkspaceState {
  const key = `${seedNumber} ${beginning}`;
  if (grown?.key !== key) grown = { key, state: seedCompany(seedNumber, beginning) };
  return structuredClone(grown.state);
}

/** Makes Workspaces from the same options: at the start, after a reset, after a load. */
export class Host implements WorkspaceHost {
  workspace: LocalWorkspace;
  private readonly project: Project | null;
  private scriptId = '';
  private ownOrigin: string | null = null;

  constructor(private readonly options: HostOptions) {
    this.project = options.script ? readProject(options.script, librariesOf(options)) : null;
    this.workspace = this.made(this.seed(options.seedNumber), options.startAt);
    this.installScript();
  }

  /** Oddities of the script, as sentences. */
  get warnings(): readonly string[] {
    return this.project?.warnings ?? [];
  }

  /** Where the HTTP server listens, for scripts that fetch from it. */
  set origin(origin: string) {
    this.ownOrigin = origin;
    this.workspace.origin = origin;
  }

  reset(seedNumber = this.options.seedNumber): void {
    this.workspace = this.made(this.seed(seedNumber), this.options.startAt);
    this.installScript();
  }

  load(state: WorkspaceState): void {
    const now = this.workspace.clock.now();
    this.workspace = this.made(structuredClone(state), now);
    this.workspace.clock.advance(Math.max(0, now - this.workspace.clock.now()));
    this.attachPushed();
    const record = this.workspace.state.scripts.scripts[this.scriptId];
    if (record?.api?.files) return;
    if (this.project && record) this.publish(this.workspace.attach(this.project, record));
    else this.installScript();
  }

  /** Adds the code again that was pushed through the Apps Script API: the state has it. */
  private attachPushed(): void {
    const libraries = this.project?.libraries ?? {};
    for (const record of Object.values(this.workspace.state.scripts.scripts))
      if (record.api?.files)
        this.workspace.attach(toProject(record.api.files, { libraries }), record);
  }

  private seed(seedNumber: number | undefined): WorkspaceState {
    const { seed } = this.options;
    if (!seed) return grownCompany(seedNumber ?? 1, this.beginning());
    const state = structuredClone(seed);
    if (seedNumber !== undefined) state.random.seed = seedNumber;
    return state;
  }

  /** When the company begins: the recent activity of its people is dated relative to this. */
  private beginning(): number {
    const { startAt, clock } = this.options;
    return startAt ?? (clock === 'wall' ? wallClock().now() : DEFAULT_START);
  }

  private made(state: WorkspaceState, startAt: number | undefined): LocalWorkspace {
    const { clock = 'manual', settings, limits, machine, latency, punctuality } = this.options;
    const workspace = new LocalWorkspace({
      state,
      clock,
      ...(startAt !== undefined && { startAt }),
      ...(settings && { settings }),
      ...(limits && { limits }),
      ...(machine && { machine }),
      ...(latency && { latency }),
      ...(punctuality && { punctuality }),
    });
    workspace.origin = this.ownOrigin;
    return workspace;
  }

  /** The script is edited by the first super administrator; the options decide whose application it is. */
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
    if (this.options.publisher)
      doPublishersPart(this.workspace, installed.record, this.options.publisher);
    this.publish(installed);
  }

  /** Lists the script in the Marketplace: a vendor's for everybody, an organization's own for that organization only. */
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
      setupUrl: project.manifest.webapp ? webAppUrl(record) : null,
    });
  }
}

const librariesOf = ({ libraries = {} }: HostOptions): Libraries =>
  Object.fromEntries(
    Object.entries(libraries).map(([name, folder]) => [name, projectFiles(folder)]),
  );

/** Google's address of the script's web app: the page on which administrators set it up. */
const webAppUrl = ({ deploymentId }: ScriptRecord): string =>
  `https://script.google.com/macros/s/${deploymentId}/exec`;

/** The name on consent screens: the add-on's, or the folder's. */
function nameOf({ manifest }: Project, folder: string): string {
  const common = manifest.addOns?.['common'] as { readonly name?: unknown } | undefined;
  return typeof common?.name === 'string' ? common.name : basename(resolve(folder));
}
