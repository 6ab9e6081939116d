import type { GoogleEvent } from '../../src/calendar/entry/google-event';
import type { On, SyncState } from '../../src/calendar/boards/state';
import type { PolicySummary } from '../../src/calendar/boards/status-board';
import { whyCard, whyOpenEvent } from '../../src/calendar/panel/why-card';
import { checkCard } from '../../emulator/card/check';
import { Company } from './company';
import { anEntry, NOW, ZONE } from './world';

const person = { email: 'ann@example.com', addresses: ['ann@example.com'], zone: ZONE };
const organizers: readonly string[] = [];
const policy: PolicySummary = {
  privateEvents: 'busy',
  since: null,
  specialEvents: 'leave-out',
  types: [],
  fields: [],
};

function events() {
  const company = new Company();
  const ann = company.add('ann');
  const own = ann.addEvent(anEntry());
  ann.addActivity(anEntry({ title: 'From work' }));
  company.turnOn(ann);
  company.run();
  const all = ann.google.live();
  return {
    own: all.find(({ id }) => id === own)!,
    copy: all.find(({ id }) => id !== own)!,
  };
}

const { own, copy } = events();
const but = (changes: Partial<GoogleEvent>): GoogleEvent => ({ ...own, ...changes });

test.each<[string, GoogleEvent, PolicySummary | null, object]>([
  ['an event of one’s own', own, policy, { kind: 'taking-part' }],
  ['a copy that Tandem made', copy, policy, { kind: 'copy' }],
  [
    'a copy of that copy, made by hand (D12)',
    { ...copy, id: 'other' },
    policy,
    { kind: 'taking-part' },
  ],
  [
    'a series',
    but({ recurrence: ['RRULE:FREQ=HOURLY'] }),
    policy,
    { kind: 'left-out', reason: 'finer-than-days' },
  ],
  [
    'another’s meeting',
    but({ organizer: { email: 'boss@example.com' } }),
    policy,
    { kind: 'copied' },
  ],
  [
    'focus time',
    but({ eventType: 'focusTime' }),
    policy,
    { kind: 'left-out', reason: 'special-event' },
  ],
  [
    'focus time, choices unknown',
    but({ eventType: 'focusTime' }),
    null,
    { kind: 'choice-unknown' },
  ],
  ['private', but({ visibility: 'private' }), policy, { kind: 'synced-as-busy' }],
  ['private, choices unknown', but({ visibility: 'private' }), null, { kind: 'choice-unknown' }],
  [
    'private, left out',
    but({ visibility: 'private' }),
    { ...policy, privateEvents: 'leave-out' },
    { kind: 'left-out', reason: 'private' },
  ],
  [
    'long over',
    but({ start: { dateTime: '2025-01-01T10:00:00Z' }, end: { dateTime: '2025-01-01T11:00:00Z' } }),
    policy,
    { kind: 'left-out', reason: 'before-window' },
  ],
])('%s', (_, event, summary, why) => {
  expect(whyOpenEvent(event, { policy: summary, organizers, person, now: NOW })).toEqual(why);
});

test('a meeting of a synced colleague is said to be in the work system as theirs [S39]', () => {
  const event = but({ organizer: { email: 'Boss@example.com' } });
  expect(whyOpenEvent(event, { policy, organizers, person, now: NOW })).toEqual({ kind: 'copied' });
  const synced = ['boss@example.com'];
  expect(whyOpenEvent(event, { policy, organizers: synced, person, now: NOW })).toEqual({
    kind: 'left-out',
    reason: 'organizer-synced',
  });
});

const on: On = {
  kind: 'on',
  since: NOW,
  health: 'fresh',
  freshness: { kind: 'fresh', ageMs: 0 },
  status: null,
  trouble: null,
  waiting: null,
  everyMinutes: 60,
  connectedBy: null,
  privacy: null,
};

test.each<[SyncState, GoogleEvent, string]>([
  [on, own, 'or will be after the next run'],
  [on, copy, 'from an activity of your work system'],
  [{ ...on, health: 'held' }, own, 'The last run had a problem'],
  [{ kind: 'off', trouble: null }, own, 'It would be synced.'],
  [
    { kind: 'off', trouble: null },
    but({ locked: true }),
    'Google does not let this copy be changed.',
  ],
])('the card says what is known, and what is not', (state, event, sentence) => {
  const card = whyCard({
    calendarId: person.email,
    event,
    isApart: false,
    state,
    policy,
    organizers,
    person,
    now: NOW,
  });
  expect(checkCard(card)).toEqual([]);
  expect(JSON.stringify(card)).toContain(sentence);
});

test.each<[boolean | null, SyncState, GoogleEvent, string]>([
  [false, on, own, 'It takes part in your sync'],
  [true, on, own, 'It is not synced'],
  [true, on, copy, 'is somebody else’s by now'],
  [null, on, own, 'Unknown right now'],
  [null, on, copy, 'The next run will show whether it is synced.'],
  [null, on, but({ locked: true }), 'Google does not let this copy be changed.'],
  [null, { kind: 'off', trouble: null }, own, 'It would be synced.'],
])(
  'an event that the runner leaves as it is (%s) is never said to take part',
  (isApart, state, event, sentence) => {
    const card = JSON.stringify(
      whyCard({
        calendarId: person.email,
        event,
        isApart,
        state,
        policy,
        organizers,
        person,
        now: NOW,
      }),
    );
    expect(card).toContain(sentence);
    if (isApart !== false) expect(card).not.toContain('It takes part');
  },
);
