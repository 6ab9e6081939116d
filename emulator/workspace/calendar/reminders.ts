import type { Json, JsonObject } from '../api-method';
import { GoogleError, invalid } from '../google-error';

const OVERRIDES = 5;
/** Four weeks. */
const MINUTES = 40_320;

/** The reminders of a request, checked. Absent: the calendar's defaults. @throws GoogleError 400 */
export function readReminders(value: Json | undefined): JsonObject {
  const { useDefault, overrides } = (value ?? { useDefault: true }) as JsonObject;
  const list = (overrides ?? []) as JsonObject[];
  if (useDefault === true && list.length > 0)
    throw new GoogleError(
      400,
      'cannotUseDefaultRemindersAndSpecifyOverride',
      'Cannot specify both default reminders and overrides at the same time.',
      { domain: 'calendar' },
    );
  return {
    useDefault: useDefault === true,
    ...(useDefault !== true && list.length > 0 && { overrides: readOverrides(list) }),
  };
}

/** A list of reminders, either an event's or a calendar's defaults. @throws GoogleError 400 */
export function readOverrides(list: readonly JsonObject[]): JsonObject[] {
  if (list.length > OVERRIDES)
    throw invalid('The number of override reminders exceeds the limit of 5.');
  return list.map(({ method, minutes }) => {
    if (method !== 'email' && method !== 'popup') throw invalid('Invalid reminder method.');
    if (typeof minutes !== 'number' || minutes < 0 || minutes > MINUTES)
      throw invalid('Invalid reminder minutes.');
    return { method, minutes };
  });
}
