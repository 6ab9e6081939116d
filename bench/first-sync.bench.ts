import type { Company } from './company';
import { cpuMs } from './cpu';
import { about, seconds, type Figure } from './figure';
import {
  addActivities,
  addEvents,
  addSeriesActivities,
  addSeriesEvents,
  eventIds,
  firstSync,
  PERSON,
  readPreview,
  smallCompany,
} from './person';
import { rowsOf } from './company';
import { tallyOf, type Tally } from './tally';

interface Sync {
  readonly company: Company;
  readonly tally: Tally;
  readonly cpu: number;
}

/** Syncs from the person's "Start" to the end, without the preview before it. */
function sync(pairs: number, fill: (company: Company, count: number) => void): Sync {
  const company = smallCompany();
  fill(company, pairs);
  const panel = readPreview(company);
  let tally!: Tally;
  const cpu = cpuMs(company.workspace, () => {
    tally = tallyOf(firstSync(company, pairs, panel));
  });
  return { company, tally, cpu };
}

/** How many records there are on both sides beyond one for each pair. */
const duplicates = (company: Company, pairs: number): number =>
  Math.abs(eventIds(company).length - pairs) +
  Math.abs(rowsOf(company, 'Activities').filter((row) => row[2] === PERSON).length - pairs);

const PACE =
  'one calendar accepts two batches in ten seconds, counted from their responses; two executions are half a minute apart';

/** Figures of a first sync: the lowest possible ones, or those that we promise. */
interface Limits {
  readonly http: number;
  readonly calls: number;
  readonly seconds: number;
}

function figuresOf(
  { company, tally, cpu }: Sync,
  pairs: number,
  bound: Limits,
  target: Limits & { readonly executions: number },
): Figure[] {
  const { googleHttp, calendarCalls, workbookReads, workbookWrites, executions, virtualMs } = tally;
  return [
    {
      what: 'HTTP on Google’s side',
      figure: googleHttp,
      unit: '',
      bound: bound.http,
      target: target.http,
    },
    {
      what: 'calls of the Calendar API',
      figure: calendarCalls,
      unit: '',
      bound: bound.calls,
      target: target.calls,
    },
    { what: 'requests to the workbook', figure: workbookReads + workbookWrites, unit: '' },
    {
      what: 'virtual time',
      figure: seconds(virtualMs),
      unit: 's',
      bound: bound.seconds,
      target: target.seconds,
      ...(virtualMs > target.seconds * 1_000 && { note: PACE }),
    },
    { what: 'executions', figure: executions, unit: '', bound: 1, target: target.executions },
    { what: 'duplicates', figure: duplicates(company, pairs), unit: '', target: 0 },
    { what: 'CPU', figure: cpu, unit: 'ms', isTimed: true },
  ];
}

/** How many requests to Calendar a kill in the middle of the sync costs. */
function wastedByKill(fill: (company: Company, count: number) => void, method: string, at: number) {
  const pairs = 1_000;
  const whole = smallCompany();
  fill(whole, pairs);
  const needed = tallyOf(firstSync(whole, pairs)).googleHttp;
  const company = smallCompany();
  fill(company, pairs);
  const panel = readPreview(company);
  company.workspace.faults.plan([{ method, at, when: 'after', fault: { kind: 'kill' } }]);
  const used = tallyOf(firstSync(company, pairs, panel)).googleHttp;
  return { wasted: used - needed, doubled: duplicates(company, pairs) };
}

/** A person's first sync, in both directions; see docs/performance.md. */
export function bench(): Figure[] {
  const small = { http: 26, calls: 1_010, seconds: 125, executions: 2 };
  const large = { http: 220, calls: 10_100, seconds: 18 * 60, executions: 5 };
  const toRows = sync(1_000, addEvents);
  const toEvents = sync(1_000, addActivities);
  const seriesToRows = sync(1_000, addSeriesEvents);
  const seriesToEvents = sync(1_000, addSeriesActivities);
  const manyToRows = sync(10_000, addEvents);
  const manyToEvents = sync(10_000, addActivities);
  const inGoogle = wastedByKill(addActivities, 'batch', 10);
  const inWorkbook = wastedByKill(addEvents, 'sheets.spreadsheets.batchUpdate', 2);
  return [
    ...about(
      '1,000 events become rows',
      figuresOf(toRows, 1_000, { http: 1, calls: 1, seconds: 1 }, small),
    ),
    ...about(
      '1,000 rows become events',
      figuresOf(toEvents, 1_000, { http: 21, calls: 1_001, seconds: 100 }, small),
    ),
    ...about(
      '1,000 events, 100 series and 300 exceptions among them, become rows',
      figuresOf(seriesToRows, 1_000, { http: 1, calls: 1, seconds: 1 }, { ...small, http: 30 }),
    ),
    ...about(
      '1,000 rows, 100 series and 300 exceptions among them, become events',
      figuresOf(
        seriesToEvents,
        1_000,
        { http: 21, calls: 1_001, seconds: 100 },
        { ...small, http: 30 },
      ),
    ),
    ...about(
      '10,000 events become rows',
      figuresOf(manyToRows, 10_000, { http: 4, calls: 4, seconds: 2 }, large),
    ),
    ...about(
      '10,000 rows become events',
      figuresOf(manyToEvents, 10_000, { http: 204, calls: 10_004, seconds: 1_000 }, large),
    ),
    ...about('killed after the tenth of twenty batches', [
      { what: 'wasted requests', figure: inGoogle.wasted, unit: '', target: 2 },
      { what: 'duplicates', figure: inGoogle.doubled, unit: '', target: 0 },
    ]),
    ...about('killed while rows are added', [
      { what: 'wasted requests', figure: inWorkbook.wasted, unit: '', target: 2 },
      { what: 'duplicates', figure: inWorkbook.doubled, unit: '', target: 0 },
    ]),
  ];
}
