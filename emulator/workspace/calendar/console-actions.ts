import { ConsoleRefusal, type AdminAction, type AdminActions } from '../admin-action';
import type { JsonObject } from '../api-method';
import type { Caller, UserPrincipal } from '../caller';
import { oneOf, requiredText } from '../action-input';
import { splitSeries } from './split-series';
import { isTimeZone } from './time-zones';
import { changeSetting } from './user-settings';

/** `{calendarId, eventId, change, sendUpdates}`: "This and following events". A `change` of null deletes them. */
const split: AdminAction = (workspace, actor, input) => {
  const { change } = input;
  if (typeof change !== 'object' || Array.isArray(change))
    throw new ConsoleRefusal('change is a patch of the event, or null.');
  const eventId = splitSeries(workspace, inCalendar(actor), {
    calendarId: requiredText(input, 'calendarId'),
    eventId: requiredText(input, 'eventId'),
    change: change as JsonObject | null,
    sendUpdates: oneOf(input, 'sendUpdates', ['all', 'externalOnly', 'none']),
  });
  return { eventId };
};

/** `{setting, value}`: one of the person's own settings, as the API lists them. */
const setSetting: AdminAction = (workspace, actor, input) => {
  const setting = oneOf(input, 'setting', ['timezone', 'weekStart', 'format24HourTime']);
  const value = requiredText(input, 'value');
  if (setting === 'timezone' && !isTimeZone(value))
    throw new ConsoleRefusal(`There is no time zone ${value}.`);
  changeSetting(workspace, actor.email, setting, value);
};

const inCalendar = (principal: UserPrincipal): Caller => ({
  principal,
  scopes: new Set(['https://www.googleapis.com/auth/calendar']),
  clientId: 'google',
  projectNumber: null,
  applicationName: 'Google',
  impersonated: false,
  cause: 'person',
  ipAddress: '198.51.100.7',
});

/** What Google Calendar can do and its public API cannot. */
export const calendarActions: AdminActions = {
  'calendar.splitSeries': split,
  'calendar.changeSetting': setSetting,
};
