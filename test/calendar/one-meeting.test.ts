import { Company, MINUTE_MS, type Person } from './company';
import { Meeting } from './meetings';
import { aSeries, anEntry } from './world';
import { FIELDS } from '../../src/calendar/entry/fields';
import type { OwnChoices } from '../../src/calendar/entry/own-choices';
import { NO_FILTER, type OwnFilter } from '../../src/calendar/entry/own-filter';
import { eventPatch, type GoogleEvent } from '../../src/calendar/entry/google-event';

const HOUR_MS = 60 * MINUTE_MS;

function aCompany() {
  const company = new Company();
  const [boss, ann, bob] = [company.add('boss'), company.add('ann'), company.add('bob')];
  return { company, boss, ann, bob };
}

/** Everybody is looked at, and whoever has to be is looked at again. */
function settle(company: Company): void {
  for (let run = 0; run < 3; run += 1) {
    company.later(HOUR_MS);
    company.run();
  }
}

const titles = ({ work }: Person): string[] =>
  [...work.activities.values()].map(({ name }) => name).sort();

const weekly = () =>
  eventPatch(
    anEntry({ recurrence: aSeries('RRULE:FREQ=WEEKLY;BYDAY=MO') }),
    FIELDS,
  ) as Partial<GoogleEvent>;

test('a meeting of three people who are all synced is one activity, the organizer’s [S39, S40]', () => {
  const { company, boss, ann, bob } = aCompany();
  const meeting = new Meeting('m1', boss, [ann, bob]);
  company.turnOn(boss, ann, bob);
  settle(company);
  expect([boss, ann, bob].map(titles)).toEqual([['Review'], [], []]);
  expect([...boss.work.activities.values()]).toMatchObject([
    { participants: ['ann@example.com', 'bob@example.com'] },
  ]);
  for (const { userId } of [ann, bob])
    expect(company.board.status(userId)).toMatchObject({
      leftOut: [{ reason: 'organizer-synced', count: 1 }],
      waiting: 0,
      organizers: ['boss@example.com'],
    });
  meeting.change({ summary: 'Review of plans' });
  settle(company);
  expect([boss, ann, bob].map(titles)).toEqual([['Review of plans'], [], []]);
  expect([boss, ann, bob].flatMap(({ google }) => google.written)).toEqual([]);
});

test('of a meeting that hides its guests, each keeps an activity, and none has participants [Att27]', () => {
  const { company, boss, ann, bob } = aCompany();
  const meeting = new Meeting('m1', boss, [ann, bob]);
  meeting.change({ guestsCanSeeOtherGuests: false });
  company.turnOn(boss, ann, bob);
  settle(company);
  expect([boss, ann, bob].map(titles)).toEqual([['Review'], ['Review'], ['Review']]);
  for (const { work } of [boss, ann, bob])
    expect([...work.activities.values()]).toMatchObject([{ participants: [] }]);
  meeting.change({ guestsCanSeeOtherGuests: true });
  settle(company);
  expect([boss, ann, bob].map(titles)).toEqual([['Review'], [], []]);
});

test.each([
  ['a meeting', undefined],
  ['a series', weekly()],
])(
  'of %s a guest has a copy until the organizer is synced, and again when the organizer no longer is [S39]',
  (_, event) => {
    const { company, boss, ann, bob } = aCompany();
    void new Meeting('m1', boss, [ann, bob], event);
    company.turnOn(ann, bob);
    settle(company);
    expect([boss, ann, bob].map(titles)).toEqual([[], ['Review'], ['Review']]);
    company.turnOn(boss);
    settle(company);
    expect([boss, ann, bob].map(titles)).toEqual([['Review'], [], []]);
    company.wish(boss.email, { kind: 'off', copies: 'remove' });
    settle(company);
    expect([boss, ann, bob].map(titles)).toEqual([[], ['Review'], ['Review']]);
    expect([boss, ann, bob].flatMap(({ google }) => google.written)).toEqual([]);
  },
);

