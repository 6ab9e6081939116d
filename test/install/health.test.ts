import {
  ALL_WELL,
  HEALTH,
  healthAfter,
  healthAfterJob,
  healthAfterLook,
  healthAfterRun,
  healthSlot,
  healthWithout,
  isLookDue,
  type Health,
} from '../../src/install/health';
import { healthAfterMail, healthMail, untold } from '../../src/install/health-mail';
import { isLate, laterRun } from '../../src/install/standing';
import { instantAt, msOf } from '../../src/kit/clock';
import type { Failure } from '../../src/kit/failure';
import { FAILURE_KINDS } from '../../src/kit/failure-traits';
import type { Ended } from '../../src/runs/checkpoint';
import { failureOf } from '../card/any-failure';
import { MemoryStore } from '../kit/memory-store';
import { ADMIN, aTenant, OTHER, WHO } from './world';

const T0 = '2026-11-02T08:00:00.000Z';
const HOUR_MS = 3_600_000;
const later = (hours: number): string => instantAt(msOf(T0) + hours * HOUR_MS);

const JOB = {
  feature: 'calendar',
  part: 'calendar',
  lateAfterMs: 3 * HOUR_MS,
  isProof: true,
};
const failed = (failure: Failure): Ended => ({ kind: 'failed', failure });
const NOT_DELEGATED: Failure = { kind: 'unauthorized-client', clientId: '42' };
const FINISHED: Ended = { kind: 'finished' };

/** The record after one job ended so, an hour apart. */
const after = (...ends: readonly Ended[]): Health =>
  ends.reduce((health, ended, hour) => healthAfterJob(health, JOB, ended, later(hour)), ALL_WELL);

const shown = ({ troubles }: Health) =>
  troubles.map(({ state, failure, since }) => [state, failure.kind, since]);

test('a failure that somebody has to put right breaks a feature, since the first run that met it, until one is good', () => {
  const broken = after(failed(NOT_DELEGATED), failed(NOT_DELEGATED));
  expect(shown(broken)).toEqual([['broken', 'unauthorized-client', T0]]);
  expect(shown(after(failed(NOT_DELEGATED), FINISHED))).toEqual([]);
});

test('what heals by itself only degrades, and its words are written once however they vary', () => {
  const first = after(failed({ kind: 'unavailable', message: 'Backend Error' }));
  const again = healthAfterJob(
    first,
    JOB,
    failed({ kind: 'unavailable', message: 'Internal Error' }),
    later(1),
  );
  expect(shown(again)).toEqual([['degraded', 'unavailable', T0]]);
  expect(again).toEqual(first);
});

test('a run in which nothing could fail proves nothing', () => {
  const idle = healthAfterJob(
    after(failed(NOT_DELEGATED)),
    { ...JOB, isProof: false },
    FINISHED,
    later(1),
  );
  expect(shown(idle)).toEqual([['broken', 'unauthorized-client', T0]]);
});

test('that another run is at work is nobody’s trouble', () => {
  expect(after(failed({ kind: 'busy', until: null }))).toBe(ALL_WELL);
});

test('a first run that waits for a person is no trouble; a later one that is held is', () => {
  const held: Failure = { kind: 'held', job: 'directory' };
  expect(shown(after(failed(held)))).toEqual([]);
  expect(shown(after(FINISHED, failed(held)))).toEqual([['degraded', 'held', later(1)]]);
});

test('a job that goes on and on without finishing is late after its time', () => {
  const goesOn: Ended = { kind: 'continues', afterMs: 0 };
  expect(shown(after(goesOn, goesOn, goesOn, goesOn))).toEqual([]);
  expect(shown(after(goesOn, goesOn, goesOn, goesOn, goesOn))).toEqual([
    ['degraded', 'sync-behind', later(4)],
  ]);
  expect(shown(after(goesOn, goesOn, goesOn, goesOn, goesOn, FINISHED))).toEqual([]);
});

test('a job that the organization switched off has no trouble any more', () => {
  expect(shown(healthWithout(after(failed(NOT_DELEGATED)), JOB, later(1)))).toEqual([]);
});

test('one feature’s trouble is not another’s', () => {
  const other = { feature: 'directory', part: 'directory', findings: [] };
  expect(shown(healthAfter(after(failed(NOT_DELEGATED)), other, later(1)))).toHaveLength(1);
});

test('a feature looks once in its time while all is well, and at every run while something is wrong', () => {
  const look = { feature: 'install', everyMs: HOUR_MS };
  const isDue = (health: Health, hours: number) => isLookDue(health, look, msOf(later(hours)));
  expect(isDue(ALL_WELL, 0)).toBe(true);
  const good = healthAfterLook(ALL_WELL, look, [], T0);
  expect([isDue(good, 0.9), isDue(good, 1)]).toEqual([false, true]);
  const bad = healthAfterLook(
    good,
    look,
    [{ state: 'broken', failure: { kind: 'not-installed' } }],
    later(1),
  );
  expect(isDue(bad, 1.02)).toBe(true);
  expect(healthAfterLook(bad, look, bad.troubles, later(1.5))).toEqual(bad);
});

test('a look that met another execution at work has found nothing out', () => {
  const look = { feature: 'install', everyMs: HOUR_MS };
  const busy = { state: 'degraded', failure: { kind: 'busy', until: null } } as const;
  expect(healthAfterLook(ALL_WELL, look, [busy], T0)).toEqual(ALL_WELL);
});

