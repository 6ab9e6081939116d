/** What scripts may do with the machine under the local Workspace: its time, and the network it is on. */
export interface Machine {
  /** How long one function may keep this machine's processor without coming to an end; see `realTimeGuard`. */
  readonly realTimeGuardMs: number;
  /**
   * Hosts to which UrlFetchApp really sends requests: `api.example.com`, with a port or without, `*.example.com` for
   * those below it, `*` for all. Google's own hosts are always answered here.
   */
  readonly allowedHosts: readonly string[];
  /** Answers for hosts that are not asked; the first that fits counts. They come before the allowed hosts. */
  readonly stubs: readonly Stub[];
}

/** An answer in place of a server's. */
export interface Stub {
  /** The whole address; `*` stands for any text. */
  readonly url: string;
  /** In upper case; any when left out. */
  readonly method?: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Nothing leaves this machine, and a function has five minutes of its time. */
export const APART: Machine = { realTimeGuardMs: 5 * 60_000, allowedHosts: [], stubs: [] };
