import type { Execution } from '../emulator/runtime/execution';
import { finalized, personAt, withCalendars, type Company } from './company';
import { cpuMs } from './cpu';
import { about, median, seconds, type Figure } from './figure';
import { addEvents, eventIds, firstSync, rename, smallCompany } from './person';
import { runsDuring, tallyOf, type Tally } from './tally';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** So many people whose calendars are in step: each has said so, in the form in which their own card says it. */
function connected(people: number): Company {
  const company = withCalendars(finalized(people + 1));
  const { workspace } = company;
  const at = new Date(workspace.clock.now()).toISOString();
  const { scriptProperties } = workspace.installed!.record;
  const tenant = Object.keys(scriptProperties).find((key) => key.startsWith('tenant.'))!;
  for (let index = 1; index <= people; index++)
    scriptProperties[tenant.replace('tenant.', 'wish.') + `.${personAt(index)}`] = JSON.stringify({
      v: 1,
      data: { kind: 'on', at, consentVersion: 1 },
    });
  workspace.advance(HOUR_MS);
  return company;
}

/** What the runs of a while did, per look at everybody. */
interface Cycle {
  readonly tally: Tally;
  /** Looks at one person. */
  readonly looks: number;
  readonly runs: readonly Execution[];
  readonly cpu: number;
}

/** The runs of a while in which somebody was looked at. */
function cycles(company: Company, ms: number): Cycle {
  let runs: readonly Execution[] = [];
  const cpu = cpuMs(company.workspace, () => {
    runs = runsDuring(company.workspace, () => company.workspace.advance(ms));
  });
  const looking = runs.filter(({ calls }) =>
    calls.some(({ method }) => method === 'calendar.events.list'),
  );
  if (looking.length === 0) throw new Error('Nobody was looked at: nothing is measured.');
  const tally = tallyOf(looking);
  return { tally, looks: tally.calendarCalls, runs: looking, cpu };
}

const forAnHour = (people: number): Cycle => cycles(connected(people), HOUR_MS);

function idleFigures({ tally, looks, runs, cpu }: Cycle): Figure[] {
  const each = (calls: number): number => calls / runs.length;
  const { tokens, workbookReads, workbookWrites, propertyReads, propertyWrites } = tally;
  return [
    {
      what: 'Google calls for a look at a person',
      figure: tally.calendarCalls / looks,
      unit: '',
      bound: 1,
      target: 1,
    },
    {
      what: 'tokens for a look at a person',
      figure: tokens / looks,
      unit: '',
      note: 'a token lasts an hour',
    },
    { what: 'people looked at in one execution', figure: each(looks), unit: '' },
    {
      what: 'requests to the workbook in one execution',
      figure: each(workbookReads + workbookWrites),
      unit: '',
      bound: 2,
      target: 2,
    },
    {
      what: 'property calls in one execution',
      figure: each(propertyReads + propertyWrites),
      unit: '',
    },
    { what: 'cache calls in one execution', figure: each(tally.cacheCalls), unit: '' },
    {
      what: 'virtual time of one execution',
      figure: seconds(tally.runMs) / runs.length,
      unit: 's',
    },
    {
      what: 'virtual time for a look at a person',
      figure: seconds(tally.runMs) / looks,
      unit: 's',
    },
    { what: 'CPU of one execution', figure: cpu / runs.length, unit: 'ms', isTimed: true },
  ];
}

/** One person alone pays for the whole execution. */
const alone = (figures: readonly Figure[]): Figure[] =>
  figures.map((figure) => {
    if (figure.what.startsWith('property calls'))
      return {
        ...figure,
        target: 2,
        note: 'the lease, the record of the run and wishes are looked at whoever is synced',
      };
    if (figure.what === 'virtual time of one execution')
      return { ...figure, target: 0.7, note: 'the start and its trigger alone take 0.65 s' };
    return figure;
  });

const CHANGES = 10;

/** Ten changes in a calendar of ten thousand. */
function fewChanges(): Figure[] {
  const company = smallCompany();
  addEvents(company, 10_000);
  firstSync(company, 10_000);
  const { workspace } = company;
  workspace.advance(10 * MINUTE_MS);
  const ids = eventIds(company).slice(0, 5 * CHANGES);
  const rounds = Array.from({ length: 5 }, (_, round) => {
    rename(company, ids.slice(round * CHANGES, (round + 1) * CHANGES), `Round ${round}`);
    const changed = cycles(company, 2 * MINUTE_MS);
    workspace.advance(10 * MINUTE_MS);
    return changed;
  });
  const { tally } = rounds[0]!;
  return [
    {
      what: 'HTTP on Google’s side',
      figure: Math.max(...rounds.map((one) => one.tally.googleHttp)),
      unit: '',
      bound: 1,
      target: 3,
    },
    {
      what: 'requests to the workbook',
      figure: tally.workbookReads + tally.workbookWrites,
      unit: '',
    },
    {
      what: 'virtual time',
      figure: median(rounds.map((one) => seconds(one.tally.runMs))),
      unit: 's',
    },
    {
      what: 'CPU',
      figure: median(rounds.map(({ cpu }) => cpu)),
      unit: 'ms',
      target: 60,
      isTimed: true,
      note: 'the pairs are rows of a sheet: ten thousand are read and decoded to know ten',
    },
  ];
}

/** What a run costs in which nothing, or little, has changed; facts/performance section 6. */
export function bench(): Figure[] {
  return [
    ...about('1 person, nothing changed', alone(idleFigures(forAnHour(1)))),
    ...about('50 people, nothing changed', idleFigures(forAnHour(50))),
    ...about('1,000 people, nothing changed', idleFigures(forAnHour(1_000))),
    ...about('10 changes among 10,000 pairs', fewChanges()),
  ];
}
