/** Operations as writes of either side. */
import { addedMark } from '../entry/added-text';
import { activityOfEntry, activityPatch } from '../entry/activity';
import type { Entry } from '../entry/entry';
import { eventIdOf } from './event-id';
import { FIELDS, sameField } from '../entry/fields';
import {
  entryOfEvent,
  eventPatch,
  lasting,
  type GoogleEvent,
  type GoogleEventBody,
} from '../entry/google-event';
import type { Link } from '../entry/link';
import { isShownPrivate, originMark, shownMark } from '../entry/origin-mark';
import { instanceId } from '../entry/series-start';
import { slotEntry } from '../entry/slot-entry';
import type { Continued, Creation, Operation, Update, Write } from './operations';
import { occurrenceId, withOriginal, withWholeTexts, type Originals } from './originals';
import type { Policy, TypePolicy } from '../entry/policy';
import type { CalendarPorts } from './ports';
import type { GoogleWrite, WorkWrite } from '../ports';

/** What an operation writes in Google; null when nothing. */
export function toGoogleWrite(
  operation: Operation,
  generation: number,
  { ids, originals }: { readonly ids: CalendarPorts['ids']; readonly originals: Originals },
): GoogleWrite | null {
  if (operation.kind === 'delete' && operation.on === 'google')
    return { kind: 'delete', id: operation.at.id, etag: operation.at.version };
  if (operation.kind === 'create' && operation.on === 'google')
    return operation.series
      ? exception(operation, operation.series, ids.environment)
      : insertion(operation, generation, { ids, originals });
  if (operation.kind === 'occurrence') return occurrence(operation, originals);
  if (operation.kind !== 'update' || !operation.google) return null;
  const { id, version } = operation.next.google;
  const { fields } = operation.google;
  const after = withoutCancelled(operation.google.after, operation.next.cancelled);
  const body = withOriginal(eventPatch(after, fields), operation.google, originals.get(id));
  return { kind: 'patch', id, etag: version, body: withoutShown(body, operation) };
}

/** An activity that became private, or no longer is, says itself how its event is shown. */
function withoutShown(body: GoogleEventBody, { next }: Update): GoogleEventBody {
  if (body.visibility === undefined || next.origin !== 'work') return body;
  const mark = { ...body.extendedProperties?.private, ...shownMark('') };
  return { ...body, extendedProperties: { private: mark } };
}

/** Dates that Google has cancelled one by one are not in its rule. */
const withoutCancelled = (entry: Entry, cancelled: readonly string[] = []): Entry =>
  entry.recurrence === null || cancelled.length === 0
    ? entry
    : {
        ...entry,
        recurrence: {
          ...entry.recurrence,
          skipped: entry.recurrence.skipped.filter((date) => !cancelled.includes(date)),
        },
      };

/**
 * Each date of a series is an event from the beginning, so an exception is not inserted but changed. One that nobody has
 * read yet has no known version.
 *
 * @see https://developers.google.com/workspace/calendar/api/guides/recurringevents
 */
function exception(
  { source, visibility }: Creation,
  series: Link,
  environment: string | undefined,
): GoogleWrite {
  const { id: activityId, entry, slot } = source;
  const id = instanceId(series.google.id, series.base.when, slot!.date);
  const mark = originMark(id, { id: activityId, generation: 1 }, environment);
  const body = {
    ...eventPatch(
      entry,
      FIELDS.filter((field) => field !== 'recurrence'),
    ),
    ...marked(mark, entry, visibility),
  };
  return { kind: 'patch', id, etag: null, body };
}

/** What an event that Tandem makes is known by. */
const marked = (
  mark: Readonly<Record<string, string>>,
  { added }: Entry,
  visibility: Creation['visibility'],
): Pick<GoogleEventBody, 'extendedProperties' | 'visibility'> => ({
  ...(visibility && { visibility }),
  extendedProperties: {
    private: {
      ...mark,
      ...(added && addedMark(added)),
      ...(visibility === 'private' && shownMark(visibility)),
    },
  },
});

type Occurrence = Extract<Operation, { readonly kind: 'occurrence' }>;

