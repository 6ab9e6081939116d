// Names, addresses and titles that were chosen to be taken for something else, and what is left of somebody who goes.
import { CalendarByHand, WorkbookByHand } from '../support/by-hand';
import {
  ADMIN,
  adminInstall,
  ANNA,
  bringPeopleIn,
  calendarPanel,
  delegate,
  finalize,
  MINUTE_MS,
  NOORA,
  passHours,
  preparedWorkspace,
  readyForCalendars,
  turnOnSync,
} from '../support/set-up';
import { principal } from '../support/tandem';
import {
  ANNAS_SECRET,
  attacked,
  BROKEN,
  companyInUse,
  GRACE,
  outOf,
  type Company,
} from './company';

/** Names that break out of JSON, of a query, of a cell or of a line. */
const HOSTILE = [
  '","isAdmin":true,"x":"',
  "O'Brien' or isAdmin=true or name='",
  '{"__proto__":{"isAdmin":true}}',
  '=HYPERLINK("https://evil.example","x")',
  '\u202eannA',
  'A\u0000B\nC\u2028D',
  '</script><script>alert(1)</script>',
];

describe('people whose names were chosen to be taken for more than names', () => {
  const workspace = preparedWorkspace();
  HOSTILE.forEach((familyName, index) =>
    workspace.act(
      ADMIN,
      'directory.users.insert',
      {},
      {
        primaryEmail: `odd${index}@havu.example`,
        name: { givenName: 'Odd', familyName },
        password: 'longenough',
      },
    ),
  );
  const page = bringPeopleIn(finalize(workspace));
  const workbook = WorkbookByHand.openedFrom(page);
  const odd = () => workbook.rows('People').filter(({ Email = '' }) => /^odd\d@/.test(Email));

  test('come in as people with those names, one row each, and nothing of it is a formula [Att25] [Att19]', () => {
    expect(odd().map((row) => row['First name'])).toEqual(HOSTILE.map(() => 'Odd'));
    const names = odd().map((row) => row['Last name']);
    expect(names).toContain(HOSTILE[0]);
    expect(names).toContain(HOSTILE[1]);
    expect(JSON.stringify(workspace.state.sheets)).not.toContain('"formulaValue"');
    expect(BROKEN.exec(JSON.stringify(page.cards))).toBeNull();
  });

  test('are in step from then on: the next run of the directory writes nothing [Att25] [Inv3]', () => {
    const before = JSON.stringify(workbook.rows('People'));
    page.open('People').press('Sync all users');
    workspace.advance(2 * MINUTE_MS);
    expect(JSON.stringify(workbook.rows('People'))).toBe(before);
  });

  test.each([
    ...HOSTILE,
    "anna' or isAdmin=true",
    'anna,petri',
    '"',
    "'",
    '\\',
    '*',
    'x'.repeat(5_000),
  ])(
    'asked about by %j, nothing breaks, and Google is not made to answer another question [Att24]',
    (who) => {
      const before = JSON.stringify(workbook.rows('People'));
      const args = ['directory.why', { who: [who] }] as const;
      const out = outOf(
        attacked(
          { workspace, page, workbook },
          { as: ADMIN, door: 'adminPage', surface: 'webapp', args },
        ),
      );
      expect(BROKEN.exec(out)).toBeNull();
      expect(out).not.toMatch(/Something went wrong/);
      expect(JSON.stringify(workbook.rows('People'))).toBe(before);
    },
  );
});

describe('addresses that look like somebody’s', () => {
  const workspace = preparedWorkspace();
  const page = finalize(workspace);
  const workbook = WorkbookByHand.openedFrom(page);
  const LIKE_ANNA = [
    'Anna.Virtanen@HAVU.example',
    'anna.virtanen+x@havu.example',
    'аnna.virtanen@havu.example',
  ];
  for (const Email of LIKE_ANNA)
    workbook.add('People', {
      Email,
      'First name': 'Anna',
      'Last name': 'Virtanen',
      Active: 'yes',
    });
  bringPeopleIn(page);
  const annas = () =>
    workbook
      .rows('People')
      .filter((row) => row['First name'] === 'Anna' && row['Last name'] === 'Virtanen');

  test('are another’s, but for their case: one account, one row, and the others are left as they were typed [Att33]', () => {
    const id = principal(workspace, ANNA).userId;
    const mine = annas().filter((row) => row['Google id'] === id);
    expect(mine).toHaveLength(1);
    const others = annas().filter(({ Email = '' }) => LIKE_ANNA.slice(1).includes(Email));
    expect(others.map((row) => row['Google id'])).toEqual(['', '']);
  });

  test('an activity of a look-alike is in nobody’s calendar [Att33]', () => {
    page.open('Calendars').press('Turn on');
    turnOnSync(calendarPanel(workspace, ANNA));
    for (const Owner of LIKE_ANNA)
      workbook.add('Activities', {
        Name: `Of ${Owner}`,
        Owner,
        Start: '2026-03-25 09:00',
        End: '2026-03-25 10:00',
      });
    workspace.advance(3 * MINUTE_MS);
    const anna = new CalendarByHand(workspace, ANNA);
    expect(LIKE_ANNA.map((owner) => anna.titled(`Of ${owner}`).length)).toEqual([1, 0, 0]);
  });
});

