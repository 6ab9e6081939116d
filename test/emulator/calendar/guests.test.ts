import type { ServiceAccountPrincipal } from '../../../emulator/workspace/caller';
import { changeSetting } from '../../../emulator/workspace/calendar/user-settings';
import { addRoom } from '../../../emulator/workspace/calendar/seed-events';
import { ADMIN, ANNA, BEN, aWorkspace, smallCompany } from '../../support/small-company';
import { handsOf, hour, ids, refusal, series, stamp, type Answer } from './hands';

const OUTSIDE = 'someone@elsewhere.example';
const company = () => {
  const workspace = aWorkspace();
  return {
    workspace,
    anna: handsOf(workspace, ANNA),
    ben: handsOf(workspace, BEN),
    admin: handsOf(workspace, ADMIN),
  };
};
const guest = (event: Answer, email: string): Answer =>
  event.attendees.find((entry: Answer) => entry.email === email);
const forbidden = {
  code: 403,
  reason: 'forbiddenForNonOrganizer',
  message: 'Shared properties can only be changed by the organizer of the event.',
};

describe('an invitation', () => {
  test('is on the calendar of every guest in this Workspace, with the same id and UID', () => {
    const { anna, ben } = company();
    const event = anna.insert({
      ...hour(),
      summary: 'Meet',
      attendees: [{ email: BEN }, { email: OUTSIDE }],
    });
    const copy = ben.get(event.id);
    expect(copy).toMatchObject({
      id: event.id,
      iCalUID: event.iCalUID,
      summary: 'Meet',
      organizer: { email: ANNA },
    });
    expect(copy.organizer).not.toHaveProperty('self');
    expect(guest(copy, BEN)).toEqual({ email: BEN, responseStatus: 'needsAction', self: true });
  });

  test('reaches everybody in a group', () => {
    const state = smallCompany();
    state.directory.groups.g1 = {
      id: 'g1',
      customerId: 'C01acme00',
      email: 'team@acme.example',
      name: 'Team',
      description: '',
      aliases: [],
      members: [
        { id: '100000000000000000002', type: 'USER', email: BEN, role: 'MEMBER', addedAt: 0 },
      ],
    } as never;
    const workspace = aWorkspace({ state });
    const [anna, ben] = [handsOf(workspace, ANNA), handsOf(workspace, BEN)];
    const { id } = anna.insert({ ...hour(), attendees: [{ email: 'team@acme.example' }] });
    expect(ben.get(id).attendees).toEqual([
      { email: 'team@acme.example', responseStatus: 'needsAction' },
    ]);
  });

  test('stays hidden from people who chose that, until they answer', () => {
    const { anna, ben, workspace } = company();
    changeSetting(workspace, BEN, 'hideInvitations', 'true');
    const { id } = anna.insert({ ...hour(), attendees: [{ email: BEN }] });
    expect(ben.list().items).toEqual([]);
    expect(ids(ben.list({ showHiddenInvitations: true }).items)).toEqual([id]);
    ben.patch(id, { attendees: [{ email: BEN, responseStatus: 'accepted' }] });
    expect(ids(ben.list().items)).toEqual([id]);
  });

  test('that is withdrawn leaves a bare tombstone', () => {
    const { anna, ben } = company();
    const { id } = anna.insert({ ...hour(), summary: 'Meet', attendees: [{ email: BEN }] });
    anna.patch(id, { attendees: [{ email: ADMIN }] });
    expect(ben.get(id)).toEqual({
      kind: 'calendar#event',
      etag: expect.any(String),
      id,
      status: 'cancelled',
    });
    anna.patch(id, { attendees: [{ email: BEN }] });
    expect(ben.get(id)).toMatchObject({ status: 'confirmed', summary: 'Meet' });
  });

  test('has another id if the guest already used that one for something else', () => {
    const { anna, ben } = company();
    ben.insert({ ...hour(), id: 'taken', summary: 'Own' });
    anna.insert({ ...hour(), id: 'taken', summary: 'Meet', attendees: [{ email: BEN }] });
    expect(ben.get('taken').summary).toBe('Own');
    const other = ben.list().items.find(({ summary }: Answer) => summary === 'Meet');
    expect([other.id === 'taken', other.iCalUID]).toEqual([false, 'taken@google.com']);
  });
});

