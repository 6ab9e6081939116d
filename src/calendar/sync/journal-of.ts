import type { Entry, Field, Side } from '../entry/entry';
import { FIELDS } from '../entry/fields';
import { changeWords } from './change-words';
import type { Outcome } from './outcome';
import type { Write } from './operations';
import type { Conflict, CalendarWrite } from '../ports';

interface Noted {
  readonly id: string;
  readonly version: string;
  readonly operation: CalendarWrite['operation'];
  readonly before: Entry | null;
  readonly after: Entry | null;
  readonly fields: readonly Field[];
  readonly conflict?: Conflict | null;
}

/** The writes that were really done, with what stood there before and what stands there now. */
export function journalOf({ operation, google, work, failure }: Outcome): CalendarWrite[] {
  switch (operation.kind) {
    case 'create': {
      const { entry } = operation.source;
      const made = { operation: 'create', before: null, after: entry, fields: FIELDS } as const;
      if (google) return [noted('google', { ...made, id: google.id, version: google.etag ?? '' })];
      return work ? [noted('work', { ...made, id: work.id, version: work.version })] : [];
    }
    case 'update': {
      const conflict = failure === null ? operation.conflict : null;
      return [
        ...(google && operation.google
          ? [noted('google', updated(google.id, google.etag ?? '', operation.google, conflict))]
          : []),
        ...(work && operation.work
          ? [noted('work', updated(work.id, work.version, operation.work, conflict))]
          : []),
      ];
    }
    case 'delete': {
      const { on, at, before } = operation;
      return failure === null
        ? [noted(on, { ...at, operation: 'delete', before, after: null, fields: FIELDS })]
        : [];
    }
    default:
      return [];
  }
}

const updated = (
  id: string,
  version: string,
  { before, after, fields }: Write,
  conflict: Conflict | null,
): Noted => ({ id, version, operation: 'update', before, after, fields, conflict });

const noted = (side: Side, { version, conflict = null, ...entry }: Noted): CalendarWrite => ({
  key: `${side}:${entry.operation}:${entry.id}:${version}`,
  side,
  conflict,
  title: (entry.after ?? entry.before)?.title ?? '',
  change: changeWords({ side, conflict, ...entry }),
  ...entry,
});
