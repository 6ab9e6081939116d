/** What giving people's availability to the work system costs: the built add-on, with Google's quotas in force. */
import { AdminPage, principal } from '../test/support/tandem';
import {
  ADMIN,
  finalizedCompany,
  personAt,
  rowsOf,
  turnOnCalendars,
  type Company,
} from './company';
import { about, type Figure } from './figure';
import { runsDuring, tallyOf, type Tally } from './tally';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** People who have the same meeting on each of the ten days that follow, and whose first sync is done. */
function companyInStep(people: number): Company {
  const company = turnOnCalendars(finalizedCompany(people + 1));
  for (let person = 1; person <= people; person += 1) {
    startSync(company, personAt(person));
    for (let day = 1; day <= 10; day += 1) addMeeting(company, personAt(person), day);
  }
  for (let hours = 0; inStepCount(company) < people; hours += 1) {
    if (hours > 48) throw new Error(`Only ${inStepCount(company)} of ${people} are in step.`);
    company.workspace.advance(HOUR_MS);
  }
  return company;
}

/** The wish that a person's own card leaves. */
function startSync({ workspace }: Company, email: string): void {
  const { record } = workspace.installed!;
  const { userId } = principal(workspace, email);
  const tenant = Object.keys(record.scriptProperties).find((key) => key.startsWith('tenant.'))!;
  const at = new Date(workspace.clock.now()).toISOString();
  record.scriptProperties[`${tenant.replace('tenant.', 'wish.')}.${userId}`] = JSON.stringify({
    v: 2,
    data: { email, wish: { kind: 'on', at, consentVersion: 1 } },
  });
}

function addMeeting({ workspace }: Company, email: string, day: number): void {
  const start = (Math.ceil(workspace.clock.now() / DAY_MS) + day) * DAY_MS + 10 * HOUR_MS;
  workspace.act(
    email,
    'calendar.events.insert',
    { calendarId: 'primary' },
    {
      summary: `Meeting ${day}`,
      start: { dateTime: new Date(start).toISOString() },
      end: { dateTime: new Date(start + HOUR_MS).toISOString() },
    },
  );
}

function inStepCount(company: Company): number {
  const [headings = [], ...rows] = rowsOf(company, 'Connections');
  const progress = headings.indexOf('Progress');
  return rows.filter((row) => Boolean(row[progress])).length;
}

/** Whose rows are in the sheet, teams among them. */
const given = (company: Company): number =>
  new Set(
    rowsOf(company, 'Availability')
      .slice(1)
      .map(([person]) => person),
  ).size;

const TEAM = 10;

/** Everybody can be booked, and the first ten of them as one team. */
function giveAvailability({ workspace }: Company): void {
  const team = Array.from({ length: TEAM }, (_, index) => personAt(index + 1)).join(', ');
  new AdminPage(workspace, ADMIN)
    .open()
    .open('Availability')
    .press('Save', { who: ['everybody'], teams: [`Desk: ${team}`] });
}

interface Given {
  readonly first: Tally;
  readonly idle: Tally;
  readonly changed: Tally;
  readonly hasAll: boolean;
}

function measured(people: number): Given {
  const company = companyInStep(people);
  const { workspace } = company;
  const aRun = (): Tally => tallyOf(runsDuring(workspace, () => workspace.advance(MINUTE_MS)));
  const before = aRun();
  giveAvailability(company);
  let minutes = 0;
  const first = tallyOf(
    runsDuring(workspace, () => {
      while (given(company) < people + 1) {
        if ((minutes += 1) > 120) throw new Error(`Given of ${given(company)} of ${people}.`);
        workspace.advance(MINUTE_MS);
      }
    }),
  );
  aRun();
  const idle = without(aRun(), before);
  addMeeting(company, personAt(1), 3);
  const changed = aRun();
  return { first, idle, changed, hasAll: given(company) === people + 1 };
}

/** What a run costs beyond that of a run before availability was given. */
const without = (run: Tally, before: Tally): Tally => ({
  ...run,
  calendarCalls: run.calendarCalls - before.calendarCalls,
  workbookWrites: run.workbookWrites - before.workbookWrites,
});

const figuresOf = ({ first, idle, changed, hasAll }: Given, people: number): Figure[] => [
  { what: 'people and teams without rows', figure: hasAll ? 0 : 1, unit: '', target: 0 },
  {
    what: 'calls of the Calendar API until all have rows',
    figure: first.calendarCalls,
    unit: '',
    bound: people,
  },
  { what: 'writes to the workbook until then', figure: first.workbookWrites, unit: '' },
  { what: 'virtual time of the runs until then', figure: first.runMs / 1000, unit: 's' },
  {
    what: 'calls of the Calendar API for it in a run without news',
    figure: idle.calendarCalls,
    unit: '',
    bound: 0,
    target: 0,
  },
  {
    what: 'writes to the workbook for it in such a run',
    figure: idle.workbookWrites,
    unit: '',
    bound: 0,
    target: 0,
  },
  {
    what: 'calls of the Calendar API after one meeting of a member of a team, sync included',
    figure: changed.calendarCalls,
    unit: '',
  },
];

/** Ten people; `TANDEM_AVAILABILITY=1000 npm run bench -- availability` measures a thousand beside them. */
export function bench(): Figure[] {
  const more = Number(process.env['TANDEM_AVAILABILITY'] ?? 0);
  return [TEAM, ...(more > 0 ? [more] : [])].flatMap((people) =>
    about(
      `availability of ${people.toLocaleString('en')} people and a team of ten`,
      figuresOf(measured(people), people),
    ),
  );
}
