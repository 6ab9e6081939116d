// The checks of every day: when they are made, what is kept, and how the last 30 days are drawn (TA11).
import { checkCard } from '../../emulator/card/check';
import { CHECKS } from '../../src/install/check-names';
import { checkReport } from '../../src/install/checks';
import { installHealth, type InstallRunPorts } from '../../src/install/checkup';
import { dailyCard } from '../../src/install/daily-card';
import {
  areChecksDue,
  checksAfter,
  dailyChecksSlot,
  forgetDisproved,
  noChecksYet,
  type DailyChecks,
} from '../../src/install/daily-checks';
import { msOf } from '../../src/kit/clock';
import type { Failure } from '../../src/kit/failure';
import { fail, ok } from '../../src/kit/result';
import { MemoryStore } from '../kit/memory-store';
import { textsOf } from '../support/card-reading';
import { TurnedClock } from '../runs/turned-clock';
import { ADMIN, MemoryInstall } from './world';

const NOON = '2026-11-02T12:00:00.000Z';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const after = (days: number): number => msOf(NOON) + days * DAY_MS;

const checksWith = (delegation?: Failure) => {
  const ports = new MemoryInstall();
  if (delegation) ports.answers.delegation = fail(delegation);
  return checkReport(ports, ADMIN.email).checks;
};
const GOOD = checksWith();
const NOTHING_DELEGATED: Failure = { kind: 'unauthorized-client', clientId: '42' };
const BAD = checksWith(NOTHING_DELEGATED);

const lineOf = ({ days }: DailyChecks) => days['delegation'];

test.each<[string, DailyChecks | null, number, boolean]>([
  ['when they never were', null, 0, true],
  ['not again on the day of finalizing', noChecksYet(msOf(NOON)), 0.4, false],
  ['on the first look of the next day', noChecksYet(msOf(NOON)), 0.5, true],
  [
    'not again within ten minutes while something is wrong',
    checksAfter(null, BAD, after(0)),
    0.006,
    false,
  ],
  ['after ten minutes while something is wrong', checksAfter(null, BAD, after(0)), 0.007, true],
])('the checks are made %s', (_, last, days, expected) => {
  expect(areChecksDue(last, after(days))).toBe(expected);
});

test('each day adds a sign; a day with a trouble stays marked when it is over', () => {
  const first = checksAfter(noChecksYet(after(-1)), GOOD, after(0));
  expect(lineOf(first)).toBe('+');
  const wrong = checksAfter(first, BAD, after(1));
  expect(lineOf(wrong)).toBe('+x');
  expect(wrong.failures).toEqual([NOTHING_DELEGATED]);
  const cured = checksAfter(wrong, GOOD, after(1.1));
  expect(lineOf(cured)).toBe('+x');
  expect(cured.failures).toEqual([]);
  expect(lineOf(checksAfter(cured, GOOD, after(2)))).toBe('+x+');
});

test('a check that was good in the morning and fails in the evening marks the day', () => {
  expect(lineOf(checksAfter(checksAfter(null, GOOD, after(0)), BAD, after(0.1)))).toBe('x');
});

test('days on which nothing ran are gaps, and no more than thirty days are kept', () => {
  expect(lineOf(checksAfter(checksAfter(null, GOOD, after(0)), GOOD, after(4)))).toBe('+...+');
  expect(lineOf(checksAfter(checksAfter(null, GOOD, after(0)), BAD, after(400)))).toBe(
    `${'.'.repeat(29)}x`,
  );
  const month = Array.from({ length: 45 }, (_, day) => day).reduce<DailyChecks | null>(
    (before, day) => checksAfter(before, GOOD, after(day)),
    null,
  );
  expect(lineOf(month!)).toBe('+'.repeat(30));
});

test('a trouble that passes by itself marks the day, and alarms nobody', () => {
  const busy = checksAfter(null, checksWith({ kind: 'unavailable', message: 'Backend' }), after(0));
  expect(lineOf(busy)).toBe('x');
  expect(busy.failures).toEqual([]);
});

test('thirty days of all checks take little more than half a kilobyte', () => {
  const store = new MemoryStore();
  const place = dailyChecksSlot(store, 'C01');
  let last = checksAfter(null, GOOD, after(0));
  for (let day = 1; day < 40; day++) last = checksAfter(last, GOOD, after(day));
  place.write(last);
  expect(place.read()).toEqual({ kind: 'value', value: last });
  expect(Buffer.byteLength(store.values.get('checks.C01')!)).toBeLessThan(800);
});

test('what an administrator finds good again is over at once; what only the sync account can tell is not', () => {
  const place = dailyChecksSlot(new MemoryStore(), 'C01');
  const gone: Failure = { kind: 'deputy-gone', account: 'b@acme.example', how: 'suspended' };
  place.write({ at: NOON, days: {}, failures: [NOTHING_DELEGATED, gone] });
  forgetDisproved(place);
  expect(place.read()).toMatchObject({ value: { failures: [gone] } });
});

test('the runner looks every hour, and makes all checks only once a day while all is well', () => {
  const clock = new TurnedClock(after(0));
  const checks = dailyChecksSlot(new MemoryStore(), 'C01');
  const install = new MemoryInstall();
  let reports = 0;
  const ports: InstallRunPorts = {
    account: ADMIN.email,
    inOffice: () => ok(null),
    license: () => ok({ kind: 'organization', isOnForCaller: true }),
    workbook: () => ok(null),
    report() {
      reports += 1;
      return checkReport(install, ADMIN.email);
    },
    checks,
    clock,
  };
  const found = () => installHealth.findings(ports).map(({ failure }) => failure.kind);
  for (let hour = 0; hour < 48; hour++) {
    expect(found()).toEqual([]);
    clock.sleep(HOUR_MS);
  }
  expect(reports).toBe(3);
  install.answers.delegation = fail(NOTHING_DELEGATED);
  clock.sleep(DAY_MS);
  expect([found(), found()]).toEqual([['unauthorized-client'], ['unauthorized-client']]);
  expect(reports).toBe(4);
  install.answers.delegation = ok('Google gave a token.');
  clock.sleep(HOUR_MS);
  expect(found()).toEqual([]);
});

describe('the card of the last 30 days', () => {
  const wrong = checksAfter(checksAfter(null, GOOD, after(0)), BAD, after(1));
  const daily = checksAfter(wrong, GOOD, after(2));

  test('draws a line for each check, and says it in words as well', () => {
    const text = textsOf(dailyCard(daily)).join('\n');
    expect(text).toContain(
      'Domain-wide delegation reaches people\n●✗●\nGood on 2 of 3 days; last wrong on 3 November 2026',
    );
    expect(text).toContain('The directory can be read\n●●●\nGood on 3 of 3 days');
    expect(text).toContain('The workbook can be opened\n···\nNot checked');
    const first = textsOf(dailyCard(checksAfter(null, GOOD, after(0)))).join('\n');
    expect(first).toContain('The directory can be read\n●\nGood on 1 of 1 day');
  });

  test.each([
    ['before the first day', null],
    ['on the day of finalizing', noChecksYet(after(0))],
    ['after some days', daily],
  ])('is one that Google takes, %s', (_, shown) => {
    const card = dailyCard(shown);
    expect(checkCard(card)).toEqual([]);
    const widgets = (card.sections ?? []).flatMap(({ widgets: all = [] }) => all);
    expect(widgets.length).toBeLessThanOrEqual(CHECKS.length + 2);
  });
});
