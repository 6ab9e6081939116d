/**
 * Google's full texts, for writes that change only parts of them: a description may be HTML, and only the beginning of a long text is read.
 * They are not kept with the pair but read once more right before the write, which is refused if the event changes in between.
 */
import { batchesOf } from '../../kit/batches';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { ActivityContent } from '../entry/activity';
import { withAdded } from '../entry/added-text';
import { textOfHtml } from '../entry/description';
import { editedDescription } from '../entry/description-edit';
import type { GoogleEvent, GoogleEventBody } from '../entry/google-event';
import { instanceId } from '../entry/series-start';
import { editedLine, isCut, plainLine } from '../entry/text';
import type { Operation, Write } from './operations';
import type { CalendarPorts } from './ports';

/** How many events are asked for at once. */
const GET_BATCH = 50;

type TextField = 'title' | 'location' | 'notes';

const TEXT_FIELDS: readonly TextField[] = ['title', 'location', 'notes'];

/** Events by id, each at the version that its operation was planned for. */
export type Originals = ReadonlyMap<string, GoogleEvent>;

/** Reads the events whose text an operation needs whole. */
export function readOriginals(
  operations: readonly Operation[],
  google: CalendarPorts['google'],
): Result<Originals, Failure> {
  const ids = new Set<string>();
  const versions = new Map<string, string>();
  for (const operation of operations)
    if (operation.kind === 'occurrence') ids.add(occurrenceId(operation));
    else if (operation.kind === 'create') ids.add(operation.continues?.event ?? '');
    else if (operation.kind === 'update' && needsOriginal(operation)) {
      const { id, version } = operation.next.google;
      versions.set(id, version);
      ids.add(id);
    }
  ids.delete('');
  const originals = new Map<string, GoogleEvent>();
  for (const batch of batchesOf([...ids], GET_BATCH)) {
    const found = google.get(batch);
    if (!found.ok) return found;
    for (const event of found.value)
      if (event && (versions.get(event.id) ?? event.etag) === event.etag)
        originals.set(event.id, event);
  }
  return ok(originals);
}

export const needsOriginal = (operation: Operation): boolean =>
  operation.kind === 'occurrence' ||
  (operation.kind === 'create' && operation.continues !== undefined) ||
  (operation.kind === 'update' && needsText(operation));

/** Google's id of the date that is cancelled or brought back. */
export const occurrenceId = ({
  link,
  date,
  series,
}: Extract<Operation, { readonly kind: 'occurrence' }>): string =>
  instanceId(link.google.id, series.when, date);

const needsText = (operation: Extract<Operation, { readonly kind: 'update' }>): boolean =>
  TEXT_FIELDS.some((field) => isEditOf(operation.google, field)) ||
  TEXT_FIELDS.some((field) => isBeginning(operation.work, field));

/** Whether a write edits the existing text: always for notes; for one-line texts only if their end was cut off. */
const isEditOf = (write: Write | null, field: TextField): boolean =>
  write !== null &&
  isWritten(write.fields, field) &&
  (field === 'notes'
    ? write.before.notes !== '' || write.before.added !== undefined
    : isCut(write.before[field], field));

/** Whether a text is written: by itself, or with what is added to it. */
const isWritten = (fields: Write['fields'], field: TextField): boolean =>
  fields.includes(field) || (field !== 'location' && fields.includes('added'));

/** Whether the work system has a longer text than the part that is read from Google. */
const isBeginning = (write: Write | null, field: TextField): boolean =>
  write !== null &&
  write.fields.includes(field) &&
  isCut(write.after[field], field) &&
  write.before[field].length > write.after[field].length;

/** The same write, with everything that nobody edited as it is in Google. */
export function withOriginal(
  body: GoogleEventBody,
  { after, fields }: Write,
  event: GoogleEvent | undefined,
): GoogleEventBody {
  if (!event) return body;
  const { location, added } = after;
  const title = withAdded(after.title, 'title', added);
  const notes = withAdded(after.notes, 'notes', added);
  const { summary, description } = event;
  return {
    ...body,
    ...(isWritten(fields, 'title') && { summary: editedLine(summary, title, 'title') }),
    ...(fields.includes('location') && {
      location: editedLine(event.location, location, 'location'),
    }),
    ...(isWritten(fields, 'notes') &&
      description && { description: editedDescription(description, notes) }),
  };
}

/** Writes a text as a whole into the work system if its end was there as well. */
export function withWholeTexts(
  content: Partial<ActivityContent>,
  write: Write,
  event: GoogleEvent | undefined,
): Partial<ActivityContent> {
  if (!event) return content;
  const whole: { readonly [F in TextField]: () => Partial<ActivityContent> } = {
    title: () => ({ name: plainLine(event.summary, 'title', 'work') }),
    location: () => ({ location: plainLine(event.location, 'location', 'work') }),
    notes: () => ({ notes: textOfHtml(event.description, 'work') }),
  };
  return TEXT_FIELDS.filter((field) => isBeginning(write, field)).reduce(
    (texts, field) => ({ ...texts, ...whole[field]() }),
    content,
  );
}
