import type { LocalWorkspace, LocalWorkspaceOptions } from '../../../emulator/local-workspace';
import type { Caller } from '../../../emulator/workspace/caller';
import { findPrincipal } from '../../../emulator/workspace/directory/accounts';
import { GoogleError } from '../../../emulator/workspace/google-error';
import { aWorkspace } from '../../support/small-company';

/** An answer, loosely typed: these tests look into it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answer = any;

/** One person who uses the Calendar API. */
export interface Hands {
  readonly workspace: LocalWorkspace;
  call(
    method: string,
    params?: object,
    body?: object | null,
    headers?: { ifMatch?: string; ifNoneMatch?: string },
  ): Answer;
  insert(body: object, params?: object): Answer;
  list(params?: object): Answer;
  get(eventId: string, params?: object): Answer;
  patch(eventId: string, body: object, params?: object, ifMatch?: string): Answer;
  update(eventId: string, body: object, params?: object, ifMatch?: string): Answer;
  remove(eventId: string, params?: object, ifMatch?: string): Answer;
  instances(eventId: string, params?: object): Answer;
}

export const AUTH = 'https://www.googleapis.com/auth/';

/** A person acting on their primary calendar, as an API client with these scopes. */
export function handsOf(
  workspace: LocalWorkspace,
  email: string,
  scopes: readonly string[] = ['calendar'],
): Hands {
  const principal = findPrincipal(workspace.state.directory, email)!;
  const caller: Caller = {
    principal,
    scopes: new Set(scopes.map((scope) => AUTH + scope)),
    clientId: 'client.apps.googleusercontent.com',
    projectNumber: null,
    applicationName: 'Test',
    impersonated: false,
    cause: 'api',
    ipAddress: null,
  };
  const call: Hands['call'] = (method, params = {}, body = null, headers = {}) =>
    workspace.door.call(
      { methodId: `calendar.${method}`, params: { ...params }, body: body as never, ...headers },
      caller,
      null,
      0,
    );
  const on = (params: object) => ({ calendarId: 'primary', ...params });
  return {
    workspace,
    call,
    insert: (body, params = {}) => call('events.insert', on(params), body),
    list: (params = {}) => call('events.list', on(params)),
    get: (eventId, params = {}) => call('events.get', on({ eventId, ...params })),
    patch: (eventId, body, params = {}, ifMatch) =>
      call('events.patch', on({ eventId, ...params }), body, ifMatch ? { ifMatch } : {}),
    update: (eventId, body, params = {}, ifMatch) =>
      call('events.update', on({ eventId, ...params }), body, ifMatch ? { ifMatch } : {}),
    remove: (eventId, params = {}, ifMatch) =>
      call('events.delete', on({ eventId, ...params }), null, ifMatch ? { ifMatch } : {}),
    instances: (eventId, params = {}) => call('events.instances', on({ eventId, ...params })),
  };
}

export const hands = (email: string, options: Partial<LocalWorkspaceOptions> = {}): Hands =>
  handsOf(aWorkspace(options), email);

/** One hour on a day of March 2026, at ten in UTC. */
export const hour = (day = 3, at = 10): { start: object; end: object } => ({
  start: { dateTime: stamp(day, at) },
  end: { dateTime: stamp(day, at + 1) },
});

export const stamp = (day: number, at: number): string =>
  new Date(Date.UTC(2026, 2, day, at)).toISOString().replace('.000', '');

/** A series at ten in Helsinki from Monday 2 March 2026. */
export const series = (rule: string, zone = 'Europe/Helsinki'): object => ({
  summary: 'Series',
  start: { dateTime: '2026-03-02T10:00:00', timeZone: zone },
  end: { dateTime: '2026-03-02T11:00:00', timeZone: zone },
  recurrence: [`RRULE:${rule}`],
});

/** The refusal of a call: code, reason and message. */
export function refusal(work: () => unknown): Pick<GoogleError, 'code' | 'reason' | 'message'> {
  try {
    work();
  } catch (error) {
    if (error instanceof GoogleError)
      return { code: error.code, reason: error.reason, message: error.message };
    throw error;
  }
  throw new Error('The call was not refused.');
}

/** Reads a listing to its end. */
export function readAll(
  person: Hands,
  params: object = {},
): { items: Answer[]; pages: number[]; nextSyncToken: string } {
  const items: Answer[] = [];
  const pages: number[] = [];
  let page: Answer = {};
  do {
    page = person.list({ ...params, ...(page.nextPageToken && { pageToken: page.nextPageToken }) });
    items.push(...page.items);
    pages.push(page.items.length);
  } while (page.nextPageToken);
  return { items, pages, nextSyncToken: page.nextSyncToken };
}

export const ids = (items: readonly Answer[]): string[] => items.map(({ id }) => id);
