/** The calendar sync of a whole organization, as work for `runOnce`. */
import { number, object, string } from 'valibot';
import { instantAt, msOf } from '../../kit/clock';
import { decoderOf } from '../../kit/decoder';
import { slot, type Slot } from '../../kit/slot';
import type { StringStore } from '../../kit/string-store';
import { whileHeld } from '../../runs/checkpoint';
import type { Work } from '../../runs/execution';
import { CompanyRun } from './company-run';
import type { OrganizationPorts } from './ports';

/** Connections and look book know who is done; the point holds only what is known nowhere else. */
export interface Point {
  /** The instant before the first reading, even if the run was continued since. */
  readonly startedAt: string;
  readonly steps: number;
}

const form = object({ startedAt: string(), steps: number() });

/** Where the point is kept. */
export const runnerPlace = (store: StringStore, customer: string): Slot<Point> =>
  slot(store, {
    key: `calendar.point.${customer}`,
    version: 1,
    decode: decoderOf<Point>(form),
    isShort: true,
  });

/** Make a new one for each execution: it reads everything once. */
export function calendarWork(ports: OrganizationPorts): Work<Point> {
  let run: CompanyRun | null = null;
  let startedAt = instantAt(ports.clock.now());
  return {
    job: 'calendar',
    steps(lease) {
      const begun = new CompanyRun({ ...ports, mayWrite: whileHeld(lease) });
      run = begun;
      return {
        first: () => ({ startedAt, steps: 0 }),
        step(point) {
          startedAt = point.startedAt;
          const step = begun.step();
          if (step.kind !== 'next') return step;
          return { kind: 'next', point: { startedAt, steps: point.steps + 1 } };
        },
        flush: () => begun.flush(),
      };
    },
    counts: () => run?.ledger?.counts ?? {},
    freshAt: () => instantAt(Math.min(msOf(startedAt), run?.ledger?.oldestLookMs() ?? Infinity)),
  };
}
