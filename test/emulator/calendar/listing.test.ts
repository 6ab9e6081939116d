import { ANNA } from '../../support/small-company';
import { hands, hour, ids, readAll, refusal, series, stamp, type Answer } from './hands';

const summaries = (answer: { items: { summary: string }[] }) =>
  answer.items.map(({ summary }) => summary);

test('a listing names its calendar, its time zone and what the reader may do there', () => {
  expect(hands(ANNA).list()).toMatchObject({
    kind: 'calendar#events',
    summary: ANNA,
    timeZone: 'UTC',
    accessRole: 'owner',
    defaultReminders: [{ method: 'popup', minutes: 10 }],
    items: [],
  });
});

test('a page has 250 events unless asked otherwise, and never more than 2500', () => {
  const anna = hands(ANNA);
  for (let index = 0; index < 2501; index++) anna.insert(hour());
  expect(anna.list().items).toHaveLength(250);
  expect(anna.list({ maxResults: 9999 }).items).toHaveLength(2500);
});

test('only the last page has a sync token, and no page has both', () => {
  const anna = hands(ANNA);
  for (let index = 0; index < 5; index++) anna.insert(hour());
  const { nextPageToken, nextSyncToken } = anna.list({ maxResults: 2 });
  expect([typeof nextPageToken, nextSyncToken]).toEqual(['string', undefined]);
  const { items, pages, nextSyncToken: last } = readAll(anna, { maxResults: 2 });
  expect([items.length, pages, typeof last]).toEqual([5, [2, 2, 1], 'string']);
});

test('deleted events count toward the size of a page: a page may be short, or empty', () => {
  const anna = hands(ANNA);
  const made = [1, 2, 3, 4, 5].map(() => anna.insert(hour()).id);
  for (const id of made.slice(0, 3)) anna.remove(id);
  const { items, pages } = readAll(anna, { maxResults: 2 });
  expect(pages).toEqual([0, 1, 1]);
  expect(ids(items)).toEqual(made.slice(3));
});

test('short pages can be asked for, and lose nothing', () => {
  const anna = hands(ANNA, { settings: { calendarPages: 'short' } });
  const made = Array.from({ length: 12 }, () => anna.insert(hour()).id);
  for (const params of [
    { maxResults: 4 },
    { maxResults: 4, singleEvents: true, orderBy: 'startTime' },
  ]) {
    const { items, pages } = readAll(anna, params);
    expect(pages.slice(0, 4)).toEqual([0, 1, 2, 4]);
    expect(ids(items)).toEqual(made);
  }
});

test('a page token belongs to its query', () => {
  const anna = hands(ANNA);
  for (let index = 0; index < 3; index++) anna.insert(hour());
  const { nextPageToken } = anna.list({ maxResults: 1 });
  expect(anna.list({ maxResults: 2, pageToken: nextPageToken }).items).toHaveLength(2);
  expect(
    refusal(() => anna.list({ maxResults: 1, pageToken: nextPageToken, q: 'x' })),
  ).toMatchObject({ code: 400 });
  expect(refusal(() => anna.list({ pageToken: 'nonsense' }))).toMatchObject({
    code: 400,
    reason: 'invalid',
  });
});

describe('a window', () => {
  // The event lasts from 10:00 to 11:00 on the 3rd.
  test.each([
    [{ timeMin: stamp(3, 10) }, true],
    [{ timeMin: stamp(3, 11) }, false],
    [{ timeMax: stamp(3, 10) }, false],
    [{ timeMax: stamp(3, 11) }, true],
    [{ timeMin: '2026-03-03T10:59:59.999Z' }, true],
    [{ timeMin: '2026-03-03T12:30:00+02:00', timeMax: '2026-03-03T13:00:00+02:00' }, true],
  ])('%j holds it: %s', (params, holds) => {
    const anna = hands(ANNA);
    anna.insert(hour());
    expect(anna.list(params).items).toHaveLength(holds ? 1 : 0);
  });

  test('holds a series when an occurrence lies in it', () => {
    const anna = hands(ANNA);
    anna.insert(series('FREQ=WEEKLY;COUNT=3'));
    const at = (day: number) =>
      anna.list({ timeMin: stamp(day, 0), timeMax: stamp(day + 1, 0) }).items.length;
    expect([2, 3, 9, 16, 23].map(at)).toEqual([1, 0, 1, 1, 0]);
  });

  test('begins and ends all-day events at midnight of the calendar', () => {
    const anna = hands(ANNA);
    anna.call('calendars.patch', { calendarId: 'primary' }, { timeZone: 'Europe/Helsinki' });
    anna.insert({ start: { date: '2026-03-03' }, end: { date: '2026-03-04' } });
    const found = (timeMin: string, timeMax: string) =>
      anna.list({ timeMin, timeMax }).items.length;
    expect(found('2026-03-02T21:00:00Z', '2026-03-02T22:00:00Z')).toBe(0);
    expect(found('2026-03-02T21:00:00Z', '2026-03-02T22:00:01Z')).toBe(1);
    expect(found('2026-03-03T22:00:00Z', '2026-03-04T22:00:00Z')).toBe(0);
  });

  test('may not be empty', () => {
    expect(
      refusal(() => hands(ANNA).list({ timeMin: stamp(3, 10), timeMax: stamp(3, 10) })),
    ).toEqual({
      code: 400,
      reason: 'timeRangeEmpty',
      message: 'The specified time range is empty.',
    });
  });

  test('needs an offset', () => {
    expect(refusal(() => hands(ANNA).list({ timeMin: '2026-03-03T10:00:00' }))).toMatchObject({
      code: 400,
    });
  });
});

