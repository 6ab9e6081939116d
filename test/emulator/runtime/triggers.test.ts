import { firstRun, nextRun } from '../../../emulator/runtime/triggers';
import { random } from '../../../emulator/kit/random';
import { toInstant, toWallTime } from '../../../emulator/kit/zoned-time';
import type { RecurringRule, TriggerRecord } from '../../../emulator/workspace/state/scripts';
import { ADMIN, ANNA, aScript } from '../../support/small-company';

const HOUR = 3_600_000;
const HELSINKI = 'Europe/Helsinki';

describe('the plan of a time-driven trigger', () => {
  const now = Date.UTC(2026, 2, 2, 8);
  const plan = (rule: RecurringRule, runs: number, from = now) => {
    const source = { kind: 'recurring', rule, timeZone: HELSINKI } as const;
    const times = [firstRun(source, from, random({ seed: 7 }))!];
    while (times.length < runs) times.push(nextRun(source, times.at(-1)!)!);
    return times.map((time) => toWallTime(time, HELSINKI));
  };

  test('an hourly trigger stays at the minute that was drawn once', () => {
    const runs = plan({ every: 'hours', count: 1 }, 5);
    expect(new Set(runs.map(({ minute }) => minute)).size).toBe(1);
    expect(runs.map(({ hour }) => hour)).toEqual(
      [10, 11, 12, 13, 14].map((h) => h + (runs[0]!.hour - 10)),
    );
  });

  test('a daily trigger keeps its local hour across the change to summer time', () => {
    const rule = { every: 'days', count: 1, atHour: 9, nearMinute: 30 } as const;
    const runs = plan(rule, 4, Date.UTC(2026, 2, 27, 12));
    expect(runs.map(({ day, hour }) => [day, hour])).toEqual([
      [28, 9],
      [29, 9],
      [30, 9],
      [31, 9],
    ]);
    for (const { minute } of runs) expect(Math.abs(minute - 30)).toBeLessThanOrEqual(15);
  });

  test('a weekly trigger runs on its day', () => {
    const runs = plan({ every: 'weeks', count: 2, weekDay: 5, atHour: 6, nearMinute: null }, 3);
    expect(runs.map(({ month, day }) => [month, day])).toEqual([
      [3, 6],
      [3, 20],
      [4, 3],
    ]);
  });

  test('a trigger on the 31st skips the months that have no such day', () => {
    const runs = plan({ every: 'month', monthDay: 31, atHour: 1, nearMinute: 0 }, 4);
    expect(runs.map(({ month }) => month)).toEqual([3, 5, 7, 8]);
  });

  test.each([
    [
      'skipped in spring',
      { year: 2026, month: 3, day: 29, hour: 3, minute: 30, second: 0 },
      '2026-03-29T01:30:00.000Z',
    ],
    [
      'repeated in autumn',
      { year: 2026, month: 10, day: 25, hour: 3, minute: 30, second: 0 },
      '2026-10-25T00:30:00.000Z',
    ],
  ])('a local time that is %s has one instant', (_, wall, instant) => {
    expect(new Date(toInstant(wall, HELSINKI)).toISOString()).toBe(instant);
  });
});

