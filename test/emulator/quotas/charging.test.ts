import { NO_QUOTAS } from '../../../emulator/rest/quotas-limits';
import type { Caller } from '../../../emulator/workspace/caller';
import { ADMIN, ANNA, BEN } from '../../support/small-company';
import { calendarRead, Company } from './company';

describe('whose quota a call uses', () => {
  const perUser = { ...NO_QUOTAS, CALENDAR_QUERIES_PER_USER: 1 };
  const list = (company: Company, caller: Caller, params: object = {}) =>
    company.call('calendar.events.list', { ...calendarRead, ...params }, caller);

  test('each person and each project have their own', () => {
    const company = new Company(perUser);
    const callers = [
      company.caller(ANNA),
      company.caller(BEN),
      company.caller(ANNA, { projectNumber: '2' }),
    ];
    expect(callers.map((caller) => list(company, caller))).toEqual([null, null, null]);
    expect(list(company, callers[0]!)).not.toBeNull();
  });

  test('a service account that acts for people is charged itself', () => {
    const company = new Company(perUser);
    const as = (email: string) => company.caller(email, { impersonated: true, clientId: '1077' });
    expect(list(company, as(ANNA))).toBeNull();
    expect(list(company, as(BEN))).not.toBeNull();
  });

  test('unless it names somebody by quotaUser', () => {
    const company = new Company(perUser);
    const as = (email: string) => company.caller(email, { impersonated: true, clientId: '1077' });
    expect(list(company, as(ANNA), { quotaUser: 'anna' })).toBeNull();
    expect(list(company, as(BEN), { quotaUser: 'ben' })).toBeNull();
    expect(list(company, as(ANNA), { quotaUser: 'anna' })).not.toBeNull();
  });
});

describe('what counts as what', () => {
  test('writes in quick succession are counted for each calendar, whoever writes', () => {
    const limit = { ...NO_QUOTAS, CALENDAR_WRITES_PER_10_SECONDS_PER_CALENDAR: 1 };
    const company = new Company(limit);
    const write = (email: string, calendarId: string, method = 'insert') =>
      company.call(
        `calendar.events.${method}`,
        { calendarId, eventId: 'e' },
        company.caller(email),
        {},
      );
    expect(write(ANNA, 'primary')).toBeNull();
    expect(write(BEN, ANNA, 'patch')).not.toBeNull();
    expect(write(BEN, 'primary', 'delete')).toBeNull();
    expect(company.call('calendar.events.list', { calendarId: ANNA })).toBeNull();
  });

  test('reading a sheet leaves the writes alone', () => {
    const company = new Company({ ...NO_QUOTAS, SHEETS_READS: 0 });
    expect(company.call('sheets.spreadsheets.batchUpdate', { spreadsheetId: 'x' })).toBeNull();
    expect(company.call('sheets.spreadsheets.get', { spreadsheetId: 'x' })).not.toBeNull();
  });

  test.each([
    [{ userKey: 'all' }, false],
    [{ userKey: ANNA }, true],
    [{ userKey: 'all', eventName: 'authorize' }, true],
    [{ userKey: 'all', filters: 'USER_EMAIL==x' }, true],
    [{ userKey: 'all', orgUnitID: 'id:root' }, true],
    [{ userKey: 'all', actorIpAddress: '192.0.2.1' }, true],
    [{ userKey: 'all', groupIdFilter: 'id:g' }, true],
    [{ userKey: 'all', startTime: '2026-03-01T00:00:00Z' }, false],
  ])('a query of the logs with %j is filtered: %s', (params, isFiltered) => {
    const company = new Company({ ...NO_QUOTAS, REPORTS_FILTERED_QUERIES: 0 });
    const refusal = company.call('reports.activities.list', {
      applicationName: 'admin',
      ...params,
    });
    expect(refusal !== null).toBe(isFiltered);
  });

  test('user creations are counted for each domain', () => {
    const company = new Company({ ...NO_QUOTAS, USER_CREATIONS_PER_SECOND_PER_DOMAIN: 1 });
    const create = (primaryEmail: string) =>
      company.call('directory.users.insert', {}, company.caller(ADMIN), { primaryEmail });
    expect(create('a@acme.example')).toBeNull();
    expect(create('a@branch.example')).toBeNull();
    expect(create('b@ACME.example')).not.toBeNull();
  });

  test('a refused call uses nothing, of any quota', () => {
    const company = new Company({
      ...NO_QUOTAS,
      CALENDAR_QUERIES: 3,
      CALENDAR_QUERIES_PER_USER: 1,
    });
    const list = (email: string) =>
      company.call('calendar.events.list', calendarRead, company.caller(email));
    expect(company.granted(5, () => list(ANNA))).toBe(1);
    expect(list(BEN)).toBeNull();
    expect(list(ADMIN)).toBeNull();
  });
});
