import { exhaustUseLimits } from '../../../emulator/workspace/calendar/use-limits';
import type { AuditEntry } from '../../../emulator/workspace/audit-log';
import type { LocalWorkspaceOptions } from '../../../emulator/local-workspace';
import { ANNA, BEN, aWorkspace } from '../../support/small-company';
import { handsOf, hour, refusal } from './hands';

/** A Workspace whose log and trigger notifications are recorded. */
function watched(options: Partial<LocalWorkspaceOptions> = {}) {
  const workspace = aWorkspace(options);
  const entries: AuditEntry[] = [];
  const rung: [string, string][] = [];
  const { audit } = workspace;
  workspace.audit = (entry) => {
    entries.push(entry);
    audit(entry);
  };
  workspace.notifyCalendarChange = (id, cause) => void rung.push([id, cause]);
  const events = () => entries.splice(0).flatMap((entry) => entry.events);
  return {
    workspace,
    anna: handsOf(workspace, ANNA),
    ben: handsOf(workspace, BEN),
    entries,
    events,
    rung,
  };
}

test('every calendar that a write changed notifies, and names who wrote', () => {
  const { workspace, anna, ben, rung } = watched();
  const { id } = anna.insert({ ...hour(), attendees: [{ email: BEN }] });
  expect(rung.splice(0)).toEqual([
    [ANNA, 'api'],
    [BEN, 'api'],
  ]);
  ben.patch(id, { reminders: { useDefault: false } });
  expect(rung.splice(0)).toEqual([[BEN, 'api']]);
  workspace.act(
    ANNA,
    'calendar.events.patch',
    { calendarId: 'primary', eventId: id },
    { summary: 'x' },
  );
  expect(rung.splice(0)).toEqual([
    [ANNA, 'person'],
    [BEN, 'person'],
  ]);
  anna.list();
  expect(rung).toEqual([]);
});

describe('the calendar log', () => {
  const names = (events: { name: string }[]) => events.map(({ name }) => name);

  test('names an event as Google does, with seconds since the year 1', () => {
    const { anna, entries } = watched();
    const { id } = anna.insert({ ...hour(), summary: 'Meet' });
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      applicationName: 'calendar',
      customerId: 'C01acme00',
      actor: { email: ANNA },
      applicationInfo: { applicationName: 'Test' },
    });
    expect(entries[0]!.events).toEqual([
      {
        type: 'event_change',
        name: 'create_event',
        parameters: expect.arrayContaining([
          { name: 'event_id', value: id },
          { name: 'organizer_calendar_id', value: ANNA },
          { name: 'calendar_id', value: ANNA },
          { name: 'event_title', value: 'Meet' },
          {
            name: 'start_time',
            intValue: String(Date.UTC(2026, 2, 3, 10) / 1000 + 62_135_596_800),
          },
          { name: 'api_kind', value: 'api_v3' },
        ]),
      },
    ]);
  });

  test('has one event for each kind of change', () => {
    const { anna, ben, events } = watched();
    const { id } = anna.insert({ ...hour(), summary: 'Old', attendees: [{ email: BEN }] });
    expect(names(events())).toEqual(['create_event', 'add_event_guest']);
    anna.patch(id, { summary: 'New' });
    expect(events()).toMatchObject([
      {
        name: 'change_event_title',
        parameters: expect.arrayContaining([{ name: 'old_event_title', value: 'Old' }]),
      },
    ]);
    anna.patch(id, hour(4));
    expect(names(events())).toEqual(['change_event_start_time']);
    anna.patch(id, { description: 'x' });
    expect(names(events())).toEqual(['change_event']);
    ben.patch(id, { attendees: [{ email: BEN, responseStatus: 'accepted' }] });
    expect(events()).toMatchObject([
      {
        name: 'change_event_guest_response',
        parameters: expect.arrayContaining([
          { name: 'event_guest', value: BEN },
          { name: 'event_response_status', value: 'accepted' },
        ]),
      },
    ]);
    anna.patch(id, { attendees: null });
    expect(names(events())).toEqual(['remove_event_guest']);
    anna.remove(id);
    anna.patch(id, { status: 'confirmed' });
    expect(names(events())).toEqual(['delete_event', 'restore_event', 'change_event']);
    anna.patch(id, { reminders: { useDefault: false } });
    expect(events()).toEqual([]);
  });

  test('lists calendars and who may see them', () => {
    const { anna, events } = watched();
    const { id } = anna.call('calendars.insert', {}, { summary: 'Team' });
    anna.call('calendars.patch', { calendarId: id }, { timeZone: 'Europe/Helsinki' });
    anna.call(
      'acl.insert',
      { calendarId: id },
      { role: 'reader', scope: { type: 'user', value: BEN } },
    );
    anna.call('calendars.delete', { calendarId: id });
    const seen = events();
    expect(names(seen)).toEqual([
      'create_calendar',
      'change_calendar_timezone',
      'change_calendar_acls',
      'delete_calendar',
    ]);
    expect(seen[2]!.parameters).toEqual(
      expect.arrayContaining([
        { name: 'access_level', value: 'read' },
        { name: 'grantee_email', value: BEN },
      ]),
    );
  });
});

describe('use limits', () => {
  test('of an organization stop its writes until they end', () => {
    const { workspace, anna } = watched();
    exhaustUseLimits(workspace, 'C01acme00', workspace.clock.now() + 3_600_000);
    expect(refusal(() => anna.insert(hour()))).toEqual({
      code: 403,
      reason: 'quotaExceeded',
      message: 'Calendar usage limits exceeded.',
    });
    expect(anna.list().items).toEqual([]);
    workspace.clock.advance(3_600_000);
    expect(anna.insert(hour()).status).toBe('confirmed');
  });

  test('of one calendar stop a burst of writes', () => {
    const { workspace, anna, ben } = watched({ settings: { calendarWritesPerMinute: 3 } });
    for (let index = 0; index < 3; index++) anna.insert(hour());
    expect(refusal(() => anna.insert(hour()))).toEqual({
      code: 403,
      reason: 'rateLimitExceeded',
      message: 'Rate Limit Exceeded',
    });
    expect(ben.insert(hour()).status).toBe('confirmed');
    workspace.clock.advance(60_000);
    expect(anna.insert(hour()).status).toBe('confirmed');
  });
});

describe('a push channel', () => {
  const watch = (person: ReturnType<typeof watched>['anna'], body: object = {}) =>
    person.call(
      'events.watch',
      { calendarId: 'primary' },
      { id: 'c1', type: 'web_hook', address: 'https://example.com/hook', ...body },
    );

  test('is recorded for a week at most, once, and stopped', () => {
    const { workspace, anna } = watched();
    const now = workspace.clock.now();
    const channel = watch(anna, { expiration: String(now + 30 * 86_400_000), token: 't' });
    expect(channel).toMatchObject({
      kind: 'api#channel',
      id: 'c1',
      token: 't',
      expiration: String(now + 7 * 86_400_000),
    });
    expect(refusal(() => watch(anna))).toMatchObject({ code: 400, reason: 'channelIdNotUnique' });
    anna.call('channels.stop', {}, { id: 'c1', resourceId: channel.resourceId });
    expect(
      refusal(() => anna.call('channels.stop', {}, { id: 'c1', resourceId: channel.resourceId })),
    ).toMatchObject({ code: 404 });
  });

  test.each([[{ address: 'http://example.com' }], [{ type: 'pigeon' }]])(
    'is refused with %j',
    (body) => {
      expect(refusal(() => watch(watched().anna, body))).toMatchObject({ code: 400 });
    },
  );
});