describe('an order', () => {
  test('by start needs single events', () => {
    expect(refusal(() => hands(ANNA).list({ orderBy: 'startTime' }))).toEqual({
      code: 400,
      reason: 'invalid',
      message: 'The requested ordering is not available for the particular query.',
    });
  });

  test('by start puts occurrences among single events', () => {
    const anna = hands(ANNA);
    anna.insert(series('FREQ=DAILY;COUNT=3'));
    anna.insert({ ...hour(3, 7), summary: 'Before' });
    const answer = anna.list({ singleEvents: true, orderBy: 'startTime' });
    expect(summaries(answer)).toEqual(['Series', 'Before', 'Series', 'Series']);
    expect(answer.nextSyncToken).toBeUndefined();
  });

  test('by update goes from old to new', () => {
    const anna = hands(ANNA);
    const [a] = ['A', 'B'].map((summary) => {
      anna.workspace.clock.advance(1000);
      return anna.insert({ ...hour(), summary }).id;
    });
    anna.workspace.clock.advance(1000);
    anna.patch(a!, { location: 'x' });
    expect(summaries(anna.list({ orderBy: 'updated' }))).toEqual(['B', 'A']);
  });
});

describe('a search', () => {
  test.each([
    ['budget', ['In title', 'In description']],
    ['BUDGET meeting', ['In title']],
    ['ben@acme', ['With Ben']],
    ['nothing', []],
  ])('for %s', (q, expected) => {
    const anna = hands(ANNA);
    anna.insert({ ...hour(), summary: 'In title', location: 'Budget Meeting room' });
    anna.insert({ ...hour(), summary: 'In description', description: 'the budget' });
    anna.insert({ ...hour(), summary: 'With Ben', attendees: [{ email: 'ben@acme.example' }] });
    expect(summaries(anna.list({ q }))).toEqual(expected);
    expect(anna.list({ q }).nextSyncToken).toBeUndefined();
  });
});

describe('deleted events are shown', () => {
  const company = () => {
    const anna = hands(ANNA);
    const single = anna.insert({ ...hour(), summary: 'Single' }).id;
    const dead = anna.insert({ ...series('FREQ=DAILY;COUNT=2'), summary: 'Dead' }).id;
    const live = anna.insert({ ...series('FREQ=DAILY;COUNT=2'), summary: 'Live' }).id;
    const occurrence = anna.instances(live).items[0].id;
    anna.remove(occurrence);
    anna.remove(single);
    anna.remove(dead);
    return {
      anna,
      single,
      dead,
      live,
      occurrence,
      second: `${live}_20260303T080000Z`,
      dead1: `${dead}_20260302T080000Z`,
      dead2: `${dead}_20260303T080000Z`,
    };
  };

  test.each([
    ['as series, unasked: only cancelled occurrences of living series', {}, ['live', 'occurrence']],
    ['as single events, unasked: none', { singleEvents: true }, ['second']],
    ['as series, asked: all', { showDeleted: true }, ['single', 'dead', 'live', 'occurrence']],
    [
      'as single events, asked: the occurrences of a deleted series, not the series',
      { singleEvents: true, showDeleted: true },
      ['single', 'dead1', 'dead2', 'second', 'occurrence'],
    ],
    [
      'as single events of a window, asked: those of the deleted occurrences that are in it',
      {
        singleEvents: true,
        showDeleted: true,
        timeMin: '2026-03-03T00:00:00Z',
        timeMax: '2026-03-03T09:00:00Z',
      },
      ['dead2', 'second'],
    ],
    [
      'as single events since an update time, unasked: deleted occurrences too',
      { singleEvents: true, updatedMin: '2026-03-02T07:00:00Z' },
      ['single', 'dead1', 'dead2', 'second', 'occurrence'],
    ],
  ])('%s', (_, params, expected) => {
    const { anna, ...known } = company();
    expect(ids(anna.list(params).items)).toEqual(
      expected.map((name) => known[name as keyof typeof known]),
    );
  });

  test('deleted occurrences of a deleted series are listed as deleted', () => {
    const { anna, dead } = company();
    const items = anna.list({ singleEvents: true, showDeleted: true }).items as Answer[];
    const told = items.filter(({ recurringEventId }) => recurringEventId === dead);
    expect(told.map(({ status }) => status)).toEqual(['cancelled', 'cancelled']);
  });

  test('if there is an update time, always', () => {
    const { anna, single } = company();
    const items = anna.list({ updatedMin: '2026-03-02T07:00:00Z' }).items;
    expect(items.find(({ id }: { id: string }) => id === single)).toEqual({
      kind: 'calendar#event',
      etag: expect.any(String),
      id: single,
      status: 'cancelled',
    });
  });
});

