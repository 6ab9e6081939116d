import type { Execution } from '../emulator/runtime/execution';
import { principal } from '../test/support/tandem';
import { finalizedCompany, personAt, turnOnCalendars, type Company } from './company';
import { cpuMs } from './cpu';
import { about, median, seconds, type Figure } from './figure';
import { addEvents, eventIds, firstSync, rename, smallCompany } from './person';
import { runsDuring, tallyOf, type Tally } from './tally';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * A company with this many people whose calendars are in step. Each has left the wish that their own card would
 * leave.
 */
function companyInStep(people: number): Company {
  const company = turnOnCalendars(finalizedCompany(people + 1));
  const { workspace } = company;
  const at = new Date(workspace.clock.now()).toISOString();
  const { scriptProperties } = workspace.installed!.record;
  const tenant = Object.keys(scriptProperties).find((key) => key.startsWith('tenant.'))!;
  for (let index = 1; index <= people; index++) {
    const email = personAt(index);
    const { userId } = principal(workspace, email);
    scriptProperties[`${tenant.replace('tenant.', 'wish.')}.${userId}`] = JSON.stringify({
      v: 2,
      data: { email, wish: { kind: 'on', at, consentVersion: 1 } },
    });
  }
  workspace.advance(HOUR_MS);
  return company;
}

/** What the runs during some time did. */
interface Cycle {
  readonly tally: Tally;
  /** How often somebody's calendar was looked at. */
  readonly looks: number;
  readonly runs: readonly Execution[];
  readonly cpu: number;
}

/** The runs during `ms` in which somebody's calendar was looked at. */
function runFor(company: Company, ms: number): Cycle {
  let runs: readonly Execution[] = [];
  const cpu = cpuMs(company.workspace, () => {
    runs = runsDuring(company.workspace, () => company.workspace.advance(ms));
  });
  const looking = runs.filter(({ calls }) =>
    calls.some(({ method }) => method === 'calendar.events.list'),
  );
  if (looking.length === 0)
    throw new Error('Nobody’s calendar was looked at: there is nothing to measure.');
  const tally = tallyOf(looking);
  return { tally, looks: tally.calendarCalls, runs: looking, cpu };
}

const runForAnHour = (people: number): Cycle => runFor(companyInStep(people), HOUR_MS);

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

/** Other targets and notes for one person, who alone pays for the whole execution. */
const alone = (figures: readonly Figure[]): Figure[] =>
  figures.map((figure) => {
    if (figure.what.startsWith('property calls'))
      return {
        ...figure,
        target: 2,
        note: 'the lease, the record of the run and the wishes are read however many people are synced',
      };
    if (figure.what === 'virtual time of one execution')
      return { ...figure, target: 0.7, note: 'the start and its trigger alone take 0.65 s' };
    return figure;
  });

const CHANGES = 10;

/** Ten changes in a calendar of ten thousand events. */
function fewChanges(): Figure[] {
  const company = smallCompany();
  addEvents(company, 10_000);
  firstSync(company, 10_000);
  const { workspace } = company;
  workspace.advance(10 * MINUTE_MS);
  const ids = eventIds(company).slice(0, 5 * CHANGES);
  const rounds = Array.from({ length: 5 }, (_, round) => {
    rename(company, ids.slice(round * CHANGES, (round + 1) * CHANGES), `Round ${round}`);
    const changed = runFor(company, 2 * MINUTE_MS);
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
      note: 'pairs are rows of a sheet: ten thousand are read and decoded to find ten',
    },
  ];
}

/** What a run costs when nothing, or little, has changed; see docs/performance.md. */
export function bench(): Figure[] {
  return [
    ...about('1 person, nothing changed', alone(idleFigures(runForAnHour(1)))),
    ...about('50 people, nothing changed', idleFigures(runForAnHour(50))),
    ...about('1,000 people, nothing changed', idleFigures(runForAnHour(1_000))),
    ...about('10 changes among 10,000 pairs', fewChanges()),
  ];
}
