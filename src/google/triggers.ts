/** The running person's triggers. Google shows everybody only their own. */
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { OneShotTriggers } from '../runs/ports';
import { call } from './call';
import { LIMITS } from './limits';

type Trigger = GoogleAppsScript.Script.Trigger;

/** The functions of main.ts that triggers call. */
export const TRIGGER_DOORS = {
  /** Recurring: runs everything that is due. */
  runner: 'runSyncs',
  /** One-shot: continues where a run stopped. */
  continuation: 'continueSyncs',
  /** Somebody changed the person's calendar. */
  calendarUpdated: 'onCalendarUpdated',
} as const;

const triggersOf = (functionName: string): Trigger[] =>
  ScriptApp.getProjectTriggers().filter((trigger) => trigger.getHandlerFunction() === functionName);

/**
 * Deletes triggers as Google lists them: deleting the object that `create()` returned fails within the same
 * execution.
 *
 * @see https://github.com/kellystuard/jev-gmail-classifier/tree/main/spikes
 */
function removeWhere(functionName: string, isWanted: (id: string) => boolean): void {
  for (const trigger of triggersOf(functionName))
    if (isWanted(trigger.getUniqueId())) ScriptApp.deleteTrigger(trigger);
}

export const removeTriggers = (functionName: string): void => removeWhere(functionName, () => true);

export const hasTrigger = (functionName: string): boolean => triggersOf(functionName).length > 0;

/**
 * Whether a trigger of this person has this id: a call of a trigger's door without one does not come from a trigger.
 */
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
 * Replaces the recurring trigger: every minute where Google allows it on this surface, hourly otherwise. Returns the
 * minutes between two runs. The old trigger is deleted only once the new one exists. Fails with `too-many-triggers`.
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
 * Makes Google call the door whenever somebody changes the running person's own calendar. Adds no second trigger, and replaces one that
 * watches a calendar by an address that the person had before.
 *
 * @see https://developers.google.com/apps-script/guides/triggers/events#google_calendar_events
 */
export function watchOwnCalendar(functionName: string, email: string): Result<null, Failure> {
  return call(() => {
    const watching = triggersOf(functionName);
    const isWatched = watching.some((trigger) => trigger.getTriggerSourceId() === email);
    if (!isWatched)
      ScriptApp.newTrigger(functionName).forUserCalendar(email).onEventUpdated().create();
    for (const trigger of watching)
      if (trigger.getTriggerSourceId() !== email) ScriptApp.deleteTrigger(trigger);
    return null;
  });
}
