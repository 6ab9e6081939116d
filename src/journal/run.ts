/** One run of the upkeep: writes decisions into the Journal, and removes old rows from the workbook once a day. */
import { object, number, string } from 'valibot';
import { instantAt, msOf } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot, valueOr, type Slot, type SlotForm } from '../kit/slot';
import type { Step } from '../runs/checkpoint';
import type { Work } from '../runs/execution';
import { DAY_MS, throttled } from '../runs/throttle';
import type { Aging, Decision, JournalRunPorts } from './ports';
import { LINK_DAYS } from './retention';

export const JOURNAL_JOB = 'journal';

/** How many rows have been removed. The next execution finds the remaining ones by itself. */
export interface Point {
  readonly removed: number;
}

export const journalPoint: SlotForm<Point> = {
  key: 'journal.point',
  version: 1,
  isShort: true,
  decode: decoderOf<Point>(object({ removed: number() })),
};

/** When all old rows were last removed. */
const prunedSlot: SlotForm<string> = {
  key: 'journal.pruned',
  version: 1,
  isShort: true,
  decode: decoderOf<string>(string()),
};

type DuePorts = Pick<JournalRunPorts, 'store' | 'clock' | 'begunAt' | 'decisions' | 'byHand'>;

/** Whether a decision waits to be written, or a day has passed since old rows were removed. */
export const journalIsDue = (ports: DuePorts): Result<boolean, Failure> =>
  ok(ports.decisions.list().length > 0 || ports.byHand.list().length > 0 || isPruningDue(ports));

const prunedAt = ({ store, begunAt }: Pick<JournalRunPorts, 'store' | 'begunAt'>): string =>
  valueOr(slot(store, prunedSlot).read(), begunAt);

const isPruningDue = (ports: Pick<JournalRunPorts, 'store' | 'clock' | 'begunAt'>): boolean =>
  throttled(msOf(prunedAt(ports)), ports.clock.now()).kind === 'open';

export function journalWork(ports: JournalRunPorts): Work<Point> {
  const counts = { noted: 0, removed: 0 };
  const beganAt = instantAt(ports.clock.now());
  let isNoted = false;
  let left: readonly Aging[] = isPruningDue(ports) ? ['journal', 'runs', 'links'] : [];

  function step(point: Point): Step<Point> {
    if (!isNoted) {
      const noted = noteDecisions(ports);
      if (!noted.ok) return { kind: 'failed', failure: noted.failure };
      counts.noted += noted.value;
      isNoted = true;
      return { kind: 'next', point };
    }
    const [kind, ...others] = left;
    if (kind === undefined) return { kind: 'done' };
    const gone = removeOld(ports, kind, beganAt);
    if (!gone.ok) return { kind: 'failed', failure: gone.failure };
    counts.removed += gone.value.removed;
    if (gone.value.isDone) left = others;
    if (left.length === 0) {
      // If it cannot be saved, the next run merely looks for old rows again.
      void slot(ports.store, prunedSlot).write(beganAt);
    }
    return { kind: 'next', point: { removed: point.removed + gone.value.removed } };
  }

  return {
    job: JOURNAL_JOB,
    steps: () => ({ first: () => ({ removed: 0 }), step, flush: () => ports.journal.flush() }),
    counts: () => counts,
    freshAt: () => beganAt,
  };
}

function removeOld(ports: JournalRunPorts, kind: Aging, now: string) {
  const kept = ports.retention.load();
  if (!kept.ok) return kept;
  const { journalDays, runsDays } = kept.value;
  const days = { journal: journalDays, runs: runsDays, links: LINK_DAYS }[kind];
  const before = instantAt(msOf(now) - days * DAY_MS);
  return ports.removeOld(kind, before, instantAt(msOf(prunedAt(ports)) - days * DAY_MS));
}

/** The Journal comes first: a decision written twice has the same key, but one removed before it was written would be lost. */
function noteDecisions({ journal, decisions, byHand }: JournalRunPorts): Result<number, Failure> {
  const [waiting, changed] = [decisions.list(), byHand.list()];
  for (const decision of [...waiting, ...changed]) {
    const noted = journal.note(entryOf(decision));
    if (!noted.ok) return noted;
  }
  const flushed = journal.flush();
  if (!flushed.ok) return flushed;
  decisions.remove(waiting);
  const seen = changed.length > 0 ? byHand.noteSeen() : ok(null);
  return seen.ok ? ok(waiting.length + changed.length) : seen;
}

const entryOf = ({ id, at, by, title, change }: Decision) => ({
  side: 'tandem' as const,
  operation: 'update' as const,
  id,
  at,
  person: by,
  title,
  change,
  before: null,
  after: null,
});

export const journalPlace = (ports: Pick<JournalRunPorts, 'store'>): Slot<Point> =>
  slot(ports.store, journalPoint);
