import type { JsonObject } from '../emulator/workspace/api-method';
import type { Execution } from '../emulator/runtime/execution';
import { recordAuditAt } from '../emulator/workspace/reports/log';
import { Panel, principal } from '../test/support/tandem';
import { ADMIN, finalizedCompany, personAt, type Company } from './company';
import { cpuMs } from './cpu';
import { about, seconds, type Figure } from './figure';
import { tallyOf } from './tally';

const DAY_MS = 86_400_000;
/** Google keeps the log for 180 days. */
const LOG_MS = 150 * DAY_MS;
const APP_NAME = 'Logged';

/** Fills the log with grants to an application, spread evenly over five months. */
function fillLog({ workspace }: Company, events: number): void {
  const actor = principal(workspace, personAt(1));
  const from = workspace.clock.now() - LOG_MS - 2 * DAY_MS;
  for (let index = 0; index < events; index++)
    recordAuditAt(
      workspace,
      {
        applicationName: 'token',
        customerId: actor.customerId ?? '',
        actor,
        events: [
          {
            type: 'auth',
            name: 'authorize',
            parameters: [
              { name: 'client_id', value: '1234.apps.googleusercontent.com' },
              { name: 'app_name', value: APP_NAME },
              { name: 'scope', multiValue: ['https://www.googleapis.com/auth/calendar.events'] },
            ],
          },
        ],
      },
      from + Math.floor((index * LOG_MS) / events),
    );
}

interface Exported {
  readonly executions: readonly Execution[];
  readonly rows: number;
  readonly cpu: number;
}

/** Presses "Export" in a new spreadsheet until every event is in it. */
function exportAll(company: Company): Exported {
  const { workspace } = company;
  const { spreadsheetId: id } = workspace.act(ADMIN, 'sheets.spreadsheets.create', {}, {
    properties: { title: 'Audit' },
  } as JsonObject) as { readonly spreadsheetId: string };
  const panel = new Panel(workspace, ADMIN, { host: 'SHEETS', sheets: { id } }).open();
  panel.press('Give Tandem this file').allowFile();
  const before = new Set(workspace.engine.executions);
  const cpu = cpuMs(workspace, () => {
    do panel.press('Export', { appName: [APP_NAME] });
    while (panel.text.includes('Not finished'));
  });
  const executions = workspace.engine.executions.filter((one) => !before.has(one));
  const { values = [] } = workspace.act(ADMIN, 'sheets.spreadsheets.values.get', {
    spreadsheetId: id,
    range: 'OAuth log events!A:A',
  }) as { readonly values?: unknown[][] };
  return { executions, rows: values.length - 1, cpu };
}

function figuresOf(
  events: number,
  target: { readonly reads: number; readonly writes: number },
  note = {},
): Figure[] {
  const company = finalizedCompany(5);
  fillLog(company, events);
  const { executions, rows, cpu } = exportAll(company);
  const tally = tallyOf(executions);
  return about(`${events.toLocaleString('en')} log events into a sheet`, [
    { what: 'rows', figure: rows, unit: '' },
    {
      what: 'reads of the log',
      figure: tally.reportsCalls,
      unit: '',
      bound: Math.ceil(events / 1_000),
      target: target.reads,
      ...note,
    },
    {
      what: 'writes of the sheet',
      figure: tally.workbookWrites,
      unit: '',
      bound: Math.ceil(events / 5_000),
      target: target.writes,
    },
    { what: 'reads of the sheet', figure: tally.workbookReads, unit: '' },
    { what: 'clicks', figure: executions.length, unit: '', bound: 1 },
    { what: 'virtual time', figure: seconds(tally.runMs), unit: 's' },
    { what: 'CPU', figure: cpu, unit: 'ms', isTimed: true },
  ]);
}

/** The export of the OAuth log; see docs/performance.md. */
export const bench = (): Figure[] => [
  ...figuresOf(10_000, { reads: 11, writes: 3 }),
  ...figuresOf(
    100_000,
    { reads: 101, writes: 21 },
    { note: 'a click has 30 s: the pages of a slice that did not fit are read again' },
  ),
];
