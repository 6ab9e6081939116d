import type { JsonObject } from '../api-method';
import { isAllDay, sameTime } from './event-time';
import { sameJson } from './json-merge';
import type { EventTime, SharedFields } from '../state/calendar';

/** Fields for which a missing value and an explicit default mean the same. */
const UNSAID: Readonly<Record<string, unknown>> = {
  attendees: [],
  sharedProperties: {},
  visibility: 'default',
  transparency: 'opaque',
};
const TIMES = ['start', 'end'] as const;
const OTHERS = [
  'status',
  'recurrence',
  'attendees',
  'sharedProperties',
  'visibility',
  'transparency',
] as const;

/** Names of the shared fields that differ, plain ones under their own names. */
export function changedNames(from: SharedFields, to: SharedFields): string[] {
  const plain = new Set([...Object.keys(from.plain), ...Object.keys(to.plain)]);
  return [
    ...TIMES.filter((name) => !sameMoment(from[name], to[name])),
    ...OTHERS.filter((name) => !sameJson(from[name] ?? UNSAID[name], to[name] ?? UNSAID[name])),
    ...[...plain].filter((name) => !sameJson(from.plain[name], to.plain[name])),
  ];
}

/** The fields that an exception stores: those in which it differs from the series' own occurrence. */
export function differences(
  occurrence: SharedFields,
  exception: SharedFields,
): Partial<SharedFields> {
  const changed = new Set(changedNames(occurrence, exception));
  const differs: Record<string, unknown> = {};
  for (const name of [...TIMES, ...OTHERS]) {
    if (changed.has(name)) differs[name] = structuredClone(exception[name] ?? UNSAID[name]);
  }
  const names = [...changed].filter((name) => name in occurrence.plain || name in exception.plain);
  const plain: JsonObject = Object.fromEntries(
    names.map((name) => [name, exception.plain[name] ?? null]),
  );
  return { ...(differs as Partial<SharedFields>), ...(names.length > 0 && { plain }) };
}

const sameMoment = (a: EventTime, b: EventTime): boolean =>
  sameTime(a, b) &&
  (isAllDay(a) || isAllDay(b) || a.timeZone === b.timeZone || !a.timeZone || !b.timeZone);

/** Whether a change moves the event or its series in time. */
export const movesInTime = (changed: readonly string[]): boolean =>
  ['start', 'end', 'recurrence'].some((name) => changed.includes(name));
