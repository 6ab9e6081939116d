import { carriedValue, formValue } from './carried-value';
import type { CallAnswer, FromFrame } from './messages';

/** Google runs this many calls of a page at a time; the rest wait. */
const MOST_AT_ONCE = 10;

interface Handlers {
  readonly success?: (value: unknown, userObject: unknown) => void;
  readonly failure?: (error: Error, userObject: unknown) => void;
  readonly userObject?: unknown;
}

interface Call {
  readonly message: Extract<FromFrame, { kind: 'run' }>;
  readonly handlers: Handlers;
}

/** `google.script.run`, and the function that receives its answers. */
export interface ScriptRun {
  readonly runner: object;
  onAnswered(id: number, answer: CallAnswer): void;
}

/**
 * Creates `google.script.run`. A runner is never modified: each `with…` returns another one.
 *
 * @param names the script's functions.
 * @see https://developers.google.com/apps-script/guides/html/reference/run
 */
export function scriptRun(names: readonly string[], send: (message: FromFrame) => void): ScriptRun {
  const waiting: Call[] = [];
  const running = new Map<number, Handlers>();
  let calls = 0;
  const next = (): void => {
    if (running.size >= MOST_AT_ONCE) return;
    const call = waiting.shift();
    if (!call) return;
    running.set(call.message.id, call.handlers);
    send(call.message);
    next();
  };
  const call = (name: string, args: readonly unknown[], handlers: Handlers): void => {
    const parameters = parametersOf(args);
    waiting.push({ message: { kind: 'run', id: ++calls, name, parameters }, handlers });
    next();
  };
  const runnerWith = (handlers: Handlers): object => ({
    ...Object.fromEntries(
      names.map((name) => [name, (...args: unknown[]) => call(name, args, handlers)]),
    ),
    withSuccessHandler: (success: unknown) =>
      runnerWith({ ...handlers, success: handler<NonNullable<Handlers['success']>>(success) }),
    withFailureHandler: (failure: unknown) =>
      runnerWith({ ...handlers, failure: handler<NonNullable<Handlers['failure']>>(failure) }),
    withUserObject: (userObject: unknown) => runnerWith({ ...handlers, userObject }),
  });
  return {
    runner: runnerWith({}),
    onAnswered(id, answer) {
      const handlers = running.get(id) ?? {};
      running.delete(id);
      next();
      tell(handlers, answer);
    },
  };
}

/** @throws TypeError for values that cannot be passed on. */
function parametersOf(args: readonly unknown[]): unknown[] {
  if (args.length === 1 && args[0] instanceof HTMLFormElement) return [formValue(args[0])];
  return args.map((value, index) => carriedValue(value, String(index)));
}

function handler<T>(given: unknown): T {
  if (typeof given === 'function') return given as T;
  throw new TypeError('A handler of google.script.run must be a function.');
}

/** A failure without a handler is an error of the page, like any uncaught one. */
function tell({ success, failure, userObject }: Handlers, answer: CallAnswer): void {
  if (answer.kind === 'success') {
    success?.(answer.value, userObject);
    return;
  }
  const error = Object.assign(new Error(answer.message), { name: answer.name });
  if (failure) failure(error, userObject);
  else reportError(error);
}
