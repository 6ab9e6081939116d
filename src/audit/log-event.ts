/** Events of the token log, extracted from the activities that contain them. */
import { instantAt, msOf } from '../kit/clock';
import { comparable } from './cell-text';
import type { TokenActivity } from './ports';
import { keyOf } from './row-key';
import type { LogFilter } from './settings';

/** A field is empty where the log has no parameter for it. */
export interface LogEvent {
  /** Identifies the event, however often Google reports it (Inv17). */
  readonly key: string;
  readonly time: string;
  readonly name: string;
  readonly appId: string;
  readonly appName: string;
  /** An address, or the id of an account that no longer has one. */
  readonly user: string;
  readonly scopes: readonly string[];
  readonly ipAddress: string;
  readonly methodName: string;
  readonly rejectionType: string;
}

type RawEvent = NonNullable<TokenActivity['events']>[number];

/** The profile id that Google gives for nobody. */
const NOBODY = '105250506097979753968';

/**
 * The events that match a filter, each once, oldest first. Google returns whole activities, including their other
 * events, and may return one twice.
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

/** Events of the same moment have an order that does not depend on the response. */
const byAge = (one: LogEvent, other: LogEvent): number =>
  compare(one.time, other.time) || compare(one.key, other.key);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function eventOf({ id, actor, ipAddress }: TokenActivity, raw: RawEvent, index: number): LogEvent {
  const [appId = ''] = valuesOf(raw, 'client_id');
  const [requester = ''] = valuesOf(raw, 'requester_email');
  const account = actor?.profileId === NOBODY ? undefined : actor?.profileId;
  return {
    key: keyOf(id.applicationName ?? 'token', instantOf(id.time), id.uniqueQualifier, index),
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

/** In a single format, so that texts sort as instants do. */
const instantOf = (time: string): string => {
  const ms = msOf(time);
  return Number.isNaN(ms) ? time : instantAt(ms);
};

/** A parameter has a single value or a list of them. */
function valuesOf({ parameters = [] }: RawEvent, name: string): readonly string[] {
  const found = parameters.find((parameter) => parameter.name === name);
  return found?.multiValue ?? (found?.value === undefined ? [] : [found.value]);
}

/** From `scope`, or from `scope_data` where there is no `scope`. */
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
