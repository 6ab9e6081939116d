/** What a batch was meant to do to one row, noted in the sheet `UNDO` beside the copy of what was there. */
import {
  array,
  boolean,
  nullable,
  number,
  object,
  optional,
  picklist,
  string,
  tuple,
  union,
} from 'valibot';
import { decoderOf } from '../kit/decoder';
import { textDigest } from '../kit/text-digest';
import { jsonOf } from '../kit/json';
import { UNDO_COPY_COLUMN, type Cell, type Rows } from './spreadsheet';
import { comparable } from './table';

/** A cell, or its digest if it is long. */
export type Mark = Cell;

const KINDS = ['headings', 'add', 'update', 'delete', 'restore', 'insert'] as const;

export type NoteKind = (typeof KINDS)[number];

export interface Note {
  /** `headings` stands for the sheet's headings as the batch found them. */
  readonly kind: NoteKind;
  readonly sheet: string;
  /** Where the row was when it was read. */
  readonly row: number;
  /** Row of `UNDO` with the whole copy, or, of `insert`, the one that was put back; null where nothing could be lost. */
  readonly whole: number | null;
  /** Of `restore`: the row of `UNDO` with the copy that cells were brought back from. */
  readonly of?: number | undefined;
  /** What was expected: in `headings` the columns of our fields, else the cells of our fields; both in the form's order. */
  readonly expected: readonly Mark[];
  /** Columns that were written, and what was written there. */
  readonly written: readonly (readonly [number, Mark])[];
}

/** A note with the copied row. */
export interface Noted {
  /** Its row in `UNDO`. */
  readonly at: number;
  readonly note: Note;
  readonly copy: readonly Cell[];
  readonly serial: number;
}

/** Longer texts are told apart by their digest. */
const MARK_CHARACTERS = 40;

export function markOf(cell: Cell): Mark {
  const plain = comparable(cell);
  if (typeof plain !== 'string') return plain;
  return plain.length > MARK_CHARACTERS || plain.startsWith('#') ? `#${textDigest(plain)}` : plain;
}

export const isMarked = (cell: Cell | undefined, mark: Mark): boolean =>
  markOf(cell ?? '') === mark;

const mark = union([string(), number(), boolean()]);

const noteOf = decoderOf<Omit<Note, 'sheet'>>(
  object({
    kind: picklist(KINDS),
    row: number(),
    whole: nullable(number()),
    of: optional(number()),
    expected: array(mark),
    written: array(tuple([number(), mark])),
  }),
);

/** The cells before the copy: serial, sheet and kind are for people who look; the last is for Tandem. */
export function cellsOfNote({ sheet, ...note }: Note, serial: number): Cell[] {
  return [serial, sheet, note.kind, JSON.stringify(note)];
}

/** All notes in `UNDO`, in order, each with its copy. Unreadable rows are left out. */
export const notedIn = (undo: Rows): Noted[] =>
  undo.slice(1).flatMap((row, index) => {
    const [serial, sheet, , text] = row;
    const note = noteOf(jsonOf(String(text ?? '')));
    if (note === null || typeof serial !== 'number' || typeof sheet !== 'string') return [];
    return [{ at: index + 1, note: { ...note, sheet }, copy: row.slice(UNDO_COPY_COLUMN), serial }];
  });

/** The serial of the last batch; 0 before the first one. */
export const serialIn = (undo: Rows): number => Number(undo[0]?.[0] ?? 0) || 0;

/** The serial of the batch before the last one; 0 when there was none. */
export const serialBefore = (undo: Rows): number => Number(undo[0]?.[2] ?? 0) || 0;
