import { instantAt } from '../kit/clock';
import type { Work } from '../runs/execution';
import { DIRECTORY_JOB, START, type Point } from './point';
import { DirectoryRun } from './run';
import type { DirectoryRunPorts } from './run-ports';
import type { Counts } from './settings';

/**
 * The full run for `runOnce`: reading and planning is one step, each batch of writes another. An execution that goes on reads and plans anew, and
 * so finds what was done. Its point is kept by `directoryPoint`. Fails with `held` when a person has to look first.
 */
export function directoryWork(ports: DirectoryRunPorts): Work<Point> {
  let counts: Counts = {};
  let readAt: string | null = null;
  return {
    job: DIRECTORY_JOB,
    counts: () => counts,
    freshAt: () => readAt ?? instantAt(ports.clock.now()),
    steps(lease) {
      const run = new DirectoryRun(ports, lease);
      return {
        first: () => START,
        step(point) {
          const step = run.step(point);
          counts = (step.kind === 'next' ? step : { point }).point.counts;
          readAt = run.readAt();
          return step;
        },
        flush: () => run.flush(),
      };
    },
  };
}