describe('a guest', () => {
  const invited = (body: object = {}) => {
    const people = company();
    const { id } = people.anna.insert({
      ...hour(),
      summary: 'Meet',
      attendees: [{ email: BEN }, { email: ADMIN }],
      ...body,
    });
    return { ...people, id };
  };

  test('answers, and everybody sees it; the etag of the organizer moves', () => {
    const { anna, ben, admin, id } = invited();
    const { etag } = anna.get(id);
    const before = anna.list().nextSyncToken;
    const attendees = ben
      .get(id)
      .attendees.map((entry: Answer) =>
        entry.self ? { ...entry, responseStatus: 'accepted' } : entry,
      );
    ben.patch(id, { attendees });
    expect([anna, admin].map((person) => guest(person.get(id), BEN).responseStatus)).toEqual([
      'accepted',
      'accepted',
    ]);
    expect(anna.get(id).etag).not.toBe(etag);
    expect(ids(anna.list({ syncToken: before }).items)).toEqual([id]);
    expect(refusal(() => anna.patch(id, { summary: 'x' }, {}, etag))).toMatchObject({ code: 412 });
  });

  test('answers with attendeesOmitted for themselves alone', () => {
    const { anna, ben, id } = invited();
    ben.patch(id, {
      attendeesOmitted: true,
      attendees: [{ email: BEN, responseStatus: 'tentative' }],
    });
    expect(anna.get(id).attendees.map(({ responseStatus }: Answer) => responseStatus)).toEqual([
      'tentative',
      'needsAction',
    ]);
  });

  test.each([
    ['the title', { summary: 'Mine' }],
    ['the time', hour(9)],
    ['shared properties', { extendedProperties: { shared: { a: '1' } } }],
    [
      "somebody else's answer",
      {
        attendees: [
          { email: BEN, responseStatus: 'needsAction' },
          { email: ADMIN, responseStatus: 'accepted' },
        ],
      },
    ],
    ['the list of guests, by taking somebody off', { attendees: [{ email: BEN }] }],
  ])('cannot change %s', (_, body) => {
    const { ben, id } = invited();
    expect(refusal(() => ben.patch(id, body))).toEqual(forbidden);
  });

  test('keeps reminders, color, private properties, visibility and transparency to themselves', () => {
    const { anna, ben, id } = invited();
    const { etag } = anna.get(id);
    const own = {
      reminders: { useDefault: false, overrides: [{ method: 'popup', minutes: 1 }] },
      colorId: '5',
      extendedProperties: { private: { mine: '1' } },
      visibility: 'private',
      transparency: 'transparent',
    };
    expect(ben.patch(id, own)).toMatchObject(own);
    const theirs = anna.get(id);
    expect(theirs.etag).toBe(etag);
    for (const name of ['colorId', 'extendedProperties', 'visibility', 'transparency'])
      expect(theirs).not.toHaveProperty(name);
    anna.patch(id, { summary: 'New' });
    expect(ben.get(id)).toMatchObject({ ...own, summary: 'New' });
  });

  test('may invite others, unless the organizer does not allow it', () => {
    const { anna, ben, id } = invited();
    const more = (event: Answer) => ({ attendees: [...event.attendees, { email: OUTSIDE }] });
    ben.patch(id, more(ben.get(id)));
    expect(guest(anna.get(id), OUTSIDE)).toEqual({ email: OUTSIDE, responseStatus: 'needsAction' });
    const closed = invited({ guestsCanInviteOthers: false });
    expect(refusal(() => closed.ben.patch(closed.id, more(closed.ben.get(closed.id))))).toEqual(
      forbidden,
    );
  });

  test('may change everything where the organizer lets guests modify', () => {
    const { anna, ben, id } = invited({ guestsCanModify: true });
    ben.patch(id, { summary: 'Better' });
    expect(anna.get(id).summary).toBe('Better');
  });

  test('sees only themselves where guests are hidden', () => {
    const { anna, ben, id } = invited({ guestsCanSeeOtherGuests: false });
    expect(ben.get(id)).toMatchObject({
      attendees: [{ email: BEN, self: true }],
      attendeesOmitted: true,
    });
    expect(anna.get(id).attendees).toHaveLength(2);
    ben.patch(id, { attendees: [{ email: BEN, responseStatus: 'accepted' }] });
    expect(anna.get(id).attendees).toHaveLength(2);
  });

  test('who deletes the event declines it, keeps its details and can have it back', () => {
    const { anna, ben, id } = invited();
    ben.remove(id);
    expect(guest(anna.get(id), BEN).responseStatus).toBe('declined');
    expect(anna.get(id).status).toBe('confirmed');
    expect(ben.get(id)).toMatchObject({ status: 'cancelled', summary: 'Meet' });
    expect(ben.patch(id, { status: 'confirmed' }).status).toBe('confirmed');
  });

  test('cannot bring back what the organizer cancelled', () => {
    const { anna, ben, id } = invited();
    anna.remove(id);
    expect(ben.get(id)).toEqual({
      kind: 'calendar#event',
      etag: expect.any(String),
      id,
      status: 'cancelled',
    });
    expect(refusal(() => ben.patch(id, { status: 'confirmed' }))).toMatchObject({
      code: 403,
      reason: 'forbidden',
    });
  });

  test('answers one occurrence of a series alone', () => {
    const { anna, ben } = company();
    const { id } = anna.insert({ ...series('FREQ=DAILY;COUNT=3'), attendees: [{ email: BEN }] });
    const second = `${id}_20260303T080000Z`;
    ben.patch(second, { attendees: [{ email: BEN, responseStatus: 'declined' }] });
    const answers = anna.instances(id).items.map((item: Answer) => guest(item, BEN).responseStatus);
    expect(answers).toEqual(['needsAction', 'declined', 'needsAction']);
    ben.patch(id, { attendees: [{ email: BEN, responseStatus: 'accepted' }] });
    expect(anna.instances(id).items.map((item: Answer) => guest(item, BEN).responseStatus)).toEqual(
      ['accepted', 'declined', 'accepted'],
    );
  });

  test('of one occurrence only has only that one', () => {
    const { anna, ben } = company();
    const { id } = anna.insert(series('FREQ=DAILY;COUNT=3'));
    const second = `${id}_20260303T080000Z`;
    anna.patch(second, { attendees: [{ email: BEN }] });
    expect(ids(ben.list({ singleEvents: true }).items)).toEqual([second]);
    expect(refusal(() => ben.get(id))).toMatchObject({ code: 404 });
  });
});

