import type { Answer, Caller } from '../../src/card/action';
import type { CalendarActionPorts } from '../../src/calendar/panel/action-ports';
import { CALENDAR } from '../../src/calendar/panel/action-names';
import { calendarActions } from '../../src/calendar/panel/actions';
import type { Organization } from '../../src/calendar/boards/state';
import { fail, ok, type Result } from '../../src/kit/result';
import type { Failure } from '../../src/kit/failure';
import { privateCopies } from '../../src/calendar/runner/private-copies';
import { Company, CUSTOMER, idOf, TYPES } from './company';
import { MemoryListedStore } from './memory-company';

export const callerOf = (email: string): Caller => ({
  userId: idOf(email),
  email,
  domain: email.split('@')[1]!,
});

/** The side panel and the Admin page of a company's people: buttons pressed by name. */
export class Desk {
  readonly own = new Map<string, MemoryListedStore>();
  readonly watching = new Set<string>();
  isSetUp = true;
  mayWatch = true;

  constructor(readonly company = new Company()) {}

  private organization = (): Organization =>
    this.isSetUp
      ? {
          kind: 'set-up',
          customer: CUSTOMER,
          isCalendarOn: this.company.isOn,
          everyMinutes: this.company.everyMs / 60_000,
        }
      : { kind: 'not-set-up' };

  ports(email: string): CalendarActionPorts {
    const { company } = this;
    const own = this.own.get(email) ?? new MemoryListedStore();
    this.own.set(email, own);
    return {
      clock: company.clock,
      organizationOf: this.organization,
      own,
      properties: company.properties,
      cache: company.cache,
      ownEvents: () => ok([]),
      lock: company.lock,
      watchOwnCalendar: (): Result<null, Failure> => {
        if (!this.mayWatch) return fail({ kind: 'too-many-triggers' });
        this.watching.add(email);
        return ok(null);
      },
      openEvent: ({ eventId: id }) => fail({ kind: 'not-found', id }),
      stopWatching: () => {
        this.watching.delete(email);
        return ok(null);
      },
      admin: {
        switchCalendar: (_, isOn) => {
          company.isOn = isOn;
          return ok(null);
        },
        work: { types: () => ok(TYPES) },
        settings: {
          load: () => ok(company.settings),
          save: (settings) => {
            company.settings = settings;
            return ok(null);
          },
        },
        connections: company.connections,
        madeCopies: () => ok({ entries: 0, people: 0 }),
        privateCopies: (choice) =>
          privateCopies({ connections: company.connections, calendars: company.records }, choice),
        records: company.records,
        typeCopies: () => ok({ entries: 0, people: 0 }),
        workbookUrl: () => 'https://docs.google.com/spreadsheets/d/x',
      },
    };
  }

  press(
    email: string,
    name: (typeof CALENDAR)[keyof typeof CALENDAR],
    inputs: Readonly<Record<string, readonly string[]>> = {},
  ): Answer {
    const actions = calendarActions(this.ports(email));
    return actions[name]!.run(inputs, callerOf(email));
  }

  /** What the person's homepage says. */
  says = (email: string): string => JSON.stringify(this.press(email, CALENDAR.home).card);
}