describe('a trigger', () => {
  const trigger = (source: TriggerRecord['source'], ownerUserId: string): TriggerRecord => ({
    uid: '1',
    handler: 'run',
    ownerUserId,
    surface: 'editor',
    createdAt: 0,
    source,
    nextRunAt: null,
    fired: false,
  });
  const adminId = '100000000000000000000';

  function scheduled(source: TriggerRecord['source'], options: Parameters<typeof aScript>[1] = {}) {
    const workspace = aScript('function run(e) { return e }', options);
    const script = Object.values(workspace.state.scripts.scripts)[0]!;
    const record = trigger(source, adminId);
    script.triggers.push(record);
    workspace.scheduler.planFirstRun(script, record);
    return { workspace, script, record };
  }
  const runsOf = ({ engine }: ReturnType<typeof aScript>) => engine.executions.length;

  test('runs as its owner each time it is due', () => {
    const { workspace } = scheduled({
      kind: 'recurring',
      rule: { every: 'hours', count: 1 },
      timeZone: 'Etc/UTC',
    });
    workspace.advance(5 * HOUR);
    expect(runsOf(workspace)).toBe(5);
    expect(workspace.engine.executions[0]!.start).toMatchObject({
      surface: 'trigger',
      triggerUid: '1',
      activeUser: null,
      person: { email: ADMIN },
    });
  });

  test('that runs once never runs again, and is listed until it is deleted', () => {
    const { workspace, record, script } = scheduled({
      kind: 'one-shot',
      at: Date.UTC(2026, 2, 2, 9),
    });
    workspace.advance(3 * HOUR);
    expect([runsOf(workspace), record.fired, script.triggers.length]).toEqual([1, true, 1]);
  });

  test('does nothing when the clock is turned without running triggers', () => {
    const { workspace } = scheduled({ kind: 'one-shot', at: Date.UTC(2026, 2, 2, 9) });
    workspace.advance(3 * HOUR, { runDueTriggers: false });
    expect(runsOf(workspace)).toBe(0);
    expect(workspace.scheduler.runDue()).toBe(1);
  });

  test('of a suspended owner does not run', () => {
    const { workspace } = scheduled({ kind: 'one-shot', at: Date.UTC(2026, 2, 2, 9) });
    workspace.state.directory.users[adminId]!.suspended = true;
    workspace.state.directory.revision++;
    workspace.advance(3 * HOUR);
    expect(runsOf(workspace)).toBe(0);
  });

  test('for a calendar fires for people, not for scripts and API clients', () => {
    const { workspace } = scheduled({ kind: 'calendar', calendarId: ANNA });
    workspace.notifyCalendarChange(ANNA, 'script');
    workspace.notifyCalendarChange(ANNA, 'api');
    workspace.notifyCalendarChange(ADMIN, 'person');
    workspace.advance(HOUR);
    expect(runsOf(workspace)).toBe(0);
    workspace.notifyCalendarChange(ANNA, 'person');
    workspace.notifyCalendarChange(ANNA, 'person');
    workspace.advance(HOUR);
    expect(runsOf(workspace)).toBe(1);
  });

  test('is run even when hundreds are due at the same moment, each once and in full', () => {
    const workspace = aScript(
      'function run() { for (let i = 0; i < 3; i += 1) PropertiesService.getScriptProperties().getProperty("key") }',
      { latency: 'reported' },
    );
    const script = Object.values(workspace.state.scripts.scripts)[0]!;
    const at = Date.UTC(2026, 2, 2, 9);
    for (let uid = 1; uid <= 300; uid += 1) {
      const record = { ...trigger({ kind: 'one-shot', at }, adminId), uid: String(uid) };
      script.triggers.push(record);
      workspace.scheduler.planFirstRun(script, record);
    }
    workspace.advance(3 * HOUR);
    expect(runsOf(workspace)).toBe(300);
    expect(new Set(workspace.engine.executions.map(({ status }) => status))).toEqual(
      new Set(['completed']),
    );
  });

  test('is late, skipped or run twice as often as configured', () => {
    const { workspace } = scheduled(
      { kind: 'recurring', rule: { every: 'minutes', count: 30 }, timeZone: 'Etc/UTC' },
      { punctuality: { jitterMs: 60_000, skippedShare: 0.2, doubledShare: 0.1 } },
    );
    workspace.advance(1000 * 30 * 60_000);
    expect(runsOf(workspace)).toBeGreaterThan(850);
    expect(runsOf(workspace)).toBeLessThan(950);
    const minutes = workspace.engine.executions.map(({ startedAt }) => (startedAt / 60_000) % 30);
    expect(Math.max(...minutes)).toBeGreaterThan(0.5);
  });

  test('cannot use more trigger time in a day than its owner has', () => {
    const { workspace } = scheduled(
      { kind: 'recurring', rule: { every: 'hours', count: 1 }, timeZone: 'Etc/UTC' },
      {
        limits: { TRIGGER_RUNTIME_MS_PER_DAY: 1000 },
        latency: 'reported',
        punctuality: { jitterMs: 0, skippedShare: 0, doubledShare: 0 },
      },
    );
    workspace.advance(23 * HOUR);
    const messages = workspace.engine.executions.map(({ error }) => error?.message);
    expect(messages).toContain('Service using too much computer time for one day.');
    workspace.advance(26 * HOUR);
    expect(workspace.engine.executions.filter(({ error }) => !error).length).toBeGreaterThan(3);
  });
});