describe('a mail', () => {
  const mailed = (health: Health, hours: number, isSent: boolean) =>
    healthAfterMail(health, untold(health, msOf(later(hours))), { at: later(hours), isSent });

  test('is sent once about one trouble, and again only after it was over', () => {
    const broken = after(failed(NOT_DELEGATED));
    expect(untold(broken, msOf(T0))).toHaveLength(1);
    const told = mailed(broken, 0, true);
    expect(
      untold(healthAfterJob(told, JOB, failed(NOT_DELEGATED), later(30)), msOf(later(30))),
    ).toEqual([]);
    const cured = healthAfterJob(told, JOB, FINISHED, later(31));
    const again = healthAfterJob(cured, JOB, failed(NOT_DELEGATED), later(32));
    expect(untold(again, msOf(later(32)))).toHaveLength(1);
  });

  test('that could not be sent is tried again after an hour', () => {
    const tried = mailed(after(failed(NOT_DELEGATED)), 0, false);
    expect(untold(tried, msOf(later(0.9)))).toEqual([]);
    expect(untold(tried, msOf(later(1)))).toHaveLength(1);
  });

  test('about what heals by itself waits for an hour', () => {
    const degraded = after(failed({ kind: 'unavailable', message: 'Backend Error' }));
    expect(untold(degraded, msOf(later(0.9)))).toEqual([]);
    expect(untold(degraded, msOf(later(1)))).toHaveLength(1);
  });

  test('goes to the sync account and its deputy, and says what, since when, the cure, and where', () => {
    const { troubles } = after(failed(NOT_DELEGATED));
    const mail = healthMail(aTenant({ deputy: WHO.other }), troubles, 'https://admin.page/');
    expect(mail.to).toEqual([ADMIN.email, OTHER.email]);
    expect(mail.subject).toContain('Domain-wide delegation is not set up');
    for (const text of ['Since 2 November 2026, 08:00 UTC', 'Add new', 'https://admin.page/'])
      expect(mail.text).toContain(text);
  });

  test('is not sent again when another part meets the same, nor when the first part is well again', () => {
    const told = mailed(after(failed(NOT_DELEGATED)), 0, true);
    const look = { feature: 'install', part: 'its own look' };
    const findings = [{ state: 'broken', failure: NOT_DELEGATED }] as const;
    const both = healthAfter(told, { ...look, findings }, later(20));
    expect(untold(both, msOf(later(20)))).toEqual([]);
    const left = healthAfterJob(both, JOB, FINISHED, later(21));
    expect(shown(left)).toEqual([['broken', 'unauthorized-client', later(20)]]);
    expect(untold(left, msOf(later(21)))).toEqual([]);
  });

  test('names one failure once, whatever it keeps from working', () => {
    const twice = healthAfterJob(
      after(failed(NOT_DELEGATED)),
      { ...JOB, feature: 'mail', part: 'mail' },
      failed(NOT_DELEGATED),
      T0,
    );
    const { subject, text } = healthMail(aTenant(), twice.troubles, null);
    expect(subject).not.toContain('more');
    expect(text.match(/Domain-wide delegation is not set up/g)).toHaveLength(1);
  });
});

test('the record is written once an hour while all is well, and fits into the organization’s share at its worst', () => {
  const first = healthAfterRun(ALL_WELL, T0);
  expect(healthAfterRun(first, later(0.9))).toBe(first);
  expect(healthAfterRun(first, later(1)).ranAt).toBe(later(1));
  const worst = FAILURE_KINDS.reduce(
    (health, kind) =>
      healthAfter(
        health,
        {
          feature: kind,
          part: kind,
          findings: [
            {
              state: 'broken',
              failure: { ...failureOf(kind), message: 'x'.repeat(5_000) } as unknown as Failure,
            },
          ],
        },
        T0,
      ),
    ALL_WELL,
  );
  expect(worst.troubles).toHaveLength(HEALTH.MOST_TROUBLES);
  const store = new MemoryStore();
  expect(healthSlot(store, 'C01').write(worst).ok).toBe(true);
  expect(healthSlot(store, 'C01').read()).toEqual({ kind: 'value', value: worst });
  expect(Buffer.byteLength(store.values.get('health.C01')!)).toBeLessThan(9 * 1024);
});

test.each([
  ['a minute’s runner, as the run itself says', 1, true, 0.2, false],
  ['a minute’s runner that did not come', 1, true, 0.4, true],
  ['a minute’s runner, as noted once an hour', 1, false, 1.2, false],
  ['a minute’s runner of which nothing is noted for long', 1, false, 1.5, true],
  ['an hourly runner', 60, true, 2, false],
  ['an hourly runner that did not come', 60, true, 2.5, true],
])('%s is late or not', (_, everyMinutes, isExact, hours, expected) => {
  expect(isLate(T0, { everyMinutes, isExact }, msOf(later(hours)))).toBe(expected);
});

test('when the runner came last is what the cache remembers, or the hour that was noted', () => {
  expect(laterRun(null, null)).toBeNull();
  expect(laterRun(T0, null)).toEqual({ at: T0, isExact: false });
  expect(laterRun(T0, later(0.5))).toEqual({ at: later(0.5), isExact: true });
});