test('an attendee list of bare addresses resets every answer', () => {
  const { anna, ben } = company();
  const { id } = anna.insert({ ...hour(), attendees: [{ email: BEN }] });
  ben.patch(id, { attendees: [{ email: BEN, responseStatus: 'accepted' }] });
  anna.patch(id, { attendees: [{ email: BEN }] });
  expect(guest(anna.get(id), BEN).responseStatus).toBe('needsAction');
});

test('above 200 guests an answer stays on the copy of the guest', () => {
  const { anna, ben } = company();
  const others = Array.from({ length: 200 }, (_, index) => ({
    email: `p${index}@elsewhere.example`,
  }));
  const { id } = anna.insert({ ...hour(), attendees: [{ email: BEN }, ...others] });
  ben.patch(id, {
    attendeesOmitted: true,
    attendees: [{ email: BEN, responseStatus: 'accepted' }],
  });
  expect(guest(ben.get(id), BEN).responseStatus).toBe('accepted');
  expect(guest(anna.get(id), BEN).responseStatus).toBe('needsAction');
});

test('guests beyond the number asked for are left out, except the reader', () => {
  const { anna, ben } = company();
  const { id } = anna.insert({ ...hour(), attendees: [{ email: BEN }, { email: ADMIN }] });
  expect(anna.get(id, { maxAttendees: 1 })).toMatchObject({
    attendees: [],
    attendeesOmitted: true,
  });
  expect(ben.get(id, { maxAttendees: 1 })).toMatchObject({
    attendees: [{ email: BEN }],
    attendeesOmitted: true,
  });
  expect(ben.get(id, { maxAttendees: 2 })).not.toHaveProperty('attendeesOmitted');
});

