import type { Execution } from '../../runtime/execution';
import { DIGITS } from '../../kit/random';
import { ScriptException } from '../../runtime/script-exception';
import type { Surface } from '../../project/surface';
import { toInstant } from '../../kit/zoned-time';
import type { RecurringRule, TriggerRecord, TriggerSource } from '../../workspace/state/scripts';
import type { Schedule, TriggerView } from './operations';

const SCOPE = ['https://www.googleapis.com/auth/script.scriptapp'];

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** Dates and hours without a minute are kept to within a quarter of an hour. */
const NEAR_MS = 15 * MINUTE_MS;

export const requireTriggerScope = (execution: Execution, member: string): void =>
  execution.requireScope(member, SCOPE);

/** The person's own triggers: nobody sees anybody else's. */
export const ownTriggers = ({ start }: Execution): TriggerRecord[] =>
  start.script.triggers.filter(({ ownerUserId }) => ownerUserId === start.person.userId);

export const viewOf = ({ uid, handler, source }: TriggerRecord): TriggerView => ({
  uid,
  handler,
  source: source.kind === 'calendar' ? 'CALENDAR' : 'CLOCK',
  sourceId: source.kind === 'calendar' ? source.calendarId : null,
});

/**
 * Creates a trigger that will run as this person.
 *
 * @throws ScriptException past 20 triggers, and for triggers that an add-on may not have; then none is created.
 * @see https://developers.google.com/apps-script/guides/triggers/installable
 */
export function createTrigger(
  execution: Execution,
  handler: string,
  schedule: Schedule,
): TriggerRecord {
  const { start, workspace, hands } = execution;
  requireTriggerScope(execution, 'ScriptApp.newTrigger');
  const surface = surfaceOf(execution);
  const source = sourceOf(execution, schedule);
  if (ownTriggers(execution).length >= hands.limits.TRIGGERS_PER_USER)
    throw new ScriptException(
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  if (isBoundToAddOnRules(execution, surface)) checkAddOnRules(execution, source);
  const trigger: TriggerRecord = {
    uid: `-${workspace.random.text(18, DIGITS)}`,
    handler,
    ownerUserId: start.person.userId,
    surface,
    createdAt: workspace.clock.now(),
    source,
    nextRunAt: null,
    fired: false,
  };
  start.script.triggers.push(trigger);
  if (source.kind !== 'calendar') creations(execution).push(workspace.clock.now());
  hands.onTriggerCreated(trigger);
  return trigger;
}

/**
 * Deletes a trigger. One that no longer exists, or is somebody else's, is left alone.
 *
 * @throws ScriptException for the very object that create() returned: Google fails on it within the same execution.
 * @see https://github.com/kellystuard/jev-gmail-classifier/tree/main/spikes
 */
export function deleteTrigger(execution: Execution, uid: string, fresh: boolean): void {
  requireTriggerScope(execution, 'ScriptApp.deleteTrigger');
  if (fresh)
    throw new ScriptException(
      "We're sorry, a server error occurred. Please wait a bit and try again.",
    );
  const trigger = ownTriggers(execution).find((own) => own.uid === uid);
  if (!trigger) return;
  const { triggers } = execution.start.script;
  triggers.splice(triggers.indexOf(trigger), 1);
  execution.hands.onTriggerDeleted(trigger);
}

/** A trigger created in a trigger's run belongs to the surface that the running trigger belongs to. */
function surfaceOf({ start }: Execution): Surface {
  const maker = start.script.triggers.find(({ uid }) => uid === start.triggerUid);
  return maker?.surface ?? start.surface;
}

const isBoundToAddOnRules = ({ workspace }: Execution, surface: Surface): boolean =>
  surface === 'addon' || (surface === 'webapp' && !workspace.settings.webAppMayTriggerEveryMinute);

function checkAddOnRules(execution: Execution, source: TriggerSource): void {
  const { limits } = execution.hands;
  if (source.kind === 'recurring' && intervalMs(source.rule) < limits.ADD_ON_TRIGGER_INTERVAL_MS)
    throw new ScriptException(
      'The recurrence interval for an Add-on trigger must be at least one hour.',
    );
  if (
    source.kind !== 'calendar' &&
    creations(execution).length >= limits.ADD_ON_TRIGGERS_MADE_PER_DAY
  )
    throw new ScriptException(
      'This add-on has created too many time-based triggers in this document for this Google user account.',
    );
}

/** The instants in the last 24 hours at which this person's time-driven triggers were created. */
function creations({ start, workspace }: Execution): number[] {
  const since = workspace.clock.now() - DAY_MS;
  const all = start.script.triggerCreations[start.person.userId] ?? [];
  return (start.script.triggerCreations[start.person.userId] = all.filter((at) => at > since));
}

function intervalMs(rule: RecurringRule): number {
  if (rule.every === 'minutes') return rule.count * MINUTE_MS;
  return rule.every === 'hours' ? rule.count * 60 * MINUTE_MS : DAY_MS;
}

function sourceOf({ start, workspace }: Execution, schedule: Schedule): TriggerSource {
  const scriptZone = start.project.manifest.timeZone;
  switch (schedule.kind) {
    case 'after':
      return { kind: 'one-shot', at: workspace.clock.now() + schedule.ms };
    case 'at':
      return { kind: 'one-shot', at: schedule.instantMs };
    case 'on-date': {
      const midnight = {
        year: schedule.year,
        month: schedule.month,
        day: schedule.day,
        hour: 0,
        minute: 0,
        second: 0,
      };
      const near = workspace.random.int(2 * NEAR_MS) - NEAR_MS;
      return { kind: 'one-shot', at: toInstant(midnight, schedule.timeZone ?? scriptZone) + near };
    }
    case 'recurring':
      return { kind: 'recurring', rule: schedule.rule, timeZone: schedule.timeZone ?? scriptZone };
    case 'calendar': {
      const { calendarId } = schedule;
      return {
        kind: 'calendar',
        calendarId: calendarId === 'primary' ? start.person.email : calendarId,
      };
    }
  }
}
