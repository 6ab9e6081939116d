import { emptyState } from '../../../emulator/workspace/state/workspace-state';
import { ADMIN, ANNA, BEN, aWorkspace, smallCompany } from '../../support/small-company';
import { handsOf, hour, refusal, type Answer } from './hands';

const company = () => {
  const workspace = aWorkspace();
  return { workspace, anna: handsOf(workspace, ANNA), ben: handsOf(workspace, BEN) };
};
const share = (
  people: ReturnType<typeof company>,
  role: string,
  scope: object = { type: 'user', value: BEN },
  calendarId = 'primary',
) => people.anna.call('acl.insert', { calendarId }, { role, scope });
const withTeam = () => {
  const people = company();
  const team: string = people.anna.call('calendars.insert', {}, { summary: 'Team' }).id;
  const read = (params: object = {}) =>
    people.ben.call('events.list', { calendarId: team, ...params });
  return {
    ...people,
    team,
    read,
    give: (role: string, scope?: object) => share(people, role, scope, team),
  };
};
const notFound = { code: 404, reason: 'notFound', message: 'Not Found' };

test('a primary calendar is found by address, alias and keyword, and follows a new address', () => {
  const { workspace, anna, ben } = company();
  const { id } = anna.insert(hour());
  const user = Object.values(workspace.state.directory.users).find(
    ({ primaryEmail }) => primaryEmail === ANNA,
  )!;
  user.primaryEmail = 'anna.new@acme.example';
  user.aliases.push(ANNA);
  workspace.state.directory.revision++;
  for (const calendarId of [ANNA, 'anna.new@acme.example', 'ANNA.new@acme.example'])
    expect(ben.call('events.get', { calendarId, eventId: id }).id).toBe(id);
  expect(ben.call('calendars.get', { calendarId: ANNA }).id).toBe('anna.new@acme.example');
});

test('a consumer account has a calendar that nobody else sees', () => {
  const state = smallCompany();
  state.directory.consumers['guest@gmail.com'] = '200000000000000000000';
  const workspace = aWorkspace({ state });
  const consumer = handsOf(workspace, 'guest@gmail.com');
  expect(consumer.insert(hour()).organizer).toEqual({ email: 'guest@gmail.com', self: true });
  expect(
    refusal(() => handsOf(workspace, ANNA).call('events.list', { calendarId: 'guest@gmail.com' })),
  ).toEqual(notFound);
});

test('somebody without Calendar is no calendar user, and has no calendar', () => {
  const { workspace, anna, ben } = company();
  workspace.state.directory.users['100000000000000000002']!.servicesOff.push('calendar');
  expect(refusal(() => ben.list())).toMatchObject({ code: 403, reason: 'notACalendarUser' });
  expect(refusal(() => anna.call('events.list', { calendarId: BEN }))).toEqual(notFound);
});

test('colleagues read a primary calendar but do not write on it', () => {
  const { anna, ben } = company();
  anna.insert({ ...hour(), summary: 'Open' });
  const read = ben.call('events.list', { calendarId: ANNA });
  expect([read.accessRole, read.items[0].summary]).toEqual(['reader', 'Open']);
  expect(refusal(() => ben.call('events.insert', { calendarId: ANNA }, hour()))).toEqual({
    code: 403,
    reason: 'requiredAccessLevel',
    message: 'You need to have writer access to this calendar.',
  });
});

