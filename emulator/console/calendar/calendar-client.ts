import { act, admin, control } from '../shell/workspace-client';
import type { AclRule, CalendarEntry, CalendarEvent, SendUpdates } from './event-resource';

interface Page<T> {
  readonly items?: readonly T[];
  readonly nextPageToken?: string;
}

/** What one person can do in Calendar, by hand, as calls of the Calendar API. All of them refuse with `Refused`. */
export class CalendarClient {
  constructor(readonly account: string) {}

  /** The Workspace's time, in milliseconds. */
  async now(): Promise<number> {
    const { now } = await control<{ now: string }>('clock');
    return Date.parse(now);
  }

  async settings(): Promise<Readonly<Record<string, string>>> {
    const rows = await this.all<{ id: string; value: string }>('calendar.settings.list', {});
    return Object.fromEntries(rows.map(({ id, value }) => [id, value]));
  }

  /** Google has no API for it. */
  changeSetting(setting: string, value: string): Promise<void> {
    return admin(this.account, 'calendar.changeSetting', { setting, value });
  }

  calendars(): Promise<readonly CalendarEntry[]> {
    return this.all('calendar.calendarList.list', { maxResults: 250 });
  }

  colors(): Promise<{
    readonly calendar: Readonly<Record<string, { readonly background: string }>>;
    readonly event: Readonly<Record<string, { readonly background: string }>>;
  }> {
    return this.call('calendar.colors.get', {});
  }

  /** Events and occurrences between two instants, RFC 3339. */
  events(
    calendarId: string,
    window: { readonly timeMin: string; readonly timeMax: string; readonly timeZone: string },
  ): Promise<readonly CalendarEvent[]> {
    return this.all('calendar.events.list', {
      calendarId,
      ...window,
      singleEvents: true,
      maxResults: 2500,
    });
  }

  event(calendarId: string, eventId: string, timeZone?: string): Promise<CalendarEvent> {
    return this.call('calendar.events.get', { calendarId, eventId, ...(timeZone && { timeZone }) });
  }

  /** Occurrences of a series that begin before an instant. */
  async occurrencesBefore(calendarId: string, eventId: string, timeMax: string): Promise<number> {
    const rows = await this.all('calendar.events.instances', {
      calendarId,
      eventId,
      timeMax,
      showDeleted: true,
      maxResults: 2500,
    });
    return rows.length;
  }

  insert(calendarId: string, body: object, sendUpdates: SendUpdates): Promise<CalendarEvent> {
    return this.call('calendar.events.insert', { calendarId, sendUpdates }, body);
  }

  patch(
    { calendarId, eventId }: { readonly calendarId: string; readonly eventId: string },
    body: object,
    sendUpdates: SendUpdates,
  ): Promise<CalendarEvent> {
    return this.call('calendar.events.patch', { calendarId, eventId, sendUpdates }, body);
  }

  remove(calendarId: string, eventId: string, sendUpdates: SendUpdates): Promise<void> {
    return this.call('calendar.events.delete', { calendarId, eventId, sendUpdates });
  }

  /** Changes "This and following events", for which the API has no method. `change` null deletes them. */
  split(
    { calendarId, eventId }: { readonly calendarId: string; readonly eventId: string },
    change: object | null,
    sendUpdates: SendUpdates,
  ): Promise<{ readonly eventId: string | null }> {
    return admin(this.account, 'calendar.splitSeries', {
      calendarId,
      eventId,
      change,
      sendUpdates,
    });
  }

  subscribe(id: string): Promise<CalendarEntry> {
    return this.call('calendar.calendarList.insert', {}, { id, selected: true });
  }

  unsubscribe(calendarId: string): Promise<void> {
    return this.call('calendar.calendarList.delete', { calendarId });
  }

  changeEntry(calendarId: string, body: object): Promise<CalendarEntry> {
    return this.call('calendar.calendarList.patch', { calendarId }, body);
  }

  createCalendar(body: object): Promise<{ readonly id: string }> {
    return this.call('calendar.calendars.insert', {}, body);
  }

  changeCalendar(calendarId: string, body: object): Promise<void> {
    return this.call('calendar.calendars.patch', { calendarId }, body);
  }

  deleteCalendar(calendarId: string): Promise<void> {
    return this.call('calendar.calendars.delete', { calendarId });
  }

  rules(calendarId: string): Promise<readonly AclRule[]> {
    return this.all('calendar.acl.list', { calendarId });
  }

  share(calendarId: string, scope: AclRule['scope'], role: string): Promise<AclRule> {
    return this.call('calendar.acl.insert', { calendarId }, { scope, role });
  }

  unshare(calendarId: string, ruleId: string): Promise<void> {
    return this.call('calendar.acl.delete', { calendarId, ruleId });
  }

  private call<T>(method: string, params: object, body?: object): Promise<T> {
    return act<T>(this.account, method, params, body);
  }

  private async all<T>(method: string, params: object): Promise<T[]> {
    const items: T[] = [];
    let pageToken: string | undefined;
    do {
      const page: Page<T> = await this.call(method, { ...params, ...(pageToken && { pageToken }) });
      items.push(...(page.items ?? []));
      pageToken = page.nextPageToken;
    } while (pageToken);
    return items;
  }
}
