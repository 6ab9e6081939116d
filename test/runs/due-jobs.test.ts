import fc from 'fast-check';
import { dueJobs, dueMs, type Job } from '../../src/runs/due-jobs';

const HOUR_MS = 3_600_000;
const NOW_MS = Date.parse('2026-11-02T08:00:00Z');

const aJob = (job: Partial<Job>): Job => ({
  id: 'anna',
  everyMs: HOUR_MS,
  lastStartMs: NOW_MS - 2 * HOUR_MS,
  isWished: false,
  ...job,
});

describe('a sync is due', () => {
  test.each([
    ['when it never ran', { lastStartMs: null }, true],
    ['when its interval is over', {}, true],
    ['not soon after it began', { lastStartMs: NOW_MS - 60_000 }, false],
    ['at once when somebody wishes for it', { lastStartMs: NOW_MS - 60_000, isWished: true }, true],
    [
      'when its last start lies ahead, for a clock was wrong',
      { lastStartMs: NOW_MS + HOUR_MS },
      true,
    ],
  ])('%s', (_, job, isDue) => {
    expect(dueJobs([aJob(job)], NOW_MS).length).toBe(isDue ? 1 : 0);
  });

  test('at an interval that varies by up to a quarter, and is never longer than asked for', () => {
    const intervals = Array.from({ length: 200 }, (_, person) => {
      const job = aJob({ id: `person${person}` });
      return (dueMs(job, NOW_MS) - job.lastStartMs!) / job.everyMs;
    });
    expect(Math.max(...intervals)).toBeLessThanOrEqual(1);
    expect(Math.min(...intervals)).toBeGreaterThanOrEqual(0.75);
    expect(new Set(intervals).size).toBeGreaterThan(150);
  });
});

const someJobs = fc.uniqueArray(
  fc.record({
    id: fc.integer().map(String),
    everyMs: fc.constantFrom(HOUR_MS, 60_000),
    lastStartMs: fc.option(fc.integer({ min: NOW_MS - 3 * HOUR_MS, max: NOW_MS })),
    isWished: fc.boolean(),
  }),
  { selector: ({ id }) => id },
);

test('who is due is named once, and the order of the list makes no difference [Inv11, Inv23]', () => {
  fc.assert(
    fc.property(someJobs, (jobs) => {
      const due = dueJobs(jobs, NOW_MS);
      expect(new Set(due).size).toBe(due.length);
      expect(new Set(due)).toEqual(new Set(jobs.filter((job) => dueMs(job, NOW_MS) <= NOW_MS)));
      expect(dueJobs([...jobs].reverse(), NOW_MS)).toEqual(due);
    }),
  );
});

test('nobody waits for ever, whoever wishes and however often [Inv19]', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.nat(29), (capacity, wishes) => {
      let jobs = Array.from({ length: 30 }, (_, person) =>
        aJob({ id: `p${person}`, lastStartMs: null, isWished: person < wishes }),
      );
      const ran = new Set<string>();
      for (let round = 0; round < 3 * Math.ceil(30 / capacity); round += 1) {
        const now = NOW_MS + round * HOUR_MS;
        const turn = new Set(dueJobs(jobs, now).slice(0, capacity));
        for (const { id } of turn) ran.add(id);
        jobs = jobs.map((job) => (turn.has(job) ? { ...job, lastStartMs: now } : job));
      }
      expect(ran.size).toBe(30);
    }),
  );
});