test('a service account that acts for itself invites nobody', () => {
  const { anna, workspace } = company();
  const robot: ServiceAccountPrincipal = {
    kind: 'service-account',
    email: 'robot@p.iam.gserviceaccount.com',
    uniqueId: '1',
  };
  anna.call(
    'acl.insert',
    { calendarId: 'primary' },
    { role: 'writer', scope: { type: 'user', value: robot.email } },
  );
  const act = (methodId: string, body: object) =>
    workspace.door.call(
      { methodId, params: { calendarId: ANNA }, body: body as never },
      {
        principal: robot,
        scopes: new Set(['https://www.googleapis.com/auth/calendar']),
        clientId: '1',
        projectNumber: null,
        applicationName: 'R',
        impersonated: false,
        cause: 'api',
        ipAddress: null,
      },
      null,
      0,
    );
  expect(
    refusal(() => act('calendar.events.insert', { ...hour(), attendees: [{ email: BEN }] })),
  ).toEqual({
    code: 403,
    reason: 'forbiddenForServiceAccounts',
    message:
      'Service accounts cannot invite attendees without Domain-Wide Delegation of Authority.',
  });
  expect(act('calendar.events.insert', hour())).toMatchObject({
    creator: { email: robot.email },
    organizer: { email: ANNA },
  });
});

test('a room answers by itself', () => {
  const { anna, workspace } = company();
  const room = 'c_room@resource.calendar.google.com';
  addRoom(workspace, {
    id: room,
    name: 'Room',
    domain: 'acme.example',
    timeZone: 'UTC',
    autoAccept: true,
  });
  const book = (at: number) =>
    guest(anna.insert({ ...hour(3, at), attendees: [{ email: room }] }), room);
  expect(book(10)).toMatchObject({ resource: true, responseStatus: 'accepted' });
  expect(book(10).responseStatus).toBe('declined');
  expect(book(11).responseStatus).toBe('accepted');
});

describe('out of office', () => {
  const away = (autoDeclineMode: string) => ({
    ...hour(3, 9),
    end: { dateTime: stamp(3, 17) },
    eventType: 'outOfOffice',
    outOfOfficeProperties: { autoDeclineMode, declineMessage: 'Away' },
  });

  test('declines new invitations', () => {
    const { anna, ben } = company();
    ben.insert(away('declineOnlyNewConflictingInvitations'));
    expect(guest(anna.insert({ ...hour(), attendees: [{ email: BEN }] }), BEN)).toMatchObject({
      responseStatus: 'declined',
      comment: 'Away',
    });
    expect(
      guest(anna.insert({ ...hour(4), attendees: [{ email: BEN }] }), BEN).responseStatus,
    ).toBe('needsAction');
  });

  test('declines those that are there already, if asked', () => {
    const { anna, ben } = company();
    const { id } = anna.insert({ ...hour(), attendees: [{ email: BEN }] });
    ben.insert(away('declineAllConflictingInvitations'));
    expect(guest(anna.get(id), BEN).responseStatus).toBe('declined');
  });
});

