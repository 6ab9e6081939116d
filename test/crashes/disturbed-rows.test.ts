// Somebody else edits the workbook right before any call of a run: no write lands beside its row, and no edit is lost.
import type { LocalWorkspace } from '../../emulator/local-workspace';
import { EDITS, editsOf, spareRows } from './another-editor';
import { calendarScenario, removalScenario } from './calendar-scenario';
import { MINUTE_MS } from './company';
import { directoryScenario } from './directory-scenario';
import { differences, pointsOf, type Patience, type Point, type Scenario } from './sweep';

/** What somebody does to the workbook between two calls to it is done before the second. */
const isOfWorkbook = ({ method }: Point): boolean => /^(sheets|drive)\./.test(method);

const HOUR: Patience = { waitMs: 61 * MINUTE_MS };

type Prepare = (workspace: LocalWorkspace) => void;

const RUNS: Readonly<
  Record<string, readonly [(prepare: Prepare) => Scenario<unknown>, Patience | undefined]>
> = {
  'a calendar run': [calendarScenario, undefined],
  'a directory run': [directoryScenario, HOUR],
  'a removal of copies': [removalScenario, undefined],
};

describe.each(Object.keys(RUNS))('%s, while somebody', (run) => {
  const [make, patience] = RUNS[run]!;
  let scenario: Scenario<unknown>;
  beforeAll(() => {
    scenario = make(spareRows);
  });

  test.each(Object.keys(EDITS) as (keyof typeof EDITS)[])(
    '%s, ends as if nobody had [Inv13]',
    (edit) => {
      const points = pointsOf(scenario).filter(isOfWorkbook);
      expect(points.length).toBeGreaterThan(3);
      const act = editsOf(scenario.before.workspace, edit);
      expect(differences(scenario, points, ['before', act], patience)).toEqual([]);
    },
  );
});
