// What an organization leaves behind that disconnects Tandem: nothing that runs, nothing that opens anything.
import { CalendarByHand } from '../support/by-hand';
import { delegateTo, makeJson, makeServiceAccount, saveKey, sentOfText } from '../support/own-key';
import {
  ADMIN,
  ANNA,
  calendarPanel,
  MINUTE_MS,
  NOORA,
  passHours,
  turnOnSync,
} from '../support/set-up';
import { AdminPage, principal } from '../support/tandem';
import { companyInUse, JOHANNA, type Company } from './company';

const record = ({ workspace }: Company) => workspace.installed!.record;

const triggersOf = (company: Company): string[] =>
  record(company).triggers.map(({ handler }) => handler);

/** Everybody's calendar changes once, which is all that an execution of their own can begin with. */
function changeCalendars({ workspace }: Company, title: string): void {
  for (const email of [ANNA, JOHANNA])
    new CalendarByHand(workspace, email).addHour(title, '2026-03-20T09:00:00.000Z');
  workspace.advance(2 * MINUTE_MS);
}

/** An organization with its own key, two people in step, and a third who has looked at a preview. */
function inFullUse(): Company {
  const company = companyInUse();
  const { workspace, page } = company;
  const robot = makeServiceAccount(workspace);
  delegateTo(workspace, robot);
  page.open('Connection').press('Use your own service account');
  saveKey(page, sentOfText(JSON.stringify(makeJson(workspace, robot))));
  turnOnSync(calendarPanel(workspace, JOHANNA));
  calendarPanel(workspace, NOORA).press('Turn on my calendar sync');
  workspace.advance(3 * MINUTE_MS);
  return company;
}

describe('an organization that disconnects with its copies and keys', () => {
  const company = inFullUse();
  const { workspace, page, workbook } = company;
  page
    .open('Connection')
    .press('Disconnect Google Workspace')
    .press('Disconnect', { copies: ['remove'], besides: ['keys'] });
  workspace.advance(5 * MINUTE_MS);
  changeCalendars(company, 'Afterwards');

  test('leaves no trigger: each person’s own goes the next time their calendar changes [Att41]', () => {
    expect(triggersOf(company)).toEqual([]);
  });

  test('leaves no key of its own, and nobody’s wish [Att41]', () => {
    const kept = record(company).scriptProperties;
    expect(JSON.stringify(kept).match(/BEGIN PRIVATE KEY/g)).toHaveLength(1);
    expect(Object.keys(kept).filter((key) => /^(wish|asked|own|preview)\./.test(key))).toEqual([]);
  });

  test('leaves no token that could still be used an hour later, and none is asked for any more [Att41]', () => {
    const before = Object.keys(workspace.state.oauth.accessTokens).length;
    passHours(workspace, 1);
    changeCalendars(company, 'An hour later');
    const now = workspace.clock.now();
    const usable = Object.values(workspace.state.oauth.accessTokens).filter(
      ({ impersonated, expiresAt }) => impersonated && expiresAt > now,
    );
    expect(usable).toEqual([]);
    expect(Object.keys(workspace.state.oauth.accessTokens).length).toBeLessThanOrEqual(before);
  });

  test('writes nothing afterwards, whatever people do [Att41] [Inv24]', () => {
    const before = JSON.stringify(workspace.state.sheets);
    changeCalendars(company, 'A day later');
    passHours(workspace, 2);
    expect(JSON.stringify(workspace.state.sheets)).toBe(before);
    expect(workbook.named('A day later')).toEqual([]);
  });
});

describe('an organization that disconnects and comes back', () => {
  const company = companyInUse();
  const { workspace, page, workbook } = company;
  const ownTriggers = () =>
    record(company).triggers.filter(
      ({ ownerUserId, handler }) =>
        handler === 'onCalendarUpdated' && ownerUserId === principal(workspace, ANNA).userId,
    );
  page.open('Connection').press('Disconnect Google Workspace').press('Disconnect');

  test('has nobody’s calendar watched meanwhile, and no wish waits [Att41]', () => {
    expect(ownTriggers()).toHaveLength(1);
    changeCalendars(company, 'Meanwhile');
    calendarPanel(workspace, ANNA);
    expect(ownTriggers()).toEqual([]);
    expect(Object.keys(record(company).scriptProperties).join()).not.toContain('wish.');
  });

  test('goes on, and a person’s calendar is watched again as soon as they open their card [Att41] [Inv24]', () => {
    new AdminPage(workspace, ADMIN)
      .open()
      .press('Connect again')
      .press('Finalize Google Workspace sync');
    workspace.advance(3 * MINUTE_MS);
    expect(workbook.named('Meanwhile').map(({ Owner }) => Owner)).toEqual([ANNA]);
    calendarPanel(workspace, ANNA);
    calendarPanel(workspace, ANNA);
    expect(ownTriggers()).toHaveLength(1);
  });
});
