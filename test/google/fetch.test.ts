import type { PlannedFault } from '../../emulator/runtime/faults';
import { googleJson } from '../../src/google/google-answer';
import { batchAnswers } from '../../src/google/batch-message';
import { calendarScript } from './calendar-script';
import { googleScript, inGoogle, runGoogle, SCOPES } from './in-google';

const URL = 'https://www.googleapis.com/calendar/v3/colors';

/** The status of a response, or the failure of a request. */
const fetched = (body: string, faults: readonly PlannedFault[] = [], options: object = {}) => {
  const workspace = googleScript(
    `const short = (answer) => (answer.ok ? answer.value.status : answer.failure);
     function f() { return ${body} }`,
    options,
  );
  workspace.faults.plan(faults);
  return runGoogle(workspace, 'f');
};

const ONE = `short(G.fetchOne({ url: '${URL}' }))`;
const THREE = `G.fetchMany(['${URL}', '${URL}', '${URL}'].map((url) => ({ url }))).map(short)`;
const timeout: PlannedFault = { at: 2, method: 'urlfetch.fetch', fault: { kind: 'timeout' } };

describe('a request', () => {
  test('that is refused still has a response', () => {
    expect(fetched(ONE)).toBe(403);
  });

  test('without a response has timed out', () => {
    const failure = { kind: 'timed-out', service: 'www.googleapis.com' };
    expect(fetched(ONE, [{ ...timeout, at: 1 }])).toEqual(failure);
  });

  test('that fails makes all that were sent with it fail: it is unknown what they did', () => {
    const failure = { kind: 'timed-out', service: 'www.googleapis.com' };
    expect(fetched(THREE, [timeout])).toEqual([failure, failure, failure]);
  });

  test('is sent in parallel with others, 50 at a time, and responses come in order', () => {
    const many = `G.fetchMany(Array.from({ length: 51 }, (_, i) => ({ url: i === 50 ? 'https://www.googleapis.com/nothing' : '${URL}' }))).map(short)`;
    const answers = fetched(many) as number[];
    expect(answers).toHaveLength(51);
    expect(answers[49]).toBe(403);
    expect(answers[50]).toBe(404);
  });

  test.each([
    [
      'past the day’s quota',
      { limits: { FETCHES_PER_DAY: 0 } },
      { kind: 'daily-limit', service: 'urlfetch' },
    ],
    [
      'to an address that the manifest does not list',
      { manifest: { urlFetchWhitelist: ['https://other.example/'] } },
      { kind: 'url-not-allowed', host: 'www.googleapis.com' },
    ],
    [
      'without its scope',
      { manifest: { oauthScopes: SCOPES.filter((scope) => !scope.includes('external')) } },
      {
        kind: 'missing-scopes',
        scopes: ['https://www.googleapis.com/auth/script.external_request'],
      },
    ],
  ])('%s fails, and says why', (_, options, failure) => {
    expect(fetched(ONE, [], options)).toEqual(failure);
  });

  test.each(['fetchOne(ask)', 'fetchMany([ask])[0]'])(
    'with a token is not sent on by a redirect, to whatever host: G.%s [Att17]',
    (send) => {
      const workspace = googleScript(
        `function f() {
           const ask = { url: '${URL}', headers: { Authorization: 'Bearer secret' } };
           return G.${send}.value.status;
         }`,
      );
      const asked: string[] = [];
      workspace.engine.http = {
        isOurs: () => true,
        answer({ url }) {
          asked.push(url);
          const location = 'https://www.googleapis.com/elsewhere';
          return { status: url === URL ? 302 : 200, headers: { location }, body: '' };
        },
      };
      expect(runGoogle(workspace, 'f')).toBe(302);
      expect(asked).toEqual([URL]);
    },
  );

  test('sends its body, and its answer is read with its headers', () => {
    expect(
      inGoogle(`
        const { value } = G.fetchOne({ url: 'https://oauth2.googleapis.com/token', method: 'post', contentType: 'application/x-www-form-urlencoded', body: 'grant_type=ä' });
        return [value.status, JSON.parse(value.body).error, value.headers['content-type']];
      `),
    ).toEqual([400, expect.any(String), expect.stringContaining('application/json')]);
  });
});

