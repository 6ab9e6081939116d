import {
  DAYS,
  STEPS,
  stepOfShare,
  withLags,
  type FreshnessDay,
} from '../../src/calendar/boards/freshness-log';
import { freshnessSection } from '../../src/calendar/panel/freshness-section';
import { Company, MINUTE_MS } from './company';
import { freshnessLog } from '../../src/calendar/boards/freshness-log';
import { CUSTOMER } from './company';
import type { Present } from '../../src/calendar/entry/change';
import type { GoogleEvent } from '../../src/calendar/ports';
import { lagsOf } from '../../src/calendar/runner/lags';
import type { Operation } from '../../src/calendar/sync/operations';
import { ok } from '../../src/kit/result';
import { anEntry } from './world';

const NOW_MS = Date.parse('2026-11-30T12:00:00Z');
const DAY_MS = 86_400_000;
const MINUTES = (minutes: number): number => minutes * MINUTE_MS;

const aDay = (toWork: readonly number[], toGoogle: readonly number[] = []): FreshnessDay =>
  withLags([], { toWork, toGoogle }, NOW_MS)[0]!;

describe('the time that a share of the changes took', () => {
  test.each<[string, readonly number[], number, string | null]>([
    ['half of one', [MINUTES(1)], 0.5, '1 minute'],
    ['just over a step', [MINUTES(1) + 1], 0.5, '2 minutes'],
    ['half of two', [MINUTES(1), MINUTES(60)], 0.5, '1 minute'],
    ['more than half of two', [MINUTES(1), MINUTES(60)], 0.51, '1 hour'],
    [
      '95 of 100',
      [...Array<number>(95).fill(0), ...Array<number>(5).fill(MINUTES(60))],
      0.95,
      '30 seconds',
    ],
    [
      '95 % of 99',
      [...Array<number>(94).fill(0), ...Array<number>(5).fill(MINUTES(60))],
      0.95,
      '1 hour',
    ],
    ['a day and no more', [DAY_MS], 1, '1 day'],
    ['more than a day', [DAY_MS + 1], 1, null],
  ])('%s [TF10]', (_name, lags, share, words) => {
    expect(STEPS[stepOfShare(aDay(lags).toWork, share)!]?.words ?? null).toBe(words);
  });

  test('is nothing when nothing was carried over', () => {
    expect(stepOfShare([], 0.5)).toBeNull();
    expect(stepOfShare([0, 0], 0.5)).toBeNull();
  });
});

test('two weeks are kept, and a day is added to as it goes on', () => {
  let days: readonly FreshnessDay[] = [];
  for (let day = 0; day < 40; day += 1)
    for (const lag of [0, MINUTES(2)])
      days = withLags(days, { toWork: [lag], toGoogle: [] }, NOW_MS + day * DAY_MS);
  expect(days).toHaveLength(DAYS);
  expect(days[0]!.day).toBe('2026-12-26');
  expect(days.every(({ toWork }) => toWork.join() === '1,0,1')).toBe(true);
});

/** What the section says, without its picture. */
const words = (days: readonly FreshnessDay[]): string =>
  JSON.stringify(freshnessSection(days, NOW_MS).widgets!.filter(({ image }) => !image));

test('an administrator reads half and 95 % for each direction that had changes, and the picture says the same in words', () => {
  const day = aDay([0, 0, 0, MINUTES(60)], [MINUTES(4)]);
  expect(words([day])).toContain('Half within 30 seconds, 95 % within 1 hour');
  expect(words([day])).toContain('4 changes in the last two weeks');
  expect(words([day])).toContain('Half within 5 minutes, 95 % within 5 minutes');
  const image = freshnessSection([day], NOW_MS).widgets!.find((widget) => widget.image)!.image!;
  expect(image.altText).toContain(
    '2026-11-30: from google to the work system half within 30 seconds, 95 % within 1 hour',
  );
  expect(decodeURIComponent(image.imageUrl!)).toContain('<circle');
});

test('what is older than two weeks is not told, and nothing is said of a direction without changes', () => {
  expect(words([{ ...aDay([0]), day: '2026-11-16' }])).toContain('No change has been carried over');
  expect(words([aDay([0])])).not.toContain('From the work system');
});

describe('a run counts', () => {
  /** Somebody in step, ten minutes after the last run that looked at them. */
  const inStep = () => {
    const company = new Company();
    const ann = company.add('ann');
    ann.addEvent(anEntry({ title: 'There' }));
    company.turnOn(ann);
    company.run();
    company.later(MINUTES(60));
    company.run();
    company.later(MINUTES(9));
    return { company, ann, days: () => freshnessLog(company.properties, CUSTOMER).load() };
  };
  const counts = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0);

  test('nothing of a first sync, because what it carries over is not new', () => {
    expect(inStep().days()).toEqual([]);
  });

  test('a row from the last time its person was in step [TF10]', () => {
    const { company, ann, days } = inStep();
    ann.addActivity(anEntry({ title: 'New row' }));
    company.run();
    expect(STEPS[stepOfShare(days()[0]!.toGoogle, 1)!]!.words).toBe('10 minutes');
    expect(counts(days()[0]!.toWork)).toBe(0);
  });

  test('an event from when Google says that it was changed, whether it is new or deleted [TF10]', () => {
    const { company, ann, days } = inStep();
    const id = ann.addEvent(anEntry({ title: 'New event' }));
    const updated = new Date(company.clock.nowMs - MINUTES(1.5)).toISOString();
    ann.google.events.set(id, { ...ann.google.events.get(id)!, updated });
    company.run();
    expect(STEPS[stepOfShare(days()[0]!.toWork, 1)!]!.words).toBe('2 minutes');
    ann.google.remove(id);
    ann.google.events.set(id, { ...ann.google.events.get(id)!, updated });
    company.run();
    expect(counts(days()[0]!.toWork)).toBe(2);
    expect(counts(days()[0]!.toGoogle)).toBe(0);
  });

  test('its own writes do not come back as changes', () => {
    const { company, ann, days } = inStep();
    ann.addActivity(anEntry({ title: 'New row' }));
    for (let run = 0; run < 4; run += 1) company.run();
    expect(counts(days()[0]!.toGoogle)).toBe(1);
    expect(counts(days()[0]!.toWork)).toBe(0);
  });
});

test.each([
  ['a listing of changes counts', false, 1],
  ['a listing that begins anew does not', true, 0],
])('%s', (_what, isFull, counted) => {
  const event = { id: 'e1', updated: '2026-11-30T11:59:00.000Z' } as GoogleEvent;
  const source = { kind: 'present', id: 'e1' } as Present;
  const made = { kind: 'create', on: 'work', source, origin: 'google' } as Operation;
  const listing = ok({ items: [event], isFull, cursor: 'next' });
  const asked = { cursor: 'cursor', from: '2026-11-01T00:00:00.000Z', listing };
  const { toWork } = lagsOf([made], { asked }, { nowMs: NOW_MS, inStepMs: null });
  expect(toWork).toHaveLength(counted);
});
