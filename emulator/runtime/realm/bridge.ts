import type { CrossedError, Host } from './host';

let host: Host | null = null;
const { parse, stringify } = JSON;

/** Called once, before any script of the realm runs. */
export function connect(to: Host): void {
  host = to;
}

/** Milliseconds since 1970 by the Workspace's clock. */
export const now = (): number => host!.now();

/**
 * Calls of the host's half of a service, typed by the interface both halves share:
 * `const call = operations<PropertiesOperations>(); call('properties.getProperty', store, key)`.
 */
export const operations =
  <T extends { [K in keyof T]: (...args: never[]) => unknown }>() =>
  <K extends keyof T & string>(operation: K, ...args: Parameters<T[K]>): ReturnType<T[K]> =>
    cross(operation, args) as ReturnType<T[K]>;

function cross(operation: string, args: readonly unknown[]): unknown {
  let answer: string;
  try {
    answer = host!.call(operation, stringify(args));
  } catch (error) {
    // Whatever comes from outside, such as a stack overflow at the border, must not be seen: it belongs to another realm.
    throw new Error(`${operation}: ${String((error as Error)?.message)}`);
  }
  if (answer.charCodeAt(0) === 33) throw thrown(parse(answer.slice(1)) as CrossedError);
  return answer.length === 1 ? undefined : parse(answer.slice(1));
}

function thrown({ name, message, details }: CrossedError): Error {
  const error = new Error(message);
  error.name = name;
  if (details !== undefined)
    Object.defineProperty(error, 'details', { value: details, enumerable: true });
  return error;
}

/** An error of the realm with the name that Apps Script gives to refusals of its services. */
export function exception(message: string): Error {
  const error = new Error(message);
  error.name = 'Exception';
  return error;
}
