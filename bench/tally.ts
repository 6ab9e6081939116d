/** The calls of executions, counted as docs/performance.md describes. */
import type { LocalWorkspace } from '../emulator/local-workspace';
import type { Execution } from '../emulator/runtime/execution';

export interface Tally {
  readonly executions: number;
  /** Requests to Calendar and for tokens. Each request inside `fetchAll` counts as one, and so does a batch. */
  readonly googleHttp: number;
  /** Calls of the Calendar API. Each part of a batch counts as one. */
  readonly calendarCalls: number;
  readonly tokens: number;
  readonly directoryCalls: number;
  readonly reportsCalls: number;
  /** Calls to Sheets and Drive. */
  readonly workbookReads: number;
  readonly workbookWrites: number;
  readonly propertyReads: number;
  readonly propertyWrites: number;
  readonly cacheCalls: number;
  /** Virtual time from the first start to the last end. */
  readonly virtualMs: number;
  /** Virtual time for which the executions themselves ran. */
  readonly runMs: number;
}

const WORKBOOK_READ = /^(sheets|drive)\..*\.?(get|batchGet|list)$/;
const WORKBOOK = /^(sheets|drive)\./;

export function tallyOf(executions: readonly Execution[]): Tally {
  const methods = executions.flatMap(({ calls }) => calls.map(({ method }) => method));
  const count = (is: (method: string) => boolean): number => methods.filter(is).length;
  const named = (pattern: RegExp): number => count((method) => pattern.test(method));
  const first = executions[0];
  const last = executions[executions.length - 1];
  return {
    executions: executions.length,
    googleHttp: named(/^urlfetch\.fetch$/),
    calendarCalls: named(/^calendar\./),
    tokens: named(/^token$/),
    directoryCalls: named(/^directory\./),
    reportsCalls: named(/^reports\./),
    workbookReads: named(WORKBOOK_READ),
    workbookWrites: count((method) => WORKBOOK.test(method) && !WORKBOOK_READ.test(method)),
    propertyReads: named(/^properties\.get/),
    propertyWrites: count((m) => m.startsWith('properties.') && !m.startsWith('properties.get')),
    cacheCalls: named(/^cache\./),
    virtualMs: first && last ? (last.endedAt ?? 0) - first.startedAt : 0,
    runMs: executions.reduce((sum, one) => sum + one.elapsedMs(), 0),
  };
}

const RUNNERS: ReadonlySet<string> = new Set(['runSyncs', 'continueSyncs']);

/** The runner's executions during `work`. */
export function runsDuring(workspace: LocalWorkspace, work: () => void): readonly Execution[] {
  const before = new Set(workspace.engine.executions);
  work();
  return workspace.engine.executions.filter(
    (one) => !before.has(one) && RUNNERS.has(one.start.functionName),
  );
}
