/** What triggers do. Anybody may call these functions by name: they act only for a trigger of the running account's own. */
import { object, safeParse, string } from 'valibot';
import { calendarChanged } from '../calendar/panel/actions';
import { isOwnTrigger, removeTriggers, TRIGGER_DOORS } from '../google/triggers';
import { calendarPorts } from './calendar-ports';
import { triggerDoor } from './door';
import { continuationOf } from './round';
import { runOrganization } from './runner';

/** @see https://developers.google.com/apps-script/guides/triggers/events */
const triggerEvent = object({ triggerUid: string() });

function isFromTrigger(event: unknown): boolean {
  const parsed = safeParse(triggerEvent, event);
  return parsed.success && isOwnTrigger(parsed.output.triggerUid);
}

/** The recurring runner of an organization. That of an account which is the sync account no more ends itself. */
export function runSyncs(event: unknown): void {
  if (!isFromTrigger(event)) return;
  triggerDoor((at) => {
    if (at.tenant !== null && at.tenant.syncAccount === at.caller.email)
      runOrganization(at, at.tenant);
    else removeTriggers(TRIGGER_DOORS.runner);
  });
}

/** Goes on where a run stopped: with everything that is due, for what is unfinished is. */
export function continueSyncs(event: unknown): void {
  if (!isFromTrigger(event)) return;
  triggerDoor((at) => {
    continuationOf(at.own).clear();
    if (at.tenant !== null && at.tenant.syncAccount === at.caller.email)
      runOrganization(at, at.tenant);
  });
}

/** Somebody changed the person's own calendar: the runner is to look at it soon. */
export function calendarUpdated(event: unknown): void {
  if (!isFromTrigger(event)) return;
  triggerDoor((at) => {
    if (at.tenant === null) removeTriggers(TRIGGER_DOORS.calendarUpdated);
    else calendarChanged(calendarPorts(at), at.caller);
  });
}
