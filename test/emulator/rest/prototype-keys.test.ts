import { allScopes } from '../../../emulator/rest/all-scopes';
import { answerRequest } from '../../../emulator/server/answer';
import { tokenFor } from '../../../emulator/workspace/oauth/tokens';
import {
  apiMethodDescriptions,
  DOCUMENTS,
  type SchemaDescription,
} from '../../../emulator/discovery/discovery';
import { NotEmulated } from '../../../emulator/kit/not-emulated';
import { LocalWorkspace } from '../../../emulator/local-workspace';
import { seedCompany, SEED_NOW } from '../../../emulator/seed/company';
import type { JsonObject } from '../../../emulator/workspace/api-method';
import { GoogleError } from '../../../emulator/workspace/google-error';

const KEYS = ['__proto__', 'toString', 'constructor', 'hasOwnProperty', 'valueOf'];
const ADMIN = 'admin@havu.example';
const state = seedCompany(1);

type Method = ReturnType<typeof apiMethodDescriptions> extends Iterable<infer M> ? M : never;

/** What goes wrong, other than as Google refuses. */
function bugOf(
  workspace: LocalWorkspace,
  id: string,
  params: object,
  body: object | null,
): string[] {
  try {
    workspace.act(ADMIN, id, params, body);
  } catch (error) {
    if (error instanceof GoogleError ? error.code < 500 : error instanceof NotEmulated) return [];
    const [words, ...at] = (error as Error).stack?.split('\n') ?? [];
    return [
      `${id} ${JSON.stringify(params)} ${JSON.stringify(body)}: ${words}${at.slice(0, 3).join('')}`,
    ];
  }
  return [];
}

/** Parameters of which one or all are this text, the others such as exist. */
function paramsOf(
  { parameters }: Method,
  key: string,
  good: Readonly<Record<string, string>>,
): object[] {
  const names = Object.entries(parameters);
  const inPath = names.filter(([, { location }]) => location === 'path').map(([name]) => name);
  const query = names
    .filter(([, { location, type }]) => location === 'query' && type === 'string')
    .map(([name]) => name);
  const all = Object.fromEntries(inPath.map((name) => [name, key]));
  const fine = Object.fromEntries(inPath.map((name) => [name, good[name] ?? key]));
  return [
    all,
    ...inPath.map((name) => ({ ...fine, [name]: key })),
    ...query.map((name) => ({ ...fine, [name]: key })),
  ];
}

/** A resource in which every text and every name that the client chooses is this one. */
function bodyOf(
  api: Method['api'],
  schema: SchemaDescription | undefined,
  key: string,
  depth = 0,
): unknown {
  if (!schema || depth > 4) return undefined;
  if (schema.$ref !== undefined)
    return bodyOf(api, DOCUMENTS[api].schemas[schema.$ref], key, depth + 1);
  if (schema.type === 'array') return [bodyOf(api, schema.items, key, depth + 1)];
  if (schema.additionalProperties)
    return { [key]: bodyOf(api, schema.additionalProperties, key, depth + 1) ?? key };
  if (schema.properties)
    return Object.fromEntries(
      Object.entries(schema.properties).flatMap(([name, inner]) => {
        const value = bodyOf(api, inner, key, depth + 1);
        return value === undefined ? [] : [[name, value]];
      }),
    );
  return schema.type === 'string' && !schema.enum && !schema.format ? key : undefined;
}

