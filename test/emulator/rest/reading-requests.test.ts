import { apiMethodDescription } from '../../../emulator/discovery/discovery';
import { readBody } from '../../../emulator/rest/read-body';
import { readParams } from '../../../emulator/rest/read-params';
import type { JsonObject } from '../../../emulator/workspace/api-method';
import { GoogleError } from '../../../emulator/workspace/google-error';

const method = (id: string) => apiMethodDescription(id)!;

/** The refusal, as code, reason and message. */
function refusal(work: () => unknown): unknown {
  try {
    return { accepted: work() };
  } catch (error) {
    if (!(error instanceof GoogleError)) throw error;
    return [error.code, error.reason, error.message];
  }
}

describe('parameters of an older API', () => {
  const list = (params: object) =>
    readParams(method('calendar.events.list'), { calendarId: 'primary', ...params });

  test('have the types and the defaults that Discovery gives', () => {
    expect(
      list({ singleEvents: 'TRUE', maxAttendees: '3', eventTypes: ['default', 'focusTime'] }),
    ).toEqual({
      calendarId: 'primary',
      singleEvents: true,
      maxAttendees: 3,
      maxResults: 250,
      eventTypes: ['default', 'focusTime'],
    });
  });

  test('that are unknown are ignored', () => {
    expect(list({ nonsense: '1' })).not.toHaveProperty('nonsense');
  });

  test.each([
    [{ calendarId: undefined }, 'required', 'Required parameter: calendarId'],
    [{ maxResults: 'undefined' }, 'invalidParameter', "Invalid integer value: 'undefined'."],
    [{ maxResults: '2147483648' }, 'invalidParameter', "Invalid integer value: '2147483648'."],
    [
      { maxResults: '0' },
      'invalidParameter',
      "Invalid value '0'. Values must be within the range: [1, 2147483647]",
    ],
    [{ singleEvents: 'ja' }, 'invalidParameter', "Invalid boolean value: 'ja'."],
    [
      { orderBy: 'length' },
      'invalidParameter',
      "Invalid string value: 'length'. Allowed values: [startTime, updated]",
    ],
    [{ timeMin: '2026-03-02' }, 'badRequest', 'Bad Request'],
    [{ timeMin: '2026-03-02T10:00:00' }, 'badRequest', 'Bad Request'],
  ])('%j are refused in its words', (params, reason, message) => {
    expect(refusal(() => list(params))).toEqual([400, reason, message]);
  });
});

describe('parameters of a newer API', () => {
  const list = (params: object) => readParams(method('directory.users.list'), { ...params });

  test.each([
    [
      { nonsense: '1' },
      'badRequest',
      `Invalid JSON payload received. Unknown name "nonsense": Cannot bind query parameter. Field 'nonsense' could not be found in request message.`,
    ],
    [{ maxResults: 'many' }, 'invalid', `Invalid value at 'max_results' (TYPE_INT32), "many"`],
    [
      { maxResults: '501' },
      'invalidParameter',
      "Invalid value '501'. Values must be within the range: [value: 1\n, value: 500\n]",
    ],
  ])('%j are refused in its words', (params, reason, message) => {
    expect(refusal(() => list(params))).toEqual([400, reason, message]);
  });

  test('may write an enum in any letter case', () => {
    expect(list({ orderBy: 'EMAIL' })).toMatchObject({ orderBy: 'email', maxResults: 100 });
  });

  test('must fit the pattern that Discovery has, except for defaults', () => {
    const activities = (params: object) =>
      readParams(method('reports.activities.list'), {
        userKey: 'all',
        applicationName: 'admin',
        ...params,
      });
    expect(activities({})).toMatchObject({ orgUnitID: '', maxResults: 1000 });
    expect(refusal(() => activities({ startTime: 'yesterday' }))).toMatchObject([
      400,
      'invalidParameter',
      expect.stringContaining('regular expression'),
    ]);
  });
});

