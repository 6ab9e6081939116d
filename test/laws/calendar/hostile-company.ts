import type { RunnerPorts } from '../../../src/calendar/runner/ports';
import type { Failure } from '../../../src/kit/failure';
import { fail } from '../../../src/kit/result';
import { Crash, type Calls } from './hostile';

export type CompanyFault = 'crash-before' | 'crash-after' | 'fail-before' | 'fail-after';

const lost: Failure = { kind: 'unavailable', message: 'planned' };

/** Answers that are no Result cannot fail, only end the process. */
const isResult = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'ok' in value;

/** The runner's ports with a fault planned at some calls, those of people's calendars and link books among them. */
export function hostileCompany(
  ports: RunnerPorts,
  faultAt: (call: number, name: string) => CompanyFault | null,
  calls: Calls = { count: 0 },
): RunnerPorts {
  const wrap = <T extends object>(target: T, path: string): T =>
    new Proxy(target, {
      get(object, name: string) {
        const method = (object as Record<string, unknown>)[name];
        if (typeof method !== 'function') return method;
        const call = (inputs: unknown[]): unknown =>
          (method as (...inputs: unknown[]) => unknown).apply(object, inputs);
        if (name === 'of' && path !== 'wishes' && path !== 'previews')
          return (...inputs: unknown[]) => wrap(call(inputs) as object, `${path}.of`);
        if (name === 'linksOf' || name === 'journalOf')
          return (...inputs: unknown[]) => wrap(call(inputs) as object, name);
        return (...inputs: unknown[]) => {
          const fault = faultAt(calls.count++, `${path}.${name}`);
          if (fault === 'crash-before') throw new Crash();
          if (fault === 'fail-before') {
            // What would have been answered tells whether it could have failed.
            return RESULTS.has(`${path}.${name}`) ? fail(lost) : call(inputs);
          }
          const answer = call(inputs);
          if (fault === 'crash-after') throw new Crash();
          return fault === 'fail-after' && isResult(answer) ? fail(lost) : answer;
        };
      },
    });
  return {
    ...ports,
    connections: wrap(ports.connections, 'connections'),
    google: wrap(ports.google, 'google'),
    work: wrap(ports.work, 'work'),
    records: wrap(ports.records, 'records'),
    staff: wrap(ports.staff, 'staff'),
    wishes: wrap(ports.wishes, 'wishes'),
    previews: wrap(ports.previews, 'previews'),
    undoings: wrap(ports.undoings, 'undoings'),
    board: wrap(ports.board, 'board'),
    looks: wrap(ports.looks, 'looks'),
  };
}

/** Calls that answer a Result. */
const RESULTS: ReadonlySet<string> = new Set([
  'connections.load',
  'connections.save',
  'google.lookUp',
  'google.zoneOf',
  'google.of.changes',
  'google.of.get',
  'google.of.write',
  'work.of.changes',
  'work.of.get',
  'work.of.write',
  'work.stateOf',
  'work.types',
  'work.readdress',
  'records.linkedTo',
  'work.settings',
  'linksOf.load',
  'linksOf.save',
  'journalOf.append',
  'journalOf.hide',
  'records.flush',
  'staff.find',
  'staff.isKnown',
  'previews.put',
]);
