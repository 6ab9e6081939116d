// What is full, what answers rubbish, and what an uninstall leaves.
import type { HttpResponse } from '../../emulator/kit/http-message';
import { CalendarByHand } from '../support/by-hand';
import { ADMIN, ANNA, calendarPanel, MINUTE_MS } from '../support/set-up';
import { inConsole } from '../support/tandem';
import { BROKEN, companyInUse, JOHANNA } from './company';

const last = ({ workspace }: ReturnType<typeof companyInUse>) =>
  workspace.engine.executions.filter(({ start }) => start.functionName === 'runSyncs').at(-1)!;

test('a full property store turns nobody’s sync on, and says so in a card [Att37]', () => {
  const { workspace } = companyInUse();
  const { record } = workspace.installed!;
  for (let index = 0; index < 60; index++)
    record.scriptProperties[`squat.${index}`] = 'x'.repeat(8_900);
  const panel = calendarPanel(workspace, JOHANNA).press('Turn on my calendar sync');
  expect(BROKEN.exec(panel.text)).toBeNull();
  expect(`${panel.text} ${panel.notice}`).toMatch(/has no room left/);
  expect(JSON.stringify(record.scriptProperties)).not.toContain('wish.');
});

const RUBBISH: readonly (readonly [string, HttpResponse])[] = [
  [
    'a page of HTML',
    {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<html><body>Error</body></html>',
    },
  ],
  ['a page of HTML with 502', { status: 502, headers: {}, body: '<html>Bad gateway</html>' }],
  ['JSON of another kind', { status: 200, headers: {}, body: '[[["no"]]]' }],
  [
    'JSON a thousand lists deep',
    { status: 200, headers: {}, body: '['.repeat(1_000) + ']'.repeat(1_000) },
  ],
  ['5 MB of nothing', { status: 200, headers: {}, body: ' '.repeat(5_000_000) }],
];

test.each(RUBBISH)(
  '%s from Google is a failure that passes: nothing is deleted, and the next run goes on [Att18] [Inv10]',
  (_, rubbish) => {
    const company = companyInUse();
    const { workspace, workbook } = company;
    const anna = new CalendarByHand(workspace, ANNA);
    const [events, rows] = [anna.all().length, workbook.rows('Activities').length];
    anna.addHour('Still to come', '2026-03-20T09:00:00.000Z');
    const http = workspace.engine.http!;
    workspace.engine.http = { isOurs: (url) => http.isOurs(url), answer: () => rubbish };
    workspace.advance(2 * MINUTE_MS);
    expect(last(company).error).toBeNull();
    workspace.engine.http = http;
    workspace.advance(10 * MINUTE_MS);
    expect(anna.all()).toHaveLength(events + 1);
    expect(workbook.rows('Activities')).toHaveLength(rows + 1);
  },
);

test('after an uninstall the runner writes nothing, mails nobody, and makes no triggers [Att41] [Inv24]', () => {
  const company = companyInUse();
  const { workspace } = company;
  const { record } = workspace.installed!;
  const mails = workspace.state.outbox.length;
  inConsole(workspace, ADMIN, 'marketplace.uninstall', { applicationId: record.projectNumber });
  const before = JSON.stringify([workspace.state.sheets, workspace.state.calendar.calendars]);
  const triggers = record.triggers.length;
  workspace.advance(30 * MINUTE_MS);
  expect(JSON.stringify([workspace.state.sheets, workspace.state.calendar.calendars])).toBe(before);
  expect(record.triggers.length).toBeLessThanOrEqual(triggers);
  expect(workspace.state.outbox).toHaveLength(mails);
});