test.each(KEYS)('a name that every object has, %s, is nobody’s and nothing’s', (key) => {
  const workspace = new LocalWorkspace({
    state: structuredClone(state),
    startAt: SEED_NOW,
    latency: 'none',
  });
  const made = (method: string, body: object): JsonObject =>
    workspace.act(
      ADMIN,
      method,
      method.startsWith('calendar') ? { calendarId: 'primary' } : {},
      body,
    ) as JsonObject;
  const event = made('calendar.events.insert', {
    start: { date: '2026-03-02' },
    end: { date: '2026-03-03' },
  });
  const { spreadsheetId } = made('sheets.spreadsheets.create', { properties: { title: 'x' } });
  const { groups } = state.directory;
  const good = {
    calendarId: 'primary',
    eventId: String(event.id),
    userKey: ADMIN,
    groupKey: Object.values(groups)[0]!.email,
    customer: 'my_customer',
    customerId: 'my_customer',
    spreadsheetId: String(spreadsheetId),
    fileId: String(spreadsheetId),
    range: 'A1',
    applicationName: 'token',
  };
  const bugs = [...apiMethodDescriptions()].flatMap((method) => {
    const sets = paramsOf(method, key, good);
    const whole =
      method.request === null
        ? null
        : (bodyOf(method.api, DOCUMENTS[method.api].schemas[method.request], key) as JsonObject);
    // One field at a time, since the first that is refused hides the others.
    const bodies =
      whole === null
        ? [null]
        : [{}, whole, ...Object.entries(whole).map(([name, value]) => ({ [name]: value }))];
    return [
      ...sets.flatMap((params) => bugOf(workspace, method.id, params, bodies[0]!)),
      ...bodies.slice(1).flatMap((body) => bugOf(workspace, method.id, sets[0]!, body)),
      ...bodies
        .slice(1)
        .flatMap((body) =>
          bugOf(
            workspace,
            method.id,
            Object.fromEntries(
              Object.keys(sets[0]!).map((name) => [name, good[name as keyof typeof good] ?? key]),
            ),
            body,
          ),
        ),
    ];
  });
  expect(bugs).toEqual([]);
});

afterAll(() => {
  // Nothing was written into what all objects of the process inherit.
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('who asks for such a name is answered 404', () => {
  const workspace = new LocalWorkspace({ state: structuredClone(state), startAt: SEED_NOW });
  const get = (path: string): number =>
    answerRequest(workspace, {
      method: 'GET',
      url: `http://localhost${path}`,
      headers: { authorization: `Bearer ${tokenFor(workspace, ADMIN, allScopes()).token}` },
      body: '',
    }).status;

  test.each(KEYS)('%s', (key) => {
    const paths = [
      `/calendar/v3/calendars/${key}`,
      `/calendar/v3/calendars/primary/events/${key}`,
      `/calendar/v3/users/me/calendarList/${key}`,
      `/admin/directory/v1/customer/my_customer/schemas/${key}`,
      `/drive/v3/files/${key}`,
      `/v4/spreadsheets/${key}`,
      `/${key}`,
      `/macros/s/${key}/exec`,
    ];
    expect(paths.map((path) => `${path} ${get(path)}`)).toEqual(paths.map((path) => `${path} 404`));
    // What is neither an address nor an id is malformed to the Directory API.
    expect([404, 400]).toContain(get(`/admin/directory/v1/users/${key}`));
    expect([404, 400]).toContain(get(`/admin/directory/v1/groups/${key}`));
  });
});

test.each(['Bad Name: x', 'Content Type: application/json', ' : ', 'no colon'])(
  'a header %j in a part of a batch is no fault of the local Workspace',
  (line) => {
    const workspace = new LocalWorkspace({ state: structuredClone(state), startAt: SEED_NOW });
    const token = tokenFor(workspace, ADMIN, allScopes()).token;
    const body = [
      '--b',
      'Content-Type: application/http',
      line,
      '',
      'GET /calendar/v3/colors HTTP/1.1',
      line,
      '',
      '--b--',
      '',
    ].join('\r\n');
    const { status, body: answer } = answerRequest(workspace, {
      method: 'POST',
      url: 'http://localhost/batch/calendar/v3',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'multipart/mixed; boundary=b' },
      body,
    });
    expect([status, String(answer)]).toEqual([200, expect.not.stringContaining('local-workspace')]);
  },
);