describe('a shared calendar', () => {
  test('is unknown to people without access', () => {
    const { read } = withTeam();
    expect(refusal(read)).toEqual(notFound);
  });

  test('shows people with free/busy access the times and nothing else', () => {
    const { anna, team, read, give } = withTeam();
    anna.call(
      'events.insert',
      { calendarId: team },
      { ...hour(), summary: 'Secret', location: 'There', attendees: [{ email: ADMIN }] },
    );
    give('freeBusyReader');
    const { accessRole, items } = read();
    expect(accessRole).toBe('freeBusyReader');
    expect(Object.keys(items[0]).sort()).toEqual([
      'end',
      'etag',
      'eventType',
      'id',
      'kind',
      'start',
      'status',
    ]);
    expect(JSON.stringify(items)).not.toMatch(/Secret|There|admin/);
  });

  test.each([
    ['reader', false, false],
    ['writerWithoutPrivateAccess', false, true],
    ['writer', true, true],
    ['owner', true, true],
  ])('lets a %s see private details: %s; and write: %s', (role, details, pen) => {
    const { anna, ben, team, read, give } = withTeam();
    const secret = anna.call(
      'events.insert',
      { calendarId: team },
      { ...hour(), summary: 'Secret', visibility: 'private' },
    );
    const open = anna.call('events.insert', { calendarId: team }, { ...hour(), summary: 'Open' });
    give(role);
    const items: Answer[] = read().items;
    expect(items.map(({ summary }) => summary)).toEqual([details ? 'Secret' : undefined, 'Open']);
    expect(items[0].visibility).toBe('private');
    const write = (eventId: string) =>
      ben.call('events.patch', { calendarId: team, eventId }, { location: 'x' });
    if (pen) expect(write(open.id).location).toBe('x');
    else expect(refusal(() => write(open.id))).toMatchObject({ reason: 'requiredAccessLevel' });
    if (details) expect(write(secret.id).location).toBe('x');
    else expect(refusal(() => write(secret.id))).toMatchObject({ reason: 'requiredAccessLevel' });
  });

  test.each([
    ['everybody', { type: 'default' }],
    ['an organization', { type: 'domain', value: 'acme.example' }],
    ['a group', { type: 'group', value: 'team@acme.example' }],
  ])('can be shared with %s', (_, scope) => {
    const { workspace, read, give } = withTeam();
    workspace.state.directory.groups.g1 = {
      id: 'g1',
      customerId: 'C01acme00',
      email: 'team@acme.example',
      name: 'Team',
      description: '',
      aliases: [],
      members: [{ id: '100000000000000000002', type: 'USER', role: 'MEMBER', addedAt: 0 }],
    } as never;
    workspace.state.directory.revision++;
    give('reader', scope);
    expect(read().accessRole).toBe('reader');
  });

  test('is shared by its owners only', () => {
    const { ben, team, give } = withTeam();
    give('writer');
    const insert = () =>
      ben.call('acl.insert', { calendarId: team }, { role: 'reader', scope: { type: 'default' } });
    expect(refusal(insert)).toEqual({
      code: 403,
      reason: 'requiredAccessLevel',
      message: 'You need to have owner access to this calendar.',
    });
    expect(ben.call('acl.list', { calendarId: team }).items).toHaveLength(2);
    give('reader');
    expect(refusal(() => ben.call('acl.list', { calendarId: team }))).toMatchObject({
      reason: 'requiredAccessLevel',
    });
  });

  test('has rules that are listed, changed, deleted and synchronised', () => {
    const { anna, team, give, read } = withTeam();
    expect(give('reader')).toMatchObject({
      kind: 'calendar#aclRule',
      id: `user:${BEN}`,
      role: 'reader',
    });
    const { nextSyncToken } = anna.call('acl.list', { calendarId: team });
    const rule = { calendarId: team, ruleId: `user:${BEN}` };
    expect(anna.call('acl.patch', rule, { role: 'writer' }).role).toBe('writer');
    anna.call('acl.delete', rule);
    expect(refusal(() => anna.call('acl.get', rule))).toEqual(notFound);
    expect(refusal(read)).toEqual(notFound);
    const { items } = anna.call('acl.list', { calendarId: team, syncToken: nextSyncToken });
    expect(items).toMatchObject([{ id: `user:${BEN}`, role: 'none' }]);
    expect(
      refusal(() => anna.call('acl.delete', { calendarId: team, ruleId: `user:${ANNA}` })),
    ).toMatchObject({ code: 403 });
  });
});

describe('a narrow scope', () => {
  const read = (scopes: string[], calendarId: string) => {
    const { workspace, anna } = company();
    anna.insert({ ...hour(), summary: 'Open' });
    handsOf(workspace, BEN).insert({ ...hour(), summary: 'Own' });
    return handsOf(workspace, BEN, scopes).call('events.list', { calendarId });
  };

  test('for free/busy shows no details, not even of one’s own events', () => {
    expect(read(['calendar.events.freebusy'], 'primary')).toMatchObject({
      accessRole: 'freeBusyReader',
    });
    expect(read(['calendar.events.freebusy'], 'primary').items[0]).not.toHaveProperty('summary');
  });

  test('for owned calendars reaches no others', () => {
    expect(read(['calendar.events.owned.readonly'], 'primary').items[0].summary).toBe('Own');
    expect(refusal(() => read(['calendar.events.owned.readonly'], ANNA))).toEqual(notFound);
  });

  test('for an app’s own calendars reaches only those', () => {
    const { workspace } = company();
    const app = handsOf(workspace, ANNA, ['calendar.app.created']);
    const { id } = app.call('calendars.insert', {}, { summary: 'Mine' });
    expect(app.call('events.insert', { calendarId: id }, hour()).status).toBe('confirmed');
    expect(refusal(() => app.list())).toEqual(notFound);
  });
});

test('a company without people has no calendars', () => {
  expect(emptyState(1).calendar.calendars).toEqual({});
});
