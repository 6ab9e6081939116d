import { changeSetting } from '../../../emulator/workspace/calendar/user-settings';
import { ANNA, BEN, aWorkspace } from '../../support/small-company';
import { handsOf, ids, refusal, type Answer } from './hands';

const company = () => {
  const workspace = aWorkspace();
  return { workspace, anna: handsOf(workspace, ANNA), ben: handsOf(workspace, BEN) };
};

describe('a calendar list', () => {
  test('begins with the primary calendar', () => {
    expect(company().anna.call('calendarList.list').items).toMatchObject([
      {
        id: ANNA,
        primary: true,
        accessRole: 'owner',
        selected: true,
        defaultReminders: [{ method: 'popup', minutes: 10 }],
      },
    ]);
  });

  test('includes what its person makes, and what others share with them', () => {
    const { anna, ben } = company();
    const { id } = anna.call(
      'calendars.insert',
      {},
      { summary: 'Team', timeZone: 'Europe/Helsinki' },
    );
    expect(id).toMatch(/^c_[0-9a-z]{64}@group\.calendar\.google\.com$/);
    expect(anna.call('calendarList.get', { calendarId: id })).toMatchObject({
      summary: 'Team',
      accessRole: 'owner',
      dataOwner: ANNA,
    });
    expect(refusal(() => ben.call('calendarList.insert', {}, { id }))).toMatchObject({ code: 404 });
    anna.call(
      'acl.insert',
      { calendarId: id },
      { role: 'reader', scope: { type: 'user', value: BEN } },
    );
    expect(ids(ben.call('calendarList.list').items)).toEqual([BEN]);
    expect(ben.call('events.list', { calendarId: id }).accessRole).toBe('reader');
    expect(ben.call('calendarList.insert', {}, { id, summaryOverride: 'Theirs' })).toMatchObject({
      id,
      accessRole: 'reader',
      summaryOverride: 'Theirs',
    });
    expect(ids(ben.call('calendarList.list').items)).toEqual([BEN, id]);
    expect(ids(ben.call('calendarList.list', { minAccessRole: 'writer' }).items)).toEqual([BEN]);
  });

  test('lists what has changed in it since a token, but no changes to the calendars themselves', () => {
    const { anna } = company();
    const { id } = anna.call('calendars.insert', {}, { summary: 'Team' });
    const { nextSyncToken } = anna.call('calendarList.list');
    anna.call('calendars.patch', { calendarId: id }, { summary: 'New title' });
    expect(anna.call('calendarList.list', { syncToken: nextSyncToken }).items).toEqual([]);
    anna.call('calendarList.patch', { calendarId: id }, { summaryOverride: 'Ours' });
    expect(anna.call('calendarList.list', { syncToken: nextSyncToken }).items).toMatchObject([
      { id, summaryOverride: 'Ours', summary: 'New title' },
    ]);
    anna.call('calendars.delete', { calendarId: id });
    expect(anna.call('calendarList.list', { syncToken: nextSyncToken }).items).toMatchObject([
      { id, deleted: true },
    ]);
    expect(
      refusal(() =>
        anna.call('calendarList.list', { syncToken: nextSyncToken, minAccessRole: 'owner' }),
      ),
    ).toMatchObject({ reason: 'syncTokenWithRequestRestrictions' });
    expect(refusal(() => anna.call('events.list', { calendarId: id }))).toMatchObject({
      code: 404,
    });
  });

  test('hides what is hidden, until asked', () => {
    const { anna } = company();
    const { id } = anna.call('calendars.insert', {}, { summary: 'Team' });
    anna.call('calendarList.patch', { calendarId: id }, { hidden: true });
    expect(ids(anna.call('calendarList.list').items)).toEqual([ANNA]);
    expect(ids(anna.call('calendarList.list', { showHidden: true }).items)).toEqual([ANNA, id]);
  });

  test('is paged', () => {
    const { anna } = company();
    for (let index = 0; index < 4; index++)
      anna.call('calendars.insert', {}, { summary: `${index}` });
    const first = anna.call('calendarList.list', { maxResults: 3 });
    const second = anna.call('calendarList.list', {
      maxResults: 3,
      pageToken: first.nextPageToken,
    });
    expect([
      first.items.length,
      first.nextSyncToken,
      second.items.length,
      typeof second.nextSyncToken,
    ]).toEqual([3, undefined, 2, 'string']);
  });

  test('keeps the primary calendar', () => {
    const { anna } = company();
    expect(
      refusal(() => anna.call('calendarList.delete', { calendarId: 'primary' })),
    ).toMatchObject({ code: 400 });
    expect(refusal(() => anna.call('calendars.delete', { calendarId: 'primary' }))).toMatchObject({
      code: 400,
    });
  });

  test('shows colors by id or by value', () => {
    const { anna } = company();
    const patch = (body: object, params = {}) =>
      anna.call('calendarList.patch', { calendarId: 'primary', ...params }, body);
    expect(patch({ colorId: '1' })).toMatchObject({ colorId: '1', backgroundColor: '#ac725e' });
    expect(
      patch({ backgroundColor: '#f691b3', foregroundColor: '#ffffff' }, { colorRgbFormat: true }),
    ).toMatchObject({ colorId: '22', backgroundColor: '#f691b3', foregroundColor: '#ffffff' });
    expect(patch({ backgroundColor: '#000000' })).toMatchObject({ backgroundColor: '#f691b3' });
    expect(Object.keys(anna.call('colors.get').event)).toHaveLength(11);
  });
});

test('a cleared primary calendar is empty, and its increments say so', () => {
  const { anna } = company();
  const { id } = anna.insert({ start: { date: '2026-03-02' }, end: { date: '2026-03-03' } });
  const { nextSyncToken } = anna.list();
  anna.call('calendars.clear', { calendarId: 'primary' });
  expect(anna.list().items).toEqual([]);
  expect(anna.list({ syncToken: nextSyncToken }).items).toMatchObject([
    { id, status: 'cancelled' },
  ]);
});

test('settings are read, synchronised, and the zone is that of the calendar', () => {
  const { workspace, anna } = company();
  const { items, nextSyncToken } = anna.call('settings.list');
  expect(items).toHaveLength(12);
  changeSetting(workspace, ANNA, 'weekStart', '1');
  changeSetting(workspace, ANNA, 'timezone', 'Europe/Helsinki');
  expect(
    anna
      .call('settings.list', { syncToken: nextSyncToken })
      .items.map(({ id, value }: Answer) => [id, value]),
  ).toEqual([
    ['timezone', 'Europe/Helsinki'],
    ['weekStart', '1'],
  ]);
  expect(anna.call('calendars.get', { calendarId: 'primary' }).timeZone).toBe('Europe/Helsinki');
  expect(refusal(() => anna.call('settings.get', { setting: 'nothing' }))).toMatchObject({
    code: 404,
  });
});

test('an administrator hands a calendar to somebody else', () => {
  const { workspace, anna } = company();
  const admin = handsOf(workspace, 'admin@acme.example');
  const { id } = anna.call('calendars.insert', {}, { summary: 'Team' });
  const transfer = { calendarId: id, newDataOwner: BEN, useAdminAccess: true };
  expect(refusal(() => anna.call('calendars.transferOwnership', transfer))).toMatchObject({
    code: 403,
  });
  expect(admin.call('calendars.transferOwnership', transfer)).toBeUndefined();
  expect(anna.call('calendars.get', { calendarId: id }).dataOwner).toBe(BEN);
});
