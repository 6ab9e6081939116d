import type { Caller } from '../card/action';
import type { Feature, FeatureJob } from '../runs/feature';
import type { Failure } from '../kit/failure';
import { ok } from '../kit/result';
import { sayable } from './boards/sayable';
import { calendarNeeds } from './needs';
import { CALENDAR } from './panel/action-names';
import type { CalendarActionPorts } from './panel/action-ports';
import { calendarActions, calendarChanged, calendarHome } from './panel/actions';
import { openEventCard } from './panel/open-event';
import type { OrganizationPorts } from './runner/ports';
import { calendarWork, runnerPlace, type Point } from './runner/runner';

const everybodysCalendars: FeatureJob<OrganizationPorts, Point> = {
  name: 'calendar',
  // A run in which nobody was due shows nothing about the next one.
  isProof: ({ people = 0, idle = 0 }) => people + idle > 0,
  isOff: ({ isOn }) => !isOn,
  isDue: ({ isOn }) => ok(isOn),
  place: ({ points, customer }) => runnerPlace(points, customer),
  work: calendarWork,
  afterwards({ board }, ended) {
    // Another run in progress is not a failure of this one.
    if (ended.kind !== 'failed') board.tell(null);
    else if (ended.failure.kind !== 'busy') board.tell(sayable(ended.failure));
  },
};

const HEALTH_EVERY_MS = 10 * 60_000;

/** People's wishes found no room. */
const NO_ROOM: Failure = {
  kind: 'store-full',
  store: 'Your organization’s share of Tandem’s store',
};

function isTurnedOn({ organizationOf }: CalendarActionPorts, caller: Caller): boolean {
  const organization = organizationOf(caller);
  return organization.kind === 'set-up' && organization.isCalendarOn;
}

export const calendarFeature: Feature<CalendarActionPorts, OrganizationPorts> = {
  name: 'calendar',
  needs: calendarNeeds,
  places: [{ action: CALENDAR.admin, title: 'Calendars' }],
  step: { text: 'Turn calendars on', action: CALENDAR.switchOn, isDone: isTurnedOn },
  actions: calendarActions,
  calendarUpdated: calendarChanged,
  panels: { calendar: calendarHome, openEvent: openEventCard },
  jobs: [everybodysCalendars],
  health: {
    everyMs: HEALTH_EVERY_MS,
    findings: ({ wishes, clock }) =>
      wishes.isRefusing(clock.now()) ? [{ state: 'degraded', failure: NO_ROOM }] : [],
  },
};
