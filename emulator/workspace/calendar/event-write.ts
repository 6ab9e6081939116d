import type { AuditEvent } from '../audit-log';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { calendarIdOf } from './calendars';
import { eventChange, logCalendar, type LoggedEvent } from './event-audit';
import { touchCopy } from './event-store';
import { mailGuests, type MailKind, type SendUpdates } from './guest-mail';
import { nextStamp } from './stamps';
import type { CalendarRecord, EventCopy, EventCore, SharedFields } from '../state/calendar';

/**
 * One request's changes to events: gives every copy it touches the same new etag, and notifies the log, the mailbox and the
 * triggers when it is done.
 */
export class EventWrite {
  readonly stamp: number;
  readonly now: number;
  private readonly changed = new Set<CalendarRecord>();
  private readonly logged: AuditEvent[] = [];

  constructor(
    readonly workspace: Workspace,
    readonly caller: Caller,
    readonly sendUpdates: SendUpdates,
  ) {
    this.stamp = nextStamp(workspace);
    this.now = workspace.clock.now();
  }

  /** Marks a calendar as changed. */
  change(calendar: CalendarRecord): void {
    calendar.updated = this.now;
    this.changed.add(calendar);
  }

  /** Gives one copy a new etag and position in the change log. */
  touch(calendar: CalendarRecord, copy: EventCopy): void {
    touchCopy(calendar, copy, this.stamp);
    this.change(calendar);
  }

  /** The same for every copy of an event. */
  touchAll(core: EventCore): void {
    for (const [key, id] of Object.entries(core.copies)) {
      const calendar = this.workspace.state.calendar.calendars[key];
      const copy = calendar?.events[id];
      if (calendar && copy && copy.gone === undefined) this.touch(calendar, copy);
    }
  }

  /** Writes one event of type `event_change` to the log. */
  log(name: string, event: LoggedEvent, extra: Readonly<Record<string, string>> = {}): void {
    this.logged.push(eventChange(this.workspace, this.caller, name, event, extra));
  }

  /** Mails guests, as far as the request allows. */
  mail(
    kind: MailKind,
    core: EventCore,
    shared: SharedFields,
    to: readonly string[],
    from?: CalendarRecord,
  ): void {
    mailGuests(this.workspace, this.caller, {
      kind,
      sendUpdates: this.sendUpdates,
      core,
      shared,
      from: from ? calendarIdOf(this.workspace, from) : core.organizer.email,
      to,
    });
  }

  /** Call this once, after the last change. */
  finish(calendar: CalendarRecord): void {
    logCalendar(this.workspace, this.caller, calendar, this.logged);
    for (const each of this.changed)
      this.workspace.notifyCalendarChange(calendarIdOf(this.workspace, each), this.caller.cause);
  }
}
