/** Operations as writes of either side. */
import { activityOfEntry, activityPatch } from '../entry/activity';
import type { Entry } from '../entry/entry';
import { eventIdOf } from './event-id';
import { FIELDS } from '../entry/fields';
import { eventPatch } from '../entry/google-event';
import { originMark } from '../entry/origin-mark';
import type { Operation } from './operations';
import { withOriginal, withWholeTexts, type Originals } from './originals';
import type { Policy } from '../entry/policy';
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
    return insertion(operation.source.id, operation.source.entry, generation, ids);
  if (operation.kind !== 'update' || !operation.google) return null;
  const { id, version } = operation.next.google;
  const { after, fields } = operation.google;
  const body = withOriginal(eventPatch(after, fields), operation.google, originals.get(id));
  return { kind: 'patch', id, etag: version, body };
}

function insertion(
  activityId: string,
  entry: Entry,
  generation: number,
  ids: CalendarPorts['ids'],
): GoogleWrite {
  const id = eventIdOf(activityId, generation, ids);
  const mark = originMark(id, { id: activityId, generation });
  const body = { ...eventPatch(entry, FIELDS), extendedProperties: { private: mark } };
  return { kind: 'insert', id, body };
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
    };
  if (operation.kind !== 'update' || !operation.work) return null;
  const { id, version } = operation.next.work;
  const { after, fields } = operation.work;
  const content = activityPatch(after, fields, types);
  const event = originals.get(operation.next.google.id);
  return { kind: 'patch', id, version, content: withWholeTexts(content, operation.work, event) };
}