test('a copy goes only once the organizer’s own entry is there, and what was written into the copy goes with it', () => {
  const { company, boss, ann } = aCompany();
  void new Meeting('m1', boss, [ann]);
  company.turnOn(ann);
  settle(company);
  const [copy] = ann.work.activities.values();
  ann.work.edit(copy!.id, { notes: 'Mine' });
  company.turnOn(boss);
  company.later(HOUR_MS);
  boss.account = 'suspended';
  company.run();
  settle(company);
  expect([boss, ann].map(titles)).toEqual([[], ['Review']]);
  boss.account = 'active';
  company.turnOn(boss);
  settle(company);
  expect([boss, ann].map(titles)).toEqual([['Review'], []]);
  expect([boss, ann].flatMap(({ google }) => google.written)).toEqual([]);
});

test('forty copies that go to their organizer are no reason to hold a run', () => {
  const { company, boss, ann } = aCompany();
  for (let made = 0; made < 40; made += 1) void new Meeting(`m${made}`, boss, [ann]);
  company.turnOn(ann);
  settle(company);
  expect(ann.work.activities.size).toBe(40);
  company.turnOn(boss);
  settle(company);
  expect([boss, ann].map(({ work }) => work.activities.size)).toEqual([40, 0]);
  expect(company.connections.rows.get(ann.userId)?.failure).toBeNull();
});

test('what is cancelled while an organizer turns on their sync is deleted, and is no reason to hold a run', () => {
  const { company, boss, ann, bob } = aCompany();
  const meetings = Array.from(
    { length: 8 },
    (_, made) => new Meeting(`m${made}`, bob, [ann, boss]),
  );
  void new Meeting('other', boss, [ann]);
  company.turnOn(ann);
  settle(company);
  for (const meeting of meetings.slice(0, 5)) meeting.cancel();
  company.turnOn(boss);
  settle(company);
  expect([boss, ann].map(titles)).toEqual([Array(4).fill('Review'), Array(3).fill('Review')]);
  for (const meeting of meetings.slice(5)) meeting.cancel();
  company.turnOn(bob);
  settle(company);
  expect([boss, ann, bob].map(titles)).toEqual([['Review'], [], []]);
  for (const { userId } of [boss, ann, bob])
    expect(company.connections.rows.get(userId)?.failure).toBeNull();
});

test('of an organizer who is suspended, the guests have copies again', () => {
  const { company, boss, ann } = aCompany();
  void new Meeting('m1', boss, [ann]);
  company.turnOn(boss, ann);
  settle(company);
  boss.account = 'suspended';
  settle(company);
  expect(company.connections.rows.get(boss.userId)?.state).toBe('off');
  expect(titles(ann)).toEqual(['Review']);
});

test('members of a group that was invited have no activity of their own, though no guest list names them', () => {
  const { company, boss, ann, bob } = aCompany();
  void new Meeting('m1', boss, [ann, bob], undefined, 'team@example.com');
  company.turnOn(boss, ann, bob);
  settle(company);
  expect([boss, ann, bob].map(titles)).toEqual([['Review'], [], []]);
});

test('a meeting of somebody outside is one activity for each guest, because nobody’s is theirs', () => {
  const { company, ann, bob } = aCompany();
  void new Meeting('m1', { email: 'client@elsewhere.example' }, [ann, bob]);
  company.turnOn(ann, bob);
  settle(company);
  expect([ann, bob].map(titles)).toEqual([['Review'], ['Review']]);
});

test('declined by one guest, it is left out for that reason; declined by its organizer, each guest has a copy [D8]', () => {
  const { company, boss, ann, bob } = aCompany();
  const meeting = new Meeting('m1', boss, [ann, bob]);
  company.turnOn(boss, ann, bob);
  meeting.answer(ann, 'declined');
  settle(company);
  expect(company.board.status(ann.userId)?.leftOut).toEqual([{ reason: 'declined', count: 1 }]);
  const declined = { email: boss.email, organizer: true, responseStatus: 'declined' };
  for (const { google, email } of [boss, bob])
    google.edit('m1', {
      attendees: [
        { ...declined, ...(email === boss.email && { self: true }) },
        {
          email: bob.email,
          responseStatus: 'accepted',
          ...(email === bob.email && { self: true }),
        },
      ],
    });
  settle(company);
  expect([bob].map(titles)).toEqual([['Review']]);
});

const chooses = (company: Company, { userId }: Person, choices: Partial<OwnChoices>): void => {
  const row = company.connections.rows.get(userId)!;
  company.connections.rows.set(userId, {
    ...row,
    choices: { at: new Date(company.clock.nowMs).toISOString(), leftOut: [], ...choices },
  });
};

