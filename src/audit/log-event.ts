/** Events of the token log, taken out of the activities that hold them. */
import { instantAt, msOf } from '../kit/clock';
import { comparable } from './cell-text';
import type { TokenActivity } from './ports';
import type { LogFilter } from './settings';

/** What a parameter does not say is empty. */
export interface LogEvent {
  /** The same however often Google reports the event, and for no other (Inv17). */
  readonly key: string;
  readonly time: string;
  readonly name: string;
  readonly appId: string;
  readonly appName: string;
  /** An address, or the id of an account that has none any more. */
  readonly user: string;
  readonly scopes: readonly string[];
  readonly ipAddress: string;
  readonly methodName: string;
  readonly rejectionType: string;
}

type RawEvent = NonNullable<TokenActivity['events']>[number];

/** Stands for no account. */
const NOBODY = '105250506097979753968';

/**
 * The events that a filter lets through, each once, oldest first. Google answers whole activities that hold such an
 * event, with their other events, and may answer one twice.
 */
export function eventsOf(activities: readonly TokenActivity[], filter: LogFilter): LogEvent[] {
  const events = new Map<string, LogEvent>();
  for (const activity of activities)
    (activity.events ?? []).forEach((raw, index) => {
      const event = eventOf(activity, raw, index);
      if (isWanted(event, filter)) events.set(event.key, event);
    });
  return [...events.values()].sort(byAge);
}

const isWanted = (event: LogEvent, { appName, eventName }: LogFilter): boolean =>
  (appName === '' || comparable(event.appName) === comparable(appName)) &&
  (eventName === '' || event.name === eventName);

/** Events of one moment in an order that does not depend on how they were answered. */
const byAge = (one: LogEvent, other: LogEvent): number =>
  compare(one.time, other.time) || compare(one.key, other.key);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function eventOf({ id, actor, ipAddress }: TokenActivity, raw: RawEvent, index: number): LogEvent {
  const [appId = ''] = valuesOf(raw, 'client_id');
  const [requester = ''] = valuesOf(raw, 'requester_email');
  const account = actor?.profileId === NOBODY ? undefined : actor?.profileId;
  return {
    key: JSON.stringify([id.applicationName ?? 'token', id.time, id.uniqueQualifier, index]),
    time: instantOf(id.time),
    name: raw.name ?? '',
    appId,
    appName: valuesOf(raw, 'app_name')[0] ?? '',
    user: actor?.email ?? (requester || (account ?? '')),
    scopes: scopesOf(raw),
    ipAddress: ipAddress ?? '',
    methodName: valuesOf(raw, 'method_name')[0] ?? '',
    rejectionType: valuesOf(raw, 'rejection_type')[0] ?? '',
  };
}

/** In one form, so that texts compare as moments do. */
const instantOf = (time: string): string => {
  const ms = msOf(time);
  return Number.isNaN(ms) ? time : instantAt(ms);
};

/** One parameter comes as one value or as many. */
function valuesOf({ parameters = [] }: RawEvent, name: string): readonly string[] {
  const found = parameters.find((parameter) => parameter.name === name);
  return found?.multiValue ?? (found?.value === undefined ? [] : [found.value]);
}

/** As `scope` lists them; from `scope_data` where there is no such list. */
function scopesOf(raw: RawEvent): readonly string[] {
  const listed = valuesOf(raw, 'scope');
  if (listed.length > 0) return listed;
  const data = raw.parameters?.find(({ name }) => name === 'scope_data')?.multiMessageValue;
  if (!Array.isArray(data)) return [];
  return (data as readonly Message[]).flatMap(
    (message) => message?.parameter?.find(({ name }) => name === 'scope_name')?.value ?? [],
  );
}

/** @see https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list */
type Message = {
  readonly parameter?: readonly { readonly name?: string; readonly value?: string }[];
} | null;
