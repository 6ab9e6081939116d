// A runner whose lease is lost in the middle: another takes over and does everything, and the first comes back late.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { ADMIN, MINUTE_MS, runnerUid } from './company';
import { calendarScenario, type CalendarOutcome } from './calendar-scenario';
import { disturbed, isWrite, pointsOf, type Scenario } from './sweep';

let scenario: Scenario<CalendarOutcome>;
beforeAll(() => {
  scenario = calendarScenario();
});

/** Nobody holds the lease any more when the other execution begins. */
function loseTheLease(workspace: LocalWorkspace): void {
  const { faults, installed } = workspace;
  const hands = faults.hands!;
  faults.hands = {
    ...hands,
    run(...call) {
      const { scriptProperties } = installed!.record;
      for (const key of Object.keys(scriptProperties))
        if (key.startsWith('lease.')) delete scriptProperties[key];
      hands.run(...call);
    },
  };
}

/** Lines that one outcome has more often than the other. */
const more = (found: readonly string[], calm: readonly string[]): string[] => {
  const left = [...calm];
  return found.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};

test('a run that comes back late writes nothing twice, neither in Google nor in the work system [Inv2] [Inv12]', () => {
  const triggerUid = runnerUid(scenario.before.workspace);
  const fault = { kind: 'run', function: 'runSyncs', as: ADMIN, event: { triggerUid } } as const;
  const patience = { waitMs: 3 * MINUTE_MS, prepare: loseTheLease };
  const calm = disturbed(scenario, []).outcome;
  // A write, and what comes right before it: the last moment at which the lease can be lost without its being noticed.
  const points = pointsOf(scenario).filter(
    (point, index, all) => isWrite(point) || (all[index + 1] && isWrite(all[index + 1]!)),
  );
  expect(points.length).toBeGreaterThan(10);
  const found = points.flatMap(({ at, method }) => {
    const { outcome } = disturbed(scenario, [{ at, fault }], patience);
    return [
      ...more(outcome.google, calm.google),
      ...more(outcome.work, calm.work),
      ...more(outcome.pairs, calm.pairs),
    ].map((line) => `before call ${at}, ${method}: ${line}`);
  });
  expect(found).toEqual([]);
});
