// What one event costs on its way through the built add-on, measured for docs/architecture.md.
import { Session } from 'node:inspector';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnyMap, originalPositionFor } from '@jridgewell/trace-mapping';
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  calendarPanel,
  MINUTE_MS,
  NOORA,
  preparedWorkspace,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { ROOT } from './documents';

/** What the executions of a minute cost. */
export interface Path {
  /** Requests to Sheets and Drive. */
  readonly reads: number;
  readonly writes: number;
  /** Requests to Google Calendar. */
  readonly calendar: number;
  /** Files of src of which a function ran that loading the bundle does not run. */
  readonly files: readonly string[];
}

const READ = /^(sheets|drive)\..*(\.get|batchGet|\.list)$/;
const WORKBOOK = /^(sheets|drive)\./;

/** An organization in step: one person's sync is on, with an entry that was carried over and has been left alone since. */
export class InStep {
  readonly workspace: LocalWorkspace = preparedWorkspace();
  readonly calendar = new CalendarByHand(this.workspace, NOORA);
  readonly workbook: WorkbookByHand;
  private readonly loading: ReadonlyMap<string, Ran>;

  constructor() {
    const { workspace, calendar } = this;
    const page = readyForCalendars(workspace);
    this.workbook = WorkbookByHand.openedFrom(page);
    turnOnSync(calendarPanel(workspace));
    calendar.addHour('In step', '2026-12-16T09:00:00Z');
    workspace.advance(10 * MINUTE_MS);
    this.loading = ranDuring(() => workspace.run('doGet', { as: ADMIN }));
  }

  /** The minute in which a change is carried over, and all that runs in it. */
  pathOf(change: () => void): Path {
    const { workspace } = this;
    const before = new Set(workspace.engine.executions);
    change();
    const ran = ranDuring(() => workspace.advance(MINUTE_MS));
    const executions = workspace.engine.executions.filter((one) => !before.has(one));
    const methods = executions
      .filter(({ start }) => start.functionName === 'runSyncs')
      .flatMap(({ calls }) => calls.map(({ method }) => method));
    const isOnTheWay = ([at, { count: times }]: readonly [string, Ran]): boolean =>
      times > executions.length * (this.loading.get(at)?.count ?? 0);
    const count = (is: (method: string) => boolean): number => methods.filter(is).length;
    return {
      reads: count((method) => READ.test(method)),
      writes: count((method) => WORKBOOK.test(method) && !READ.test(method)),
      calendar: count((method) => method === 'urlfetch.fetch'),
      files: [...new Set([...ran].filter(isOnTheWay).map(([, { file }]) => file))].sort(),
    };
  }
}

interface Ran {
  readonly file: string;
  readonly count: number;
}

const map = new AnyMap(readFileSync(join(ROOT, 'build/gas.map'), 'utf8'));
const lines = readFileSync(join(ROOT, 'build/gas/main.js'), 'utf8').split('\n');

const fileOf = (source: string | null): string | null =>
  /\/(src\/.+\.ts)$/.exec(source ?? '')?.[1] ?? null;

/** Files of src that have code in the bundle. */
export const filesInAll = (): number => new Set(map.sources.flatMap((source) => fileOf(source) ?? [])).size;

/** Functions of the bundle that ran, by where they begin. */
function ranDuring(work: () => void): Map<string, Ran> {
  const session = new Session();
  session.connect();
  const ask = <T>(method: string, params: object = {}): T => {
    let answer: unknown;
    session.post(method, params, (error, found) => {
      if (error) throw error;
      answer = found;
    });
    return answer as T;
  };
  ask('Profiler.enable');
  ask('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  work();
  const { result } = ask<{ result: readonly Coverage[] }>('Profiler.takePreciseCoverage');
  ask('Profiler.stopPreciseCoverage');
  session.disconnect();
  const ran = new Map<string, Ran>();
  for (const { url, functions } of result) {
    if (url !== 'main.gs') continue;
    for (const { functionName, ranges } of functions) {
      const { startOffset, count } = ranges[0]!;
      const file = count > 0 ? fileAt(startOffset) : null;
      if (file !== null) {
        const key = `${startOffset} ${functionName}`;
        ran.set(key, { file, count: count + (ran.get(key)?.count ?? 0) });
      }
    }
  }
  return ran;
}

interface Coverage {
  readonly url: string;
  readonly functions: readonly {
    readonly functionName: string;
    readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
  }[];
}

function fileAt(offset: number): string | null {
  let left = offset;
  for (const [index, line] of lines.entries()) {
    if (left <= line.length)
      return fileOf(originalPositionFor(map, { line: index + 1, column: left }).source);
    left -= line.length + 1;
  }
  return null;
}
