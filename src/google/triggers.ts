/** The running person's triggers. Others' are neither seen nor touched: Google shows everybody only their own. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { OneShotTriggers } from '../runs/ports';
import { call } from './call';
import { LIMITS } from './limits';

type Trigger = GoogleAppsScript.Script.Trigger;

/** The functions of main.ts that triggers call. */
export const TRIGGER_DOORS = {
  /** Recurs: looks at everything that is due. */
  runner: 'runSyncs',
  /** Once: goes on where a run stopped. */
  continuation: 'continueSyncs',
  /** Somebody changed the person's calendar. */
  calendarUpdated: 'onCalendarUpdated',
} as const;

const triggersOf = (functionName: string): Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === functionName);

/**
 * Deletes the copies that Google lists: deleting the object that `create()` answered fails within the same execution.
 *
 * @see https://github.com/kellystuard/jev-gmail-classifier/tree/main/spikes
 */
function removeWhere(functionName: string, isWanted: (id: string) => boolean): void {
  for (const trigger of triggersOf(functionName))
    if (isWanted(trigger.getUniqueId())) ScriptApp.deleteTrigger(trigger);
}

export const removeTriggers = (functionName: string): void => removeWhere(functionName, () => true);

export const hasTrigger = (functionName: string): boolean => triggersOf(functionName).length > 0;

/** Whether a trigger of this person has this id: what calls a trigger's door without it is no trigger. */
export const isOwnTrigger = (id: string): boolean =>
  ScriptApp.getProjectTriggers().some((trigger) => trigger.getUniqueId() === id);

export const oneShotTriggers = (functionName: string): OneShotTriggers => ({
  list: () => triggersOf(functionName).map((trigger) => trigger.getUniqueId()),
  make: (afterMs) =>
    call(() =>
      ScriptApp.newTrigger(functionName)
        .timeBased()
        .after(Math.max(1, Math.ceil(afterMs)))
        .create()
        .getUniqueId(),
    ),
  remove: (id) => removeWhere(functionName, (found) => found === id),
});

/**
 * Makes the recurring trigger anew: every minute where Google lets the surface, hourly where not. Answers the minutes
 * between two runs. The old one goes only when the new one is there. Fails with `too-many-triggers`.
 *
 * @see https://developers.google.com/apps-script/reference/script/clock-trigger-builder
 */
export function startRecurring(functionName: string): Result<number, Failure> {
  const made = makeRecurring(functionName);
  if (!made.ok) return made;
  removeWhere(functionName, (id) => id !== made.value.id);
  return ok(made.value.minutes);
}

interface Recurring {
  readonly id: string;
  readonly minutes: number;
}

function makeRecurring(functionName: string): Result<Recurring, Failure> {
  const builder = () => ScriptApp.newTrigger(functionName).timeBased();
  const often = call(() => builder().everyMinutes(1).create().getUniqueId());
  if (often.ok) return ok({ id: often.value, minutes: 1 });
  if (often.failure.kind !== 'trigger-too-frequent') return often;
  const hourly = call(() => builder().everyHours(1).create().getUniqueId());
  return hourly.ok ? ok({ id: hourly.value, minutes: LIMITS.ADD_ON_TRIGGER_MINUTES }) : hourly;
}

/**
 * Lets the door be told of every change that somebody makes to the running person's own calendar. Makes no second one.
 *
 * @see https://developers.google.com/apps-script/guides/triggers/events#google_calendar_events
 */
export function watchOwnCalendar(functionName: string, email: string): Result<null, Failure> {
  return call(() => {
    if (!hasTrigger(functionName))
      ScriptApp.newTrigger(functionName).forUserCalendar(email).onEventUpdated().create();
    return null;
  });
}
