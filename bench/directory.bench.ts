import type { LocalWorkspace } from '../emulator/local-workspace';
import type { Execution } from '../emulator/runtime/execution';
import { finalizedCompany, rowsOf } from './company';
import { cpuMs } from './cpu';
import { about, seconds, type Figure } from './figure';
import { runsDuring, tallyOf } from './tally';

const PEOPLE = 10_000;
const PAGES = PEOPLE / 500;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const isDirectoryRun = ({ calls }: Execution): boolean =>
  calls.some(({ method }) => method === 'directory.users.list');

/** The next daily run, and the CPU time that it took. */
function nextRun(workspace: LocalWorkspace): { readonly run: Execution; readonly cpu: number } {
  workspace.advance(DAY_MS - HOUR_MS);
  for (let minutes = 0; minutes < 180; minutes += 1) {
    let runs: readonly Execution[] = [];
    const cpu = cpuMs(workspace, () => {
      runs = runsDuring(workspace, () => workspace.advance(MINUTE_MS));
    });
    const run = runs.find(isDirectoryRun);
    if (run) return { run, cpu };
  }
  throw new Error('The directory was not read for more than a day.');
}

/** Ten thousand people are brought in, and a day later nothing has changed; see docs/performance.md. */
export function bench(): Figure[] {
  const company = finalizedCompany(PEOPLE);
  const { workspace, page } = company;
  const before = new Set(workspace.engine.executions);
  const firstCpu = cpuMs(workspace, () => {
    page.press('Bring your people in');
    page.press(page.buttons().find((text) => text.startsWith('Bring'))!);
    workspace.advance(30 * 60_000);
  });
  const first = workspace.engine.executions.filter(
    (one) => !before.has(one) && isDirectoryRun(one),
  );
  const rows = rowsOf(company, 'People').length - 1;
  const second = nextRun(workspace);
  const [a, b] = [tallyOf(first), tallyOf([second.run])];
  return [
    ...about('10,000 people, first run', [
      { what: 'people brought in', figure: rows, unit: '' },
      {
        what: 'calls of the Directory API',
        figure: a.directoryCalls,
        unit: '',
        bound: 2 * PAGES,
        note: 'read for the preview, and again before it is carried out',
      },
      { what: 'requests to the workbook', figure: a.workbookReads + a.workbookWrites, unit: '' },
      { what: 'executions', figure: a.executions, unit: '' },
      { what: 'virtual time of the executions', figure: seconds(a.runMs), unit: 's' },
      { what: 'CPU', figure: firstCpu, unit: 'ms', isTimed: true },
    ]),
    ...about('10,000 people, nothing changed', [
      {
        what: 'calls of the Directory API',
        figure: b.directoryCalls,
        unit: '',
        bound: PAGES,
        target: 25,
      },
      { what: 'reads of the workbook', figure: b.workbookReads, unit: '' },
      { what: 'writes of the workbook', figure: b.workbookWrites, unit: '', bound: 0, target: 0 },
      { what: 'virtual time', figure: seconds(b.runMs), unit: 's', target: 25 },
      { what: 'CPU', figure: second.cpu, unit: 'ms', isTimed: true },
    ]),
  ];
}