describe('an answer of Google’s', () => {
  const about = { api: 'calendar' } as const;
  const answer = (status: number, body: string, headers = {}) => ({ status, body, headers });

  test.each([
    ['JSON', answer(200, '{"a":1}'), { ok: true, value: { a: 1 } }],
    ['nothing', answer(204, ''), { ok: true, value: null }],
  ])('is %s', (_, given, result) => {
    expect(googleJson(given, about)).toEqual(result);
  });

  test.each([
    ['a page', answer(200, '<html>')],
    ['a sentence', answer(403, 'Request rate higher than configured')],
  ])('that is %s cannot be read', (_, given) => {
    expect(googleJson(given, about)).toMatchObject({
      ok: false,
      failure: { kind: 'unreadable-answer', service: 'Google Calendar API' },
    });
  });

  test('of a broken front end is a passing fault, whatever it says', () => {
    expect(googleJson(answer(502, '<html>'), about)).toMatchObject({
      failure: { kind: 'unavailable' },
    });
    expect(googleJson(answer(429, 'Slow down', { 'retry-after': '7' }), about)).toEqual({
      ok: false,
      failure: { kind: 'rate-limited', retryAfterMs: 7_000 },
    });
  });

  test('to a request that it does not understand is told in its words', () => {
    const body = JSON.stringify({
      error: { code: 400, message: 'Bad', errors: [{ reason: 'invalid' }] },
    });
    expect(googleJson(answer(400, body), { ...about, id: 'e1' })).toMatchObject({
      ok: false,
      failure: { kind: 'rejected', reason: expect.stringContaining('Bad') as string },
    });
  });

  test('says how long to wait, and the next call waits that long', () => {
    const { run, workspace } = calendarScript(
      'anna().write(some(0, 2)).value.map(({ ok }) => ok)',
      [
        {
          method: 'calendar.events.insert',
          fault: { kind: 'error', code: 429, retryAfterSeconds: 9 },
        },
      ],
    );
    const before = workspace.clock.now();
    expect(run()).toEqual([true, true]);
    expect(workspace.clock.now() - before).toBeGreaterThanOrEqual(9_000);
  });
});

describe('a batch’s answer', () => {
  const message = (parts: readonly string[], boundary = 'b1') => ({
    status: 200,
    headers: { 'content-type': `multipart/mixed; boundary="${boundary}"` },
    body: `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--`,
  });

  test('is read part by part, in any order, with and without bodies', () => {
    const answers = batchAnswers(
      message([
        'Content-Type: application/http\r\nContent-ID: <response-1>\r\n\r\nHTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n',
        'Content-ID: <response-0>\n\nHTTP/1.1 200 OK\nETag: "1"\n\n{"a":"x\\r\\n\\r\\ny"}\n',
        'Content-ID: <response-2>\r\n\r\nHTTP/1.1 503 Service Unavailable',
        'Content-ID: <other>\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}',
        'nothing like it',
      ]),
    )!;
    expect([...answers].map(([index, { status }]) => [index, status]).sort()).toEqual([
      [0, 200],
      [1, 204],
      [2, 503],
    ]);
    expect(JSON.parse(answers.get(0)!.body)).toEqual({ a: 'x\r\n\r\ny' });
    expect(answers.get(0)!.headers).toEqual({ etag: '"1"' });
    expect(answers.get(1)!.body.trim()).toBe('');
  });

  test('that is not a multipart message is refused', () => {
    expect(batchAnswers({ status: 200, headers: {}, body: '{}' })).toBeNull();
  });
});
