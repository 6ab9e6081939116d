/** Removes details of private entries from the Journal: those noted before an entry was private, or before the organization hid them. */
import type { Entry } from '../calendar/ports';
import { canonicalJson, type Json } from '../kit/canonical';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { jsonOf } from '../kit/json';
import { textOf } from '../sheets/cells';
import { updateRow, type Change } from '../sheets/change';
import type { Sheets } from '../sheets/sheets';
import type { Cells, FieldOf } from '../sheets/table';
import { JOURNAL_ROWS } from './forms';

type JournalCells = Cells<FieldOf<typeof JOURNAL_ROWS>>;

/** The rows from which details have to be removed. */
export interface Hidden {
  /** Ids of events and activities. */
  readonly ids: ReadonlySet<string>;
  /** Addresses of people whose rows about private entries are all included. */
  readonly people: ReadonlySet<string>;
  readonly isEverybody: boolean;
}

/** The changes that still have to be made; empty once everything is hidden. */
export function hidingChanges(sheets: Sheets, hidden: Hidden): Result<readonly Change[], Failure> {
  const table = sheets.table(JOURNAL_ROWS);
  if (!table.ok) return table;
  return ok(
    table.value.rows.flatMap((row): Change[] => {
      const cells = isMeant(row.cells, hidden) ? withoutDetails(row.cells) : null;
      return cells ? [updateRow(JOURNAL_ROWS, row, cells)] : [];
    }),
  );
}

const isMeant = (cells: JournalCells, { ids, people, isEverybody }: Hidden): boolean =>
  ids.has(textOf(cells.id)) ||
  ((isEverybody || people.has(textOf(cells.person).toLowerCase())) && isPrivate(cells));

const DETAILS = { title: 'Busy', location: '', notes: '', participants: [] } as const;

/** Whether an entry is private. One that cannot be read because it was cut may be. */
const isPrivate = ({ before, after }: JournalCells): boolean =>
  [before, after].some((cell) => {
    const text = textOf(cell);
    if (text === '') return false;
    const entry = jsonOf(text) as Partial<Entry> | null;
    return entry === null || entry.private === true;
  });

/** Null when the row has no details. */
function withoutDetails(cells: JournalCells): Partial<JournalCells> | null {
  const next: Partial<JournalCells> = {
    title: textOf(cells.title) === '' ? '' : DETAILS.title,
    // The sentence quotes the earlier title.
    change: textOf(cells.change).replace(/, was “[^]*”/, ''),
    before: masked(textOf(cells.before)),
    after: masked(textOf(cells.after)),
    conflict: maskedConflict(textOf(cells.conflict)),
  };
  const isNew = (Object.keys(next) as (keyof JournalCells)[]).some(
    (field) => textOf(cells[field]) !== next[field],
  );
  return isNew ? next : null;
}

const masked = (text: string): string => {
  const entry = jsonOf(text) as Partial<Entry> | null;
  return entry ? canonicalJson({ ...entry, ...DETAILS } as unknown as Json) : '';
};

function maskedConflict(text: string): string {
  const conflict = jsonOf(text) as { readonly lost?: Partial<Entry> } | null;
  if (!conflict?.lost) return '';
  return canonicalJson({ ...conflict, lost: { ...conflict.lost, ...DETAILS } } as unknown as Json);
}
