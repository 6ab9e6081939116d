// One execution of the runner, ended or disturbed at one of its calls; then the Workspace is left to itself.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import type { Fault, PlannedFault } from '../../emulator/runtime/faults';
import { canonicalJson, type Json } from '../../src/kit/canonical';
import { backTo, MINUTE_MS, type Moment } from './company';

/** Longer than a lease holds: whoever was killed is surely dead. */
const UNTIL_TAKEN_OVER_MS = 7 * MINUTE_MS;

export interface Scenario<T> {
  /** Less than a minute before the execution that is disturbed. */
  readonly before: Moment;
  /** What people find on both sides. */
  outcome(workspace: LocalWorkspace): T;
  journal(workspace: LocalWorkspace): readonly string[];
}

const WRITES =
  /^(calendar\.events\.(insert|update|patch|delete|import|move)|sheets\.spreadsheets\.(create|batchUpdate|values\.(append|update|batchUpdate|clear)))$/;

/** Calls of Google's APIs and the requests that carry them; all others are built-in services of Apps Script. */
const APIS = /^(calendar|sheets|drive|directory)\.|^(batch|token|urlfetch\.fetch)$/;

export const isWrite = ({ method }: Pick<Point, 'method'>): boolean =>
  WRITES.test(method) || method === 'batch' || method === 'urlfetch.fetch';

export const isApi = ({ method }: Pick<Point, 'method'>): boolean => APIS.test(method);

/** One call of the execution, by its place among them. */
export interface Point {
  readonly at: number;
  readonly method: string;
}

/** Calls of the undisturbed execution, in the order in which they begin. */
export function pointsOf<T>({ before }: Scenario<T>): Point[] {
  const workspace = backTo(before);
  const { faults } = workspace;
  const next = faults.next.bind(faults);
  const methods: string[] = [];
  faults.next = (method) => {
    methods.push(method);
    return next(method);
  };
  workspace.advance(MINUTE_MS);
  return methods.map((method, index) => ({ at: index + 1, method }));
}

export interface Disturbed<T> {
  readonly outcome: T;
  readonly journal: readonly string[];
  /** Writes of one more cycle, when all was said to be done. */
  readonly writesLater: readonly string[];
  /** Of executions that failed. */
  readonly errors: readonly string[];
}

export interface Patience {
  /** How long the Workspace is left to itself beyond the time of a lease: a cycle comes every minute. */
  readonly waitMs: number;
  /** What is done to the Workspace before the execution that is disturbed. */
  readonly prepare?: (workspace: LocalWorkspace) => void;
}

export function disturbed<T>(
  scenario: Scenario<T>,
  faults: readonly PlannedFault[],
  { waitMs, prepare = () => undefined }: Patience = { waitMs: 3 * MINUTE_MS },
): Disturbed<T> {
  const workspace = backTo(scenario.before);
  prepare(workspace);
  const began = workspace.engine.executions.length;
  workspace.faults.plan(faults);
  workspace.advance(MINUTE_MS);
  workspace.faults.plan([]);
  workspace.advance(UNTIL_TAKEN_OVER_MS, { runDueTriggers: false });
  if (waitMs > 5 * MINUTE_MS) workspace.advance(waitMs, { runDueTriggers: false });
  workspace.advance(3 * MINUTE_MS);
  const from = workspace.traffic.calls.length;
  workspace.advance(MINUTE_MS);
  const calls = workspace.traffic.calls.slice(from).map(({ method }) => method);
  const executions = workspace.engine.executions.slice(began);
  return {
    outcome: scenario.outcome(workspace),
    journal: scenario.journal(workspace),
    writesLater: calls.filter((method) => WRITES.test(method)),
    errors: executions.flatMap(({ error }) => (error ? [error.message] : [])),
  };
}

export type When = 'before' | 'after';

/** What differs from the run that nothing disturbed: nothing, or one line for each point at which it does. */
export function differences<T>(
  scenario: Scenario<T>,
  points: readonly Point[],
  [when, fault]: readonly [When, Fault],
  patience?: Patience,
): string[] {
  const calm = disturbed(scenario, [], patience);
  return points.flatMap(({ at, method }) => {
    const found = disturbed(scenario, [{ at, when, fault }], patience);
    const told = (what: string): string => `${when} call ${at}, ${method}: ${what}`;
    return [
      ...outcomesApart(found.outcome, calm.outcome).map(told),
      ...without(found.journal, calm.journal).map((entry) => told(`the journal says ${entry}`)),
      ...found.writesLater.map((write) => told(`a later cycle makes ${write}`)),
    ];
  });
}

/** What differs between two outcomes, part by part, wherever somebody moved the columns. */
function outcomesApart(found: unknown, calm: unknown): string[] {
  if (canonicalJson(found as Json) === canonicalJson(calm as Json)) return [];
  const parts = (outcome: unknown): string[] =>
    Object.entries(outcome as object).flatMap(([name, value]) =>
      [value as Json].flat().map((one) => `${name} ${canonicalJson(one as Json)}`),
    );
  return [
    ...without(parts(found), parts(calm)).map((part) => `there is ${part}`),
    ...without(parts(calm), parts(found)).map((part) => `there is no ${part}`),
  ];
}

/** What stands in a list more often than in the other. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((entry) => {
    const at = left.indexOf(entry);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