const filter = (more: Partial<OwnFilter>): Partial<OwnChoices> => ({
  rules: { way: 'both-ways', filter: { ...NO_FILTER, copies: 'remove', ...more } },
});

test.each<[string, Partial<OwnChoices>]>([
  ['leaves the event out', { leftOut: ['m1'] }],
  ['filters its title out', filter({ except: ['review'] })],
  ['lets only other titles through', filter({ only: ['board'] })],
])(
  'of a meeting whose organizer %s, each guest has a copy of their own, until the organizer syncs it again [TF15, TF16, S39]',
  (_, choices) => {
    const { company, boss, ann, bob } = aCompany();
    void new Meeting('m1', boss, [ann, bob]);
    company.turnOn(boss, ann, bob);
    settle(company);
    chooses(company, boss, choices);
    settle(company);
    expect([boss, ann, bob].map(titles)).toEqual([[], ['Review'], ['Review']]);
    expect(company.board.status(ann.userId)?.ownMeetings).toEqual(['m1']);
    settle(company);
    expect([boss, ann, bob].map(titles)).toEqual([[], ['Review'], ['Review']]);
    chooses(company, boss, {});
    settle(company);
    expect([boss, ann, bob].map(titles)).toEqual([['Review'], [], []]);
    expect(company.board.status(ann.userId)?.ownMeetings).toEqual([]);
  },
);

test('of an organizer whose sync goes only to Google, guests have the meetings as their own [TF14]', () => {
  const { company, boss, ann } = aCompany();
  company.turnOn(boss, ann);
  settle(company);
  chooses(company, boss, { rules: { way: 'to-google', filter: NO_FILTER } });
  void new Meeting('m1', boss, [ann]);
  settle(company);
  expect([boss, ann].map(titles)).toEqual([[], ['Review']]);
});

test('a meeting that is given to a synced colleague is the activity of the new organizer alone', () => {
  const { company, boss, ann, bob } = aCompany();
  const meeting = new Meeting('m1', boss, [ann, bob]);
  company.turnOn(boss, ann, bob);
  settle(company);
  meeting.give(ann);
  settle(company);
  expect([boss, ann, bob].map(titles)).toEqual([[], ['Review'], []]);
  meeting.cancel();
  settle(company);
  expect([boss, ann, bob].map(titles)).toEqual([[], [], []]);
});

test('whoever gives a meeting away and declines it keeps no activity of it, whether its new organizer is synced or not [S40, D8]', () => {
  for (const isSynced of [true, false]) {
    const { company, boss, ann } = aCompany();
    const meeting = new Meeting('m1', boss, [ann]);
    company.turnOn(...(isSynced ? [boss, ann] : [boss]));
    settle(company);
    meeting.answers.delete(ann);
    meeting.give(ann);
    meeting.answer(boss, 'declined');
    settle(company);
    expect([boss, ann].map(titles)).toEqual([[], isSynced ? ['Review'] : []]);
  }
});

test('a private meeting of a colleague stays private, whoever is synced [S21]', () => {
  const { company, boss, ann } = aCompany();
  company.settings = { ...company.settings, privateEvents: 'leave-out' };
  void new Meeting('m1', boss, [ann], {
    ...(eventPatch(anEntry(), FIELDS) as Partial<GoogleEvent>),
    visibility: 'private',
  });
  company.turnOn(boss, ann);
  settle(company);
  expect([boss, ann].map(titles)).toEqual([[], []]);
  expect(company.board.status(ann.userId)?.leftOut).toEqual([{ reason: 'private', count: 1 }]);
});

test('a guest’s calendar that has not changed costs one call, whoever its meetings are organized by [Inv3]', () => {
  const { company, boss, ann, bob } = aCompany();
  void new Meeting('m1', boss, [ann, bob]);
  void new Meeting('m2', { email: 'client@elsewhere.example' }, [ann]);
  company.turnOn(boss, ann, bob);
  settle(company);
  const saves = company.connections.saves;
  company.calls.clear();
  company.run();
  company.later(HOUR_MS);
  company.calls.clear();
  company.run();
  expect([...company.calls.values()]).toEqual([1, 1, 1]);
  expect(company.connections.saves).toBe(saves);
});
