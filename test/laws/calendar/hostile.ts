import type { CalendarPorts } from '../../../src/calendar/sync/ports';
import type { Failure } from '../../../src/kit/failure';
import { fail, ok, type Result } from '../../../src/kit/result';

/** The process ends here. */
export class Crash extends Error {}

export type Fault =
  | 'crash-before'
  | 'crash-after'
  /** The whole call fails, before or after it had its effect. */
  | 'fail-before'
  | 'fail-after'
  /** Every other part of a batch fails, before or after it had its effect. */
  | 'parts-before'
  | 'parts-after';

export interface Calls {
  count: number;
}

const lost: Failure = { kind: 'unavailable', message: 'planned' };

/** The same ports, with a fault planned at some calls. The deadline and the ids are no calls. */
export function hostile(
  ports: CalendarPorts,
  faultAt: (call: number) => Fault | null,
  calls: Calls = { count: 0 },
): CalendarPorts {
  const wrap = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name: string) {
        const method = (object as Record<string, unknown>)[name];
        if (typeof method !== 'function') return method;
        return (...inputs: unknown[]) =>
          perform(faultAt(calls.count++), name, inputs, (given) =>
            (method as (...given: unknown[]) => unknown).apply(object, given),
          );
      },
    });
  return {
    ...ports,
    google: wrap(ports.google),
    work: wrap(ports.work),
    links: wrap(ports.links),
    journal: wrap(ports.journal),
  };
}

/** One call of a port with its fault. */
export function perform(
  fault: Fault | null,
  name: string,
  inputs: unknown[],
  call: (inputs: unknown[]) => unknown,
): unknown {
  switch (fault) {
    case null:
      return call(inputs);
    case 'crash-before':
      throw new Crash();
    case 'crash-after':
      call(inputs);
      throw new Crash();
    case 'fail-before':
      return fail(lost);
    case 'fail-after':
      call(inputs);
      return fail(lost);
    case 'parts-before':
    case 'parts-after':
      return name === 'write' ? parts(inputs, call, fault === 'parts-after') : fail(lost);
  }
}

/** Parts of a batch fail one by one. */
function parts(
  [writes]: unknown[],
  call: (inputs: unknown[]) => unknown,
  hasEffect: boolean,
): unknown {
  const all = writes as readonly unknown[];
  const isLost = (index: number): boolean => index % 2 === 0;
  const sent = hasEffect ? all : all.filter((_, index) => !isLost(index));
  const answer = call([sent]) as Result<readonly unknown[], Failure>;
  if (!answer.ok) return answer;
  const done = [...answer.value];
  return ok(
    all.map((_, index) => {
      const part = hasEffect || !isLost(index) ? done.shift() : null;
      return isLost(index) ? fail(lost) : part;
    }),
  );
}