test('whoever writes another’s address among their own aliases, or into a row of their own, gets nothing of theirs [Att33]', () => {
  const { workspace, workbook } = companyInUse();
  turnOnSync(calendarPanel(workspace, NOORA));
  workbook.change('People', ['Email', NOORA], { 'Email aliases': ANNA });
  workbook.add('People', { Email: 'twin@partner.example', 'Email aliases': ANNA });
  workbook.add('People', {
    Email: ANNA,
    'First name': 'Second',
    'Google id': principal(workspace, NOORA).userId,
  });
  workbook.add('Activities', {
    Name: 'For Anna alone',
    Owner: ANNA,
    Start: '2026-03-25 09:00',
    End: '2026-03-25 10:00',
  });
  workspace.advance(3 * MINUTE_MS);
  expect(new CalendarByHand(workspace, NOORA).titled('For Anna alone')).toEqual([]);
  const owners = (title: string) => workbook.named(title).map(({ Owner }) => Owner);
  expect(owners(ANNAS_SECRET)).toEqual([ANNA]);
  passHours(workspace, 26);
  expect(new CalendarByHand(workspace, NOORA).titled('For Anna alone')).toEqual([]);
  const ids = workbook
    .rows('People')
    .map((row) => row['Google id'])
    .filter((id) => id !== '');
  expect(new Set(ids).size).toBe(ids.length);
});

describe('in a company in use', () => {
  let company: Company;
  beforeAll(() => {
    company = companyInUse();
  });

  const runs = () =>
    company.workspace.engine.executions.filter(({ start }) => start.functionName === 'runSyncs');

  test('a series with a billion occurrences costs a run no more than any other [Att23]', () => {
    const { workspace, workbook } = company;
    const anna = new CalendarByHand(workspace, ANNA);
    for (const rule of ['FREQ=DAILY;COUNT=1000000', 'FREQ=DAILY;INTERVAL=1;UNTIL=99991231T235959Z'])
      anna.addHour(`Bomb ${rule}`, '2026-03-18T09:00:00.000Z', {
        start: { dateTime: '2026-03-18T09:00:00', timeZone: 'Europe/Helsinki' },
        end: { dateTime: '2026-03-18T10:00:00', timeZone: 'Europe/Helsinki' },
        recurrence: [`RRULE:${rule}`],
      });
    anna.addHour('Beside the bombs', '2026-03-18T12:00:00.000Z');
    workspace.advance(2 * MINUTE_MS);
    expect(runs().at(-1)!.error).toBeNull();
    expect(workbook.named('Beside the bombs')).toHaveLength(1);
    const bombs = workbook.rows('Activities').filter(({ Name = '' }) => Name.startsWith('Bomb'));
    expect(bombs.map(({ Repeats }) => Repeats).sort()).toEqual([
      'every day',
      'every day, 1000000 times',
    ]);
  });

  test('no execution logs an address, a title or a token, whatever it met [Att30]', () => {
    const { workspace } = company;
    workspace.faults.plan([
      {
        method: 'properties.*',
        fault: {
          kind: 'error',
          code: 500,
          message: `Odd: ${ANNA} and (anna.virtanen%40havu.example)`,
        },
      },
    ]);
    calendarPanel(workspace, ANNA);
    workspace.faults.plan([]);
    const logs = workspace.engine.executions.flatMap((one) => one.logs);
    expect(logs.length).toBeGreaterThan(0);
    const logged = JSON.stringify(logs);
    expect(logged).toContain('Odd: ');
    expect(logged).not.toMatch(/[\w.+-]+(?:@|%40)[\w-]+\.\w/);
    expect(logged).not.toContain(ANNAS_SECRET);
  });

  test('who turns their sync off and has the copies removed leaves nothing of their calendar behind within one run [Att29]', () => {
    const { workspace, workbook } = company;
    const own = (text: string): boolean => text.includes(ANNAS_SECRET);
    expect(workbook.rows('Activities').some((row) => own(JSON.stringify(row)))).toBe(true);
    calendarPanel(workspace, ANNA).press('Turn off').press('Turn off, remove copies');
    workspace.advance(2 * MINUTE_MS);
    const { record } = workspace.installed!;
    expect(workbook.rows('Activities').filter((row) => own(JSON.stringify(row)))).toEqual([]);
    expect(workbook.rows('Links').filter((row) => own(JSON.stringify(row)))).toEqual([]);
    expect(
      own(JSON.stringify([record.scriptProperties, record.userProperties, record.cache])),
    ).toBe(false);
    expect(new CalendarByHand(workspace, ANNA).titled(ANNAS_SECRET)).toHaveLength(1);
  });
});

test('people of one organization who fill the store leave another’s their room [Att36] [Att37]', () => {
  const workspace = preparedWorkspace();
  readyForCalendars(workspace);
  adminInstall(workspace, { as: GRACE });
  delegate(workspace, GRACE);
  bringPeopleIn(finalize(workspace, GRACE)).open('Calendars').press('Turn on');
  const { record } = workspace.installed!;
  for (let index = 0; index < 10; index++)
    record.scriptProperties[`wish.C01havu7k.${index}`] = 'x'.repeat(8_000);
  const refused = calendarPanel(workspace, NOORA).press('Turn on my calendar sync');
  expect(`${refused.text} ${refused.notice}`).toMatch(/has no room left/);
  const theirs = calendarPanel(workspace, 'anna.virtanen@brightwater.example');
  theirs.press('Turn on my calendar sync');
  expect(theirs.text).toContain('Looking at your calendar');
  expect(
    Object.keys(record.scriptProperties).filter((key) => /^wish\.(?!C01havu7k)/.test(key)),
  ).toHaveLength(1);
});
