import type { CalendarClient } from './calendar-client';
import type { CalendarEvent, SendUpdates } from './event-resource';
import { seriesTimes, spanOf, type WrittenTimes } from './event-span';
import { shiftedRule } from './repeat-rule';
import { dayOf } from './wall-time';

/** How much of a series a person means; `one` for an event outside a series. */
export type Scope = 'one' | 'this' | 'following' | 'all';

/** A patch of an event, made by its form or by the grid. */
export type EventPatch = Readonly<Record<string, unknown>> & Partial<WrittenTimes>;

interface Target {
  readonly calendarId: string;
  readonly event: CalendarEvent;
  readonly scope: Scope;
}

/** Changes an event, or as much of its series as was meant. */
export async function changeEvent(
  client: CalendarClient,
  { calendarId, event, scope }: Target,
  patch: EventPatch,
  sendUpdates: SendUpdates,
): Promise<void> {
  const here = { calendarId, eventId: event.id };
  if (scope === 'one' || scope === 'this') {
    const { recurrence, ...single } = patch;
    await client.patch(here, scope === 'one' ? patch : single, sendUpdates);
    return void recurrence;
  }
  const series = await client.event(calendarId, event.recurringEventId!);
  if (scope === 'following') {
    const change = {
      ...(await followingRule(client, { calendarId, event, series, patch })),
      ...patch,
    };
    return void (await client.split(here, change, sendUpdates));
  }
  const eventId = series.id;
  await client.patch({ calendarId, eventId }, wholePatch(series, event, patch), sendUpdates);
}

/** Deletes an event or as much of its series as was meant. */
export async function removeEvent(
  client: CalendarClient,
  { calendarId, event, scope }: Target,
  sendUpdates: SendUpdates,
): Promise<void> {
  if (scope === 'following')
    return void (await client.split({ calendarId, eventId: event.id }, null, sendUpdates));
  const id = scope === 'all' ? event.recurringEventId! : event.id;
  await client.remove(calendarId, id, sendUpdates);
}

function wholePatch(series: CalendarEvent, event: CalendarEvent, patch: EventPatch): object {
  const { start, end } = patch;
  if (!start || !end) return patch;
  const recurrence = movedRule(series, event, { start, end });
  return {
    ...(recurrence && { recurrence }),
    ...patch,
    ...seriesTimes(series, event, { start, end }),
  };
}

/** A later part that moved to another day repeats on that day; a rule with a count continues counting. */
async function followingRule(
  client: CalendarClient,
  {
    calendarId,
    event,
    series,
    patch: { start, end },
  }: {
    readonly calendarId: string;
    readonly event: CalendarEvent;
    readonly series: CalendarEvent;
    readonly patch: EventPatch;
  },
): Promise<object> {
  const recurrence = start && end && movedRule(series, event, { start, end });
  if (!recurrence) return {};
  if (!recurrence.some((line) => /COUNT=/i.test(line))) return { recurrence };
  const { dateTime, date } = event.originalStartTime ?? event.start;
  const before = await client.occurrencesBefore(
    calendarId,
    series.id,
    dateTime ?? `${date}T00:00:00Z`,
  );
  return {
    recurrence: recurrence.map((line) =>
      line.replace(/COUNT=(\d+)/i, (_, all) => `COUNT=${Math.max(1, Number(all) - before)}`),
    ),
  };
}

/** The rule of a series whose occurrence moves to another day; undefined when the rule stays. */
function movedRule(
  series: CalendarEvent,
  event: CalendarEvent,
  { start }: WrittenTimes,
): string[] | undefined {
  const zone = start.timeZone ?? series.start.timeZone ?? 'UTC';
  const from = dayOf(spanOf(event, zone).start);
  const to = dayOf(start.date ?? start.dateTime!);
  if (from === to) return undefined;
  return shiftedRule(series.recurrence ?? [], from, to);
}
