import type { HostileParts } from '../../directory/world';
import { perform, type Calls, type Fault } from '../calendar/hostile';

export { Crash, type Fault } from '../calendar/hostile';

/** The same ports, with a fault planned at some calls. */
export function hostile(
  parts: HostileParts,
  faultAt: (call: number) => Fault | null,
  calls: Calls = { count: 0 },
): HostileParts {
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name: string) {
        const method = (object as Record<string, unknown>)[name];
        if (typeof method !== 'function') return method;
        return (...inputs: unknown[]) =>
          perform(possible(name, faultAt(calls.count++)), name, inputs, (given) =>
            (method as (...given: unknown[]) => unknown).apply(object, given),
          );
      },
    });
  return {
    directory: wrap(parts.directory),
    employees: wrap(parts.employees),
    journalStore: wrap(parts.journalStore),
    problems: wrap(parts.problems),
    store: wrap(parts.store),
  };
}

/** Properties answer or end the execution; only writing to them can fail. */
const possible = (name: string, fault: Fault | null): Fault | null =>
  (name === 'get' || name === 'delete') && !fault?.startsWith('crash') ? null : fault;
