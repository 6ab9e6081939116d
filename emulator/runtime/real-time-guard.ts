/**
 * The safety net under endless loops that never call a service, and so never reach Google's limit in virtual time. It
 * is the local Workspace's own: Google has no such limit, and how fast this machine is must not decide what a script
 * experiences. Hence minutes.
 */
export class RealTimeGuardError extends Error {
  override readonly name = 'LocalWorkspaceGuard';
}

/** A running function is looked at no more often than this. */
const LOOK_MS = 1_000;

/** Watches one realm, and knows where in the script's code it was last seen. */
export class RealTimeGuard {
  private place: string | null = null;
  private lookAt = 0;

  constructor(private readonly limitMs: number) {}

  /**
   * Runs code that ends when the time is up.
   *
   * @param what what runs, as an error names it.
   * @param work runs code in a realm under this time limit.
   * @throws RealTimeGuardError
   */
  run<T>(what: string, work: (timeout: number) => T): T {
    this.place = null;
    this.lookAt = performance.now() + LOOK_MS;
    try {
      return work(this.limitMs);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      throw new RealTimeGuardError(this.words(what));
    }
  }

  /** Called on the way of a script's call to a service: notes now and then where the script stands. */
  look(): void {
    if (performance.now() < this.lookAt) return;
    this.place = scriptPlace() ?? this.place;
    this.lookAt = performance.now() + LOOK_MS;
  }

  private words(what: string): string {
    const seconds = this.limitMs / 1000;
    const time = seconds < 60 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
    const seen = this.place === null ? '' : ` It last called a service in ${this.place}.`;
    return `The local Workspace stopped ${what} after ${time} of this machine's time: it seems to run without end.${seen} This is the local Workspace's own safety net, not a limit of Google's; --guard-minutes gives it longer.`;
  }
}

const SCRIPT_FRAME = /^\s*at (?:async )?(?:(\S+) \()?(.+)\.gs:(\d+):\d+\)?$/;

/** The innermost function of the script on the stack and its line: `sync (Code:12)`. */
function scriptPlace(): string | null {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 100;
  const lines = (new Error().stack ?? '').split('\n');
  Error.stackTraceLimit = stackTraceLimit;
  for (const line of lines) {
    const [, name = 'the top level', file, at] = SCRIPT_FRAME.exec(line) ?? [];
    if (file !== undefined) return `${name} (${file}:${at})`;
  }
  return null;
}