/** Null when it is so already. */
function occurrence(operation: Occurrence, originals: Originals): GoogleWrite | null {
  const { takesPlace, series } = operation;
  const id = occurrenceId(operation);
  const event = originals.get(id);
  const etag = event?.etag ?? null;
  if (takesPlace) return { kind: 'patch', id, etag, body: { status: series.status } };
  return !event || event.status === 'cancelled' ? null : { kind: 'delete', id, etag };
}

/** Whether somebody has moved a date since it was decided to cancel it: then it is decided again. */
export function isMovedSince(operation: Operation, originals: Originals): boolean {
  if (operation.kind !== 'occurrence' || operation.takesPlace) return false;
  const event = originals.get(occurrenceId(operation));
  if (!event || event.status === 'cancelled') return false;
  const there = entryOfEvent(event, 'UTC');
  return (
    typeof there !== 'string' &&
    !sameField('when', there, slotEntry(operation.series, operation.date))
  );
}

function insertion(
  operation: Creation,
  generation: number,
  { ids, originals }: { readonly ids: CalendarPorts['ids']; readonly originals: Originals },
): GoogleWrite {
  const { source, visibility, continues } = operation;
  const { id: activityId, entry } = source;
  const id = eventIdOf(activityId, generation, ids);
  const mark = originMark(id, { id: activityId, generation }, ids.environment);
  const event = originals.get(continues?.event ?? '');
  const body = continues
    ? {
        ...continued(continues, event),
        ...marked(mark, continues.google.after, event && shownBy(event)),
      }
    : { ...eventPatch(entry, FIELDS), ...marked(mark, entry, visibility) };
  return { kind: 'insert', id, body };
}

/** What Tandem chose for an event that goes on as another one. */
const shownBy = (event: GoogleEvent): Creation['visibility'] =>
  isShownPrivate(event) ? 'private' : undefined;

/** All that the event has which a person put there, also what Tandem does not read: guests, reminders, the link to a call. */
function continued(
  { google: { before, after, fields } }: Continued,
  event: GoogleEvent | undefined,
): GoogleEventBody {
  const write = { before, after, fields: [...new Set([...fields, 'when', 'recurrence'] as const)] };
  const body = withOriginal(eventPatch(after, write.fields), write, event);
  return { ...(event && lasting(event)), ...body };
}

/** What an operation writes in the work system; null when nothing. */
export function toWorkWrite(
  operation: Operation,
  { types, person }: Policy,
  originals: Originals,
): WorkWrite | null {
  if (operation.kind === 'delete' && operation.on === 'work')
    return { kind: 'delete', id: operation.at.id, version: operation.at.version };
  if (operation.kind === 'create' && operation.on === 'work')
    return {
      kind: 'insert',
      content: activityOfEntry(operation.source.entry, types),
      owner: person.email,
      externalId: operation.source.id,
      slot: operation.series
        ? { series: operation.series.work.id, date: operation.source.slot!.date }
        : null,
    };
  if (operation.kind === 'create') return rowOfCreated(operation, types, originals);
  if (operation.kind !== 'update') return null;
  const { work, detaches, next, series } = operation;
  if (!work && !detaches && !series) return null;
  return {
    kind: 'patch',
    ...next.work,
    ...patched(work, types, originals.get(next.google.id), operation.hides),
    ...(detaches && { externalId: '' }),
    ...(series && { slot: { series: series.work.id, date: next.slot!.date } }),
  };
}

type Patch = Extract<WorkWrite, { readonly kind: 'patch' }>;

function patched(
  write: Write | null,
  types: TypePolicy,
  event: GoogleEvent | undefined,
  hides = false,
): Pick<Patch, 'content' | 'guestsBefore'> {
  if (!write) return { content: {} };
  const { before, after, fields } = write;
  const content = activityPatch(after, fields, types);
  return {
    content: withWholeTexts(content, write, event),
    ...(content.participants &&
      !hides && { guestsBefore: before.participants.map(({ email }) => email) }),
  };
}

/** What a new event's own activity gets: one that continues another event begins with it, and a copied row lets go of its original's. */
function rowOfCreated(
  { continues, detaches, source: { id, version } }: Creation,
  types: TypePolicy,
  originals: Originals,
): WorkWrite | null {
  const work = continues?.work ?? null;
  if (!work && !detaches) return null;
  return {
    kind: 'patch',
    ...{ id, version },
    ...patched(work, types, originals.get(continues?.event ?? '')),
    ...(detaches && { externalId: '' }),
  };
}