test('changes since a time are listed; too long ago is refused', () => {
  const anna = hands(ANNA);
  anna.insert({ ...hour(), summary: 'Old' });
  anna.workspace.clock.advance(3_600_000);
  anna.insert({ ...hour(), summary: 'New' });
  expect(summaries(anna.list({ updatedMin: '2026-03-02T08:30:00Z' }))).toEqual(['New']);
  expect(refusal(() => anna.list({ updatedMin: '2025-03-02T08:30:00Z' }))).toEqual({
    code: 410,
    reason: 'updatedMinTooLongAgo',
    message: 'The requested minimum modification time lies too far in the past.',
  });
});

test('an iCalUID finds a series and its exceptions', () => {
  const anna = hands(ANNA);
  anna.insert(hour());
  const { id, iCalUID } = anna.insert(series('FREQ=DAILY;COUNT=3'));
  const moved = `${id}_20260303T080000Z`;
  anna.patch(moved, { location: 'Elsewhere' });
  expect(ids(anna.list({ iCalUID }).items)).toEqual([id, moved]);
});

test('event types can be chosen', () => {
  const anna = hands(ANNA);
  anna.insert({ ...hour(), summary: 'Meeting' });
  anna.insert({ ...hour(), summary: 'Focus', eventType: 'focusTime' });
  expect(summaries(anna.list({ eventTypes: ['focusTime'] }))).toEqual(['Focus']);
  expect(summaries(anna.list({ eventTypes: ['focusTime', 'default'] }))).toEqual([
    'Meeting',
    'Focus',
  ]);
  expect(summaries(anna.list())).toEqual(['Meeting', 'Focus']);
});

test('a window may begin with the first second of 1970', () => {
  const anna = hands(ANNA);
  anna.insert(hour());
  expect(anna.list({ timeMin: '1970-01-01T00:00:00Z' }).items).toHaveLength(1);
});

test('an unchanged list is not sent again, a changed one is', () => {
  const anna = hands(ANNA);
  const { etag } = anna.list();
  const again = () =>
    anna.call('events.list', { calendarId: 'primary' }, null, { ifNoneMatch: etag });
  expect(refusal(again)).toMatchObject({ code: 304 });
  anna.insert(hour());
  expect(again().items).toHaveLength(1);
});

test('an all-day event that ends on the day it starts is kept so, and listed on that day', () => {
  const anna = hands(ANNA);
  const day = { start: { date: '2026-03-04' }, end: { date: '2026-03-04' } };
  const { id } = anna.insert(day);
  expect(anna.get(id)).toMatchObject(day);
  expect(anna.patch(id, { summary: 'Renamed' })).toMatchObject(day);
  const window = { timeMin: '2026-03-04T00:00:00Z', timeMax: '2026-03-05T00:00:00Z' };
  expect(ids(anna.list(window).items)).toEqual([id]);
  const { id: seriesId } = anna.insert({ ...day, recurrence: ['RRULE:FREQ=DAILY;COUNT=2'] });
  const spans = anna.instances(seriesId).items as Answer[];
  expect(spans.map(({ start, end }) => [start.date, end.date])).toEqual([
    ['2026-03-04', '2026-03-04'],
    ['2026-03-05', '2026-03-05'],
  ]);
});

test('an event shows who created it with their name', () => {
  const anna = hands(ANNA);
  expect(anna.insert(hour()).creator).toEqual({
    email: ANNA,
    displayName: 'anna Example',
    self: true,
  });
});
