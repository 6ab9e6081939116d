import type { ApiMethods } from '../api-method';
import { aclMethods } from './acl';
import { calendarListMethods } from './calendar-list';
import { calendarMethodsOfCalendars } from './calendar-methods';
import { patchEvent, updateEvent } from './change-event';
import { channelMethods } from './channels';
import { getColors } from './colors';
import { deleteEvent } from './delete-event';
import { queryFreeBusy } from './free-busy';
import { getEvent, quickAdd } from './get-event';
import { importEvent } from './import-event';
import { insertEvent } from './insert-event';
import { listInstances } from './instances';
import { listEvents } from './list-events';
import { moveEvent } from './move-event';
import { settingsMethods } from './user-settings';

/** The methods of this API that the local Workspace answers. */
export const calendarMethods: ApiMethods = {
  ...aclMethods,
  ...calendarListMethods,
  ...calendarMethodsOfCalendars,
  ...channelMethods,
  ...settingsMethods,
  'calendar.colors.get': getColors,
  'calendar.events.delete': deleteEvent,
  'calendar.events.get': getEvent,
  'calendar.events.import': importEvent,
  'calendar.events.insert': insertEvent,
  'calendar.events.instances': listInstances,
  'calendar.events.list': listEvents,
  'calendar.events.move': moveEvent,
  'calendar.events.patch': patchEvent,
  'calendar.events.quickAdd': quickAdd,
  'calendar.events.update': updateEvent,
  'calendar.freebusy.query': queryFreeBusy,
};
