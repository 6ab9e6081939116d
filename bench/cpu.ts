import type { LocalWorkspace } from '../emulator/local-workspace';
import type { Traffic } from '../emulator/runtime/traffic';

/**
 * Real milliseconds spent in scripts while `work` ran, without the time spent in services: Google's services run
 * elsewhere. It is the only figure of a run that depends on the machine.
 */
export function cpuMs({ traffic }: LocalWorkspace, work: () => void): number {
  const road = traffic as { call: Traffic['call'] };
  const { call } = road;
  let inServices = 0;
  let depth = 0;
  road.call = ((...args: Parameters<Traffic['call']>) => {
    const start = performance.now();
    depth += 1;
    try {
      return call.apply(traffic, args);
    } finally {
      depth -= 1;
      if (depth === 0) inServices += performance.now() - start;
    }
  }) as Traffic['call'];
  const start = performance.now();
  try {
    work();
  } finally {
    road.call = call;
  }
  return performance.now() - start - inServices;
}
