import { apiMethodDescription } from '../../../emulator/discovery/discovery';
import { partialResponse } from '../../../emulator/rest/partial-response';

const select = (fields: string, answer: object, id = 'calendar.events.list') =>
  partialResponse(apiMethodDescription(id)!, answer, fields);

const events = {
  kind: 'calendar#events',
  items: [
    {
      id: 'a',
      start: { date: '2026-03-02', timeZone: 'UTC' },
      extendedProperties: { private: { x: '1', y: '2' } },
    },
    { id: 'b' },
  ],
  nextPageToken: 't',
};

test.each<[string, object]>([
  ['nextPageToken', { nextPageToken: 't' }],
  ['items(id),nextPageToken', { items: [{ id: 'a' }, { id: 'b' }], nextPageToken: 't' }],
  ['items/id', { items: [{ id: 'a' }, { id: 'b' }] }],
  ['items/start/date', { items: [{ start: { date: '2026-03-02' } }, {}] }],
  ['items(start/date,id)', { items: [{ id: 'a', start: { date: '2026-03-02' } }, { id: 'b' }] }],
  ['items/id,items/start', { items: [{ id: 'a', start: events.items[0]!.start }, { id: 'b' }] }],
  [
    'items(extendedProperties/private/x)',
    { items: [{ extendedProperties: { private: { x: '1' } } }, {}] },
  ],
  ['items/start/*', { items: [{ start: events.items[0]!.start }, {}] }],
  ['*', events],
  ['nextSyncToken', {}],
])('fields=%s keeps only what it names', (fields, expected) => {
  expect(select(fields, events)).toEqual(expected);
});

test.each([
  ['nonsense', 'nonsense'],
  ['items(id,nonsense)', 'items/nonsense'],
  ['items(id', 'items'],
  ['items(id))', ')'],
  ['items/', ''],
])('fields=%s is refused, naming what is wrong', (fields, place) => {
  expect(() => select(fields, events)).toThrow(`Invalid field selection ${place}`);
});

test('a newer API names the path in its details', () => {
  expect(() => select('nonsense', {}, 'sheets.spreadsheets.get')).toThrow(
    expect.objectContaining({
      message: 'Request contains an invalid argument.',
      detail: expect.objectContaining({
        fieldViolations: [
          {
            field: 'nonsense',
            description:
              "Error expanding 'fields' parameter. Cannot find matching fields for path 'nonsense'.",
          },
        ],
      }),
    }),
  );
});
