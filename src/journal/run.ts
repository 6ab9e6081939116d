/** One execution of the upkeep: decisions go into the Journal, and once a day old rows go out of the workbook. */
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

/** How far an execution came; the next one finds what is left by itself. */
export interface Point {
  readonly removed: number;
}

export const journalPoint: SlotForm<Point> = {
  key: 'journal.point',
  version: 1,
  isShort: true,
  decode: decoderOf<Point>(object({ removed: number() })),
};

/** When all old rows were removed last. */
const prunedSlot: SlotForm<string> = {
  key: 'journal.pruned',
  version: 1,
  isShort: true,
  decode: decoderOf<string>(string()),
};

type DuePorts = Pick<JournalRunPorts, 'store' | 'clock' | 'begunAt' | 'decisions' | 'byHand'>;

/** Something waits to be noted, or a day has passed. */
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
      // Where it cannot be kept, the next run looks once more.
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

/** The Journal first: what is noted a second time has the same key, what was never noted is lost. */
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
