import { apiMethodDescription } from '../../../emulator/discovery/discovery';
import { checkAnswer } from '../../../emulator/rest/discovery-check';

const check = (id: string, answer: object | undefined) => () =>
  checkAnswer(apiMethodDescription(id)!, answer);

const event = {
  kind: 'calendar#event',
  etag: '"1"',
  id: 'abcde',
  status: 'confirmed',
  start: { dateTime: '2026-03-02T10:00:00+02:00' },
};

test.each([
  ['calendar.events.get', event],
  [
    'calendar.events.list',
    { items: [event, { id: 'x', status: 'cancelled' }], nextSyncToken: 't' },
  ],
  [
    'directory.users.get',
    { id: '1', emails: [{ address: 'a@b.example' }], customSchemas: { A: { b: 1 } } },
  ],
  [
    'reports.activities.list',
    {
      items: [
        { id: { time: '2026-03-02T10:00:00.000Z', uniqueQualifier: '-6709442587437772138' } },
      ],
    },
  ],
  ['sheets.spreadsheets.values.get', { range: 'A1', values: [[1, 'a', true]] }],
  ['calendar.events.delete', undefined],
])('an answer of %s as Google writes it is let through', (id, answer) => {
  expect(check(id, answer)).not.toThrow();
});

test.each([
  [
    'calendar.events.get',
    { ...event, nonsense: 1 },
    "calendar.events.get answered something that is not a valid Event: / must NOT have additional properties 'nonsense' (Discovery).",
  ],
  [
    'calendar.events.list',
    { items: [event, { ...event, start: { dateTime: '2026-03-02' } }] },
    '/items/1/start/dateTime must match format "date-time"',
  ],
  ['calendar.events.get', { ...event, sequence: '1' }, '/sequence must be integer'],
  ['directory.users.get', { suspended: 'false' }, '/suspended must be boolean'],
  [
    'reports.activities.list',
    { items: [{ id: { uniqueQualifier: 5 } }] },
    '/items/0/id/uniqueQualifier must be string',
  ],
  [
    'sheets.spreadsheets.values.get',
    { majorDimension: 'DIAGONAL' },
    '/majorDimension must be equal to one of the allowed values',
  ],
  ['calendar.events.get', undefined, 'answered nothing'],
  ['calendar.events.delete', {}, 'answered a resource'],
])(
  'an answer of %s that breaks the schema is our fault and says where: %#',
  (id, answer, words) => {
    expect(check(id, answer)).toThrow(words);
  },
);