describe('the body of a request to an older API', () => {
  const insert = (body: JsonObject) => readBody(method('calendar.events.insert'), body);

  test('is the same object where nothing needs a change', () => {
    const body = {
      summary: 'x',
      start: { dateTime: '2026-03-02T10:00:00Z' },
      attendees: [{ email: 'a@b.example' }],
    };
    expect(insert(body)).toBe(body);
  });

  test('loses unknown fields, at every depth, without changing what was handed over', () => {
    const body = { summary: 'x', nonsense: 1, start: { date: '2026-03-02', nonsense: {} } };
    expect(insert(body)).toEqual({ summary: 'x', start: { date: '2026-03-02' } });
    expect(body).toHaveProperty('nonsense');
  });

  test('keeps null, which clears a field, and reads scalars leniently', () => {
    expect(insert({ location: null, summary: 5, sequence: '2', guestsCanModify: 'true' })).toEqual({
      location: null,
      summary: '5',
      sequence: 2,
      guestsCanModify: true,
    });
  });

  test('may hold any names where the schema says so', () => {
    const body = { extendedProperties: { private: { origin: 'a', 'with space': 'b' } } };
    expect(insert(body)).toBe(body);
  });

  test.each([
    [{ attendees: 'a@b.example' }, 'parseError', 'Parse Error'],
    [{ start: '2026-03-02' }, 'parseError', 'Parse Error'],
    [{ summary: {} }, 'parseError', 'Parse Error'],
    [
      { start: { dateTime: 'tomorrow' } },
      'invalid',
      'Invalid value for: Invalid format: "tomorrow" is malformed at "tomorrow"',
    ],
  ])('%j is refused', (body, reason, message) => {
    expect(refusal(() => insert(body))).toEqual([400, reason, message]);
  });
});

describe('the body of a request to a newer API', () => {
  const update = (body: JsonObject) => readBody(method('sheets.spreadsheets.batchUpdate'), body);

  test.each([
    [
      { nonsense: 1 },
      'badRequest',
      'Invalid JSON payload received. Unknown name "nonsense": Cannot find field.',
    ],
    [
      { requests: [{}, { updateCells: { nonsense: 1 } }] },
      'badRequest',
      `Invalid JSON payload received. Unknown name "nonsense" at 'requests[1].update_cells': Cannot find field.`,
    ],
    [
      { requests: [{ updateCells: { range: { sheetId: 'x' } } }] },
      'invalid',
      `Invalid value at 'requests[0].update_cells.range.sheet_id' (TYPE_INT32), "x"`,
    ],
    [
      { requests: [{ updateCells: { range: { sheetId: 1.5 } } }] },
      'invalid',
      `Invalid value at 'requests[0].update_cells.range.sheet_id' (TYPE_INT32), 1.5`,
    ],
    [
      { requests: 'all' },
      'invalid',
      `Invalid value at 'requests[0]' (type.googleapis.com/google.apps.sheets.v4.Request), "all"`,
    ],
    [
      { includeSpreadsheetInResponse: [] },
      'badRequest',
      'Invalid JSON payload received. Unknown name "includeSpreadsheetInResponse": Proto field is not repeating, cannot start list.',
    ],
    [
      { requests: [{ updateCells: { fields: {} } }] },
      'invalid',
      `Invalid value at 'requests[0].update_cells' (fields), Starting an object on a scalar field`,
    ],
    [
      { requests: [{ updateCells: { fields: 5 } }] },
      'invalid',
      `Invalid value at 'requests[0].update_cells.fields' (TYPE_STRING), 5`,
    ],
    [
      { requests: [{ insertDimension: { range: { dimension: 'DIAGONAL' } } }] },
      'invalid',
      `Invalid value at 'requests[0].insert_dimension.range.dimension' (type.googleapis.com/google.apps.sheets.v4.Dimension), "DIAGONAL"`,
    ],
  ])('%j is refused with the place', (body, reason, message) => {
    expect(refusal(() => update(body))).toEqual([400, reason, message]);
  });

  test('is refused for everything that is wrong with it, at once', () => {
    expect(refusal(() => update({ a: 1, b: 2 }))).toEqual([
      400,
      'badRequest',
      expect.stringMatching(/"a".*\n.*"b"/),
    ]);
  });

  test('loses fields that only Google writes', () => {
    const insert = readBody(method('directory.users.insert'), {
      primaryEmail: 'x@acme.example',
      isAdmin: true,
      id: '5',
    });
    expect(insert).toEqual({ primaryEmail: 'x@acme.example', id: '5' });
  });

  test('may hold any values in a cell', () => {
    const body = { values: [[1, 'a', null, true]] };
    expect(readBody(method('sheets.spreadsheets.values.update'), body)).toBe(body);
  });
});