describe('mail', () => {
  const mails = (people: ReturnType<typeof company>) =>
    people.workspace.state.outbox.map(({ to, subject, by }) => [to[0], subject.split(':')[0], by]);
  const body = { ...hour(), summary: 'Meet', attendees: [{ email: BEN }, { email: OUTSIDE }] };

  test.each([
    ['none', []],
    [
      'all',
      [
        [BEN, 'Invitation', 'calendar'],
        [OUTSIDE, 'Invitation', 'calendar'],
      ],
    ],
    ['externalOnly', [[OUTSIDE, 'Invitation', 'calendar']]],
  ])('of an insertion with sendUpdates=%s', (sendUpdates, expected) => {
    const people = company();
    people.anna.insert(body, { sendUpdates });
    expect(mails(people)).toEqual(expected);
  });

  test.each([
    [
      'a change',
      (people: ReturnType<typeof company>, id: string, params: object) =>
        people.anna.patch(id, { summary: 'New' }, params),
      'Updated invitation',
    ],
    [
      'a deletion',
      (people: ReturnType<typeof company>, id: string, params: object) =>
        people.anna.remove(id, params),
      'Canceled event',
    ],
  ])('of %s: nobody when told so, everybody when not told', (_, act, subject) => {
    const people = company();
    const { id } = people.anna.insert(body);
    expect(mails(people)).toEqual([]);
    act(people, id, { sendUpdates: 'none' });
    expect(mails(people)).toEqual([]);
    const other = company();
    act(other, other.anna.insert(body).id, {});
    expect(mails(other)).toEqual([
      [BEN, subject, 'calendar'],
      [OUTSIDE, subject, 'calendar'],
    ]);
  });

  test('of an answer goes to the organizer', () => {
    const people = company();
    const { id } = people.anna.insert(body);
    people.ben.patch(
      id,
      { attendeesOmitted: true, attendees: [{ email: BEN, responseStatus: 'accepted' }] },
      { sendUpdates: 'all' },
    );
    expect(mails(people)).toEqual([[ANNA, 'Accepted', 'calendar']]);
  });

  test('as the pages say, when the settings say so', () => {
    const workspace = aWorkspace({ settings: { calendarMailUnasked: 'never' } });
    const anna = handsOf(workspace, ANNA);
    anna.remove(anna.insert(body).id);
    expect(workspace.state.outbox).toEqual([]);
  });
});

describe('a moved event', () => {
  const secondary = (people: ReturnType<typeof company>) =>
    people.anna.call('calendars.insert', {}, { summary: 'Team' }).id;
  const move = (people: ReturnType<typeof company>, eventId: string, destination: string) =>
    people.anna.call('events.move', { calendarId: 'primary', eventId, destination });

  test('has a new organizer and leaves a bare tombstone', () => {
    const people = company();
    const team = secondary(people);
    const { id } = people.anna.insert({ ...hour(), summary: 'Meet', attendees: [{ email: BEN }] });
    expect(move(people, id, team)).toMatchObject({
      id,
      summary: 'Meet',
      organizer: { email: team, displayName: 'Team', self: true },
    });
    expect(people.anna.get(id)).toEqual({
      kind: 'calendar#event',
      etag: expect.any(String),
      id,
      status: 'cancelled',
    });
    expect(people.ben.get(id).organizer.email).toBe(team);
  });

  test('stays on the calendar of an old organizer who is a guest', () => {
    const people = company();
    const team = secondary(people);
    const { id } = people.anna.insert({ ...hour(), attendees: [{ email: ANNA }] });
    move(people, id, team);
    expect(people.anna.get(id)).toMatchObject({ status: 'confirmed', organizer: { email: team } });
  });

  test('takes its series and exceptions with it, but no occurrence moves alone', () => {
    const people = company();
    const team = secondary(people);
    const { id } = people.anna.insert(series('FREQ=DAILY;COUNT=3'));
    const second = `${id}_20260303T080000Z`;
    people.anna.patch(second, { summary: 'Special' });
    expect(refusal(() => move(people, second, team))).toMatchObject({
      reason: 'cannotChangeOrganizerOfInstance',
    });
    move(people, id, team);
    expect(people.anna.call('events.get', { calendarId: team, eventId: second }).summary).toBe(
      'Special',
    );
  });

  test.each(['focusTime', 'outOfOffice'])('cannot be of type %s', (eventType) => {
    const people = company();
    const { id } = people.anna.insert({ ...hour(), eventType });
    expect(refusal(() => move(people, id, secondary(people)))).toMatchObject({
      code: 400,
      reason: 'eventTypeRestriction',
    });
  });

  test('cannot be somebody else’s', () => {
    const people = company();
    const { id } = people.ben.insert({ ...hour(), attendees: [{ email: ANNA }] });
    expect(refusal(() => move(people, id, secondary(people)))).toMatchObject({
      code: 403,
      reason: 'cannotChangeOrganizer',
    });
  });
});
