import type { LocalWorkspace } from '../../local-workspace';
import { managerAddressOf } from '../../workspace/directory/managers';
import { findUser } from '../../workspace/directory/accounts';
import { domainOf } from '../../workspace/directory/addresses';
import type { UserRecord } from '../../workspace/state/directory';
import { onCalendarOf } from './acting';
import type { LocalDates } from './local-dates';
import kinds from './own-events.json';

interface TimedKind {
  readonly title: string;
  readonly minutes: number;
  readonly hour?: number;
  readonly location?: string;
  readonly guest?: string;
  readonly withManager?: boolean;
  readonly visibility?: string;
  readonly transparency?: string;
}

interface AllDayKind {
  readonly title: string;
  readonly days: number;
  readonly transparency: string;
}

const TIMED = kinds.timed as readonly TimedKind[];
const ALL_DAY = kinds.allDay as readonly AllDayKind[];

/** From four weeks before the present week to four weeks after it. */
const FIRST_DAY = -28;
const DAYS = 63;

/** A person's calendar, and what is needed to make its events. */
interface Diary {
  readonly workspace: LocalWorkspace;
  readonly dates: LocalDates;
  readonly user: UserRecord;
  readonly zone: string;
}

/** Everybody's own events: timed and all-day ones, private ones, with guests and without; some people are away. */
export function seedOwnEvents(workspace: LocalWorkspace, dates: LocalDates): void {
  const { random, state } = workspace;
  for (const user of Object.values(state.directory.users).filter(keepsCalendar)) {
    const diary = { workspace, dates, user, zone: zoneOf(user) };
    // Google Calendar stores the zone when somebody opens it for the first time.
    workspace.act(
      user.primaryEmail,
      'calendar.calendars.patch',
      { calendarId: 'primary' },
      { timeZone: diary.zone },
    );
    for (let count = 3 + random.int(4); count > 0; count--) addTimed(diary);
    if (random.next() < 0.6) addAllDay(diary);
    if (random.next() < 0.2) addAway(diary, 'outOfOffice', 'Holiday');
    if (random.next() < 0.2) addAway(diary, 'focusTime', 'Focus time');
  }
}

const keepsCalendar = ({ deletionTime, suspended, archived, servicesOff, profile }: UserRecord) =>
  deletionTime === undefined &&
  !suspended &&
  !archived &&
  !servicesOff.includes('calendar') &&
  profile.includeInGlobalAddressList !== false;

const zoneOf = ({ primaryEmail, orgUnitPath }: UserRecord): string => {
  if (domainOf(primaryEmail) === 'brightwater.example') return 'Europe/London';
  return orgUnitPath.endsWith('/Stockholm') ? 'Europe/Stockholm' : 'Europe/Helsinki';
};

const workday = ({ workspace: { random } }: Diary): number => {
  const day = FIRST_DAY + random.int(DAYS);
  return ((day % 7) + 7) % 7 > 4 ? day - 2 : day;
};

/** At most this long after the previous event: all of them together take less than two months. */
const BETWEEN_MS = 2 * 60 * 60 * 1000;

function insert({ workspace, user }: Diary, event: object): void {
  workspace.clock.advance(workspace.random.int(BETWEEN_MS));
  onCalendarOf(workspace, user.primaryEmail)('insert', { sendUpdates: 'none' }, event);
}

function addTimed(diary: Diary): void {
  const { workspace, dates, zone } = diary;
  const { random } = workspace;
  const { title, minutes, hour, withManager, guest, ...more } = TIMED[random.int(TIMED.length)]!;
  const day = workday(diary);
  const start = (hour ?? 8 + random.int(8)) * 60 + 15 * random.int(4);
  const email = withManager ? managerIn(diary) : guest;
  insert(diary, {
    summary: title,
    start: { dateTime: dates.time(day, start), timeZone: zone },
    end: { dateTime: dates.time(day, start + minutes), timeZone: zone },
    ...(email !== undefined && { attendees: [{ email }] }),
    ...more,
  });
}

/** The manager's address, when there is a manager. */
const managerIn = ({ workspace, user }: Diary): string | undefined =>
  findUser(workspace.state.directory, managerAddressOf(user) ?? '')?.primaryEmail;

function addAllDay(diary: Diary): void {
  const { workspace, dates } = diary;
  const { title, days, transparency } = ALL_DAY[workspace.random.int(ALL_DAY.length)]!;
  const day = workday(diary);
  insert(diary, {
    summary: title,
    start: { date: dates.date(day) },
    end: { date: dates.date(day + days) },
    transparency,
  });
}

function addAway(diary: Diary, eventType: 'outOfOffice' | 'focusTime', summary: string): void {
  const { dates, zone } = diary;
  const day = workday(diary);
  const [from, to] = eventType === 'outOfOffice' ? [0, 5 * 24 * 60] : [13 * 60, 15 * 60];
  insert(diary, {
    summary,
    eventType,
    start: { dateTime: dates.time(day, from), timeZone: zone },
    end: { dateTime: dates.time(day, to), timeZone: zone },
    [`${eventType}Properties`]: { autoDeclineMode: 'declineNone' },
  });
}
