/** What triggers do. Anybody may call these functions by name, so they act only for one of the running account's own triggers. */
import { object, safeParse, string } from 'valibot';
import { isOwnTrigger, removeTriggers, TRIGGER_DOORS } from '../google/triggers';
import { isSyncAccount, type Tenant } from '../install/tenant';
import { triggerDoor } from './door';
import type { Execution } from './execution';
import type { Mounted } from './mounted';
import { isDisconnected, takeOwnTrigger } from './own-trigger';
import { presentTenant } from './presence';
import { continuationOf } from './round';
import { runOrganization } from './runner';

type Features = readonly Mounted[];

/** @see https://developers.google.com/apps-script/guides/triggers/events */
const triggerEvent = object({ triggerUid: string() });

function isFromTrigger(event: unknown): boolean {
  const parsed = safeParse(triggerEvent, event);
  return parsed.success && isOwnTrigger(parsed.output.triggerUid);
}

/** The caller's organization, if the caller is its sync account, by Google's id, and it is not disconnected. */
function ownOrganization(at: Execution): Tenant | null {
  const tenant = presentTenant(at);
  const isOurs = tenant !== null && isSyncAccount(tenant, at.caller);
  return isOurs && tenant.stop?.kind !== 'disconnected' ? tenant : null;
}

/** The recurring runner of an organization. The trigger of an account that is no longer the sync account removes itself. */
export function runSyncs(features: Features, event: unknown): void {
  if (!isFromTrigger(event)) return;
  triggerDoor('run', (at) => {
    const tenant = ownOrganization(at);
    if (tenant !== null) runOrganization(features, { ...at, tenant });
    // If Google did not say who is running, the next execution asks again.
    else if (at.caller.userId !== null) removeTriggers(TRIGGER_DOORS.runner);
  });
}

/** Continues where a run stopped. It does everything that is due, which includes what is unfinished. */
export function continueSyncs(features: Features, event: unknown): void {
  if (!isFromTrigger(event)) return;
  triggerDoor('run', (at) => {
    // A trigger that stays in the list is removed by the next continuation.
    void continuationOf(at.own).clear();
    const tenant = ownOrganization(at);
    if (tenant !== null) runOrganization(features, { ...at, tenant });
  });
}

/** Somebody changed the person's own calendar: whichever feature cares looks at it soon. */
export function noteCalendarChange(features: Features, event: unknown): void {
  if (!isFromTrigger(event)) return;
  triggerDoor('script', (at) => {
    if (at.tenant === null) return removeTriggers(TRIGGER_DOORS.calendarUpdated);
    if (isDisconnected(at)) return takeOwnTrigger(at);
    for (const { calendarUpdated } of features) calendarUpdated?.(at);
  });
}
