/**
 * Gives the sheets of an earlier version of Tandem the columns and formats of this one, and makes its rows in Journal and Runs readable:
 * instants become dates in the spreadsheet's zone, codes become words. Every step recognizes what it did before it was cut off. No cell is
 * lost: what words replace is kept in a hidden column.
 */
import { number, object, optional, string } from 'valibot';
import { decoderOf } from '../kit/decoder';
import { instantAt, type Clock } from '../kit/clock';
import type { Failure, FailureKind } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { valueOr, type Slot, type SlotForm } from '../kit/slot';
import { jsonOf } from '../kit/json';
import { instantOrNull, textOf } from '../sheets/cells';
import { addRow, updateRow, type Change } from '../sheets/change';
import { inLots } from '../sheets/plan';
import { serialAt } from '../sheets/serials';
import type { Sheets } from '../sheets/sheets';
import { columnsAtEnd, type Cells, type FieldOf, type Row, type TableForm } from '../sheets/table';
import { CONNECTIONS, JOURNAL_ROWS, RUNS, SETTINGS } from './forms';
import { countsWords, jobWords, OUTCOME_WORDS } from './run-words';

/** Goes up whenever the columns or formats of a sheet change. */
export const FORMS_VERSION = 10;

/** Which version of Tandem's sheets a workbook has; kept outside it. */
export const formsSlot = (workbookId: string): SlotForm<number> => ({
  key: `workbook.forms.${workbookId}`,
  version: 1,
  isShort: true,
  decode: decoderOf<number>(number()),
});

/** The first version whose Journal and Runs are as they are now. */
const READABLE_VERSION = 3;

/** Columns that a sheet of the work system did not have from the first. Any other that is missing there was renamed by somebody. */
export interface NewColumns {
  readonly form: TableForm<string>;
  readonly fields: readonly string[];
  /** The first version of the sheets that has them. */
  readonly since: number;
}

export interface FormCarryOver {
  readonly sheets: Sheets;
  readonly place: Slot<number>;
  /** The work system's sheets that an earlier version did not have. */
  readonly addedForms: readonly TableForm<string>[];
  readonly clock: Clock;
  readonly workColumns: readonly NewColumns[];
}

type JournalField = FieldOf<typeof JOURNAL_ROWS>;
type RunField = FieldOf<typeof RUNS>;

/** Does nothing if it was done before. */
export function carryOverForms({
  sheets,
  place,
  clock,
  workColumns,
  addedForms,
}: FormCarryOver): Result<null, Failure> {
  const version = valueOr(place.read(), 0);
  if (version >= FORMS_VERSION) return ok(null);
  const made = sheets.addMissingSheets(addedForms);
  if (!made.ok) return made;
  const readable = version < READABLE_VERSION ? makeReadable(sheets, clock) : ok(null);
  if (!readable.ok) return readable;
  const lacking = [...workColumns, OTHER_HALF].filter(({ since }) => version < since);
  for (const { form, fields } of lacking) {
    const added = sheets.addColumns(form.title, (there) => columnsAtEnd(form, fields, there));
    if (!added.ok) return added;
  }
  const dressed = dressNew(sheets, lacking);
  return dressed.ok ? place.write(FORMS_VERSION) : dressed;
}

const OTHER_HALF: NewColumns = { form: JOURNAL_ROWS, fields: ['pair'], since: 7 };

/** Whoever reads a sheet whose headings are wrong says so; here it only stays as it looks. */
function dressNew(sheets: Sheets, lacking: readonly NewColumns[]): Result<null, Failure> {
  const looks: TableForm<string>[] = [];
  for (const one of lacking) {
    const table = sheets.headings(one.form);
    if (table.ok) looks.push(lookOfNew(one));
    else if (!HEADINGS_WRONG.has(table.failure.kind)) return table;
  }
  return looks.length > 0 ? sheets.dress(looks) : ok(null);
}

const HEADINGS_WRONG: ReadonlySet<string> = new Set<FailureKind>([
  'column-missing',
  'column-twice',
]);

/** The form with the looks of its new columns alone: the others are as people have made them. */
function lookOfNew({ form, fields }: NewColumns): TableForm<string> {
  const { title, headings, formats = {}, widths = {} } = form;
  const ofFields = <T>(all: Readonly<Partial<Record<string, T>>>): Record<string, T> =>
    Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, T] => fields.includes(entry[0])),
    );
  return { title, headings, formats: ofFields(formats), widths: ofFields(widths) };
}

function makeReadable(sheets: Sheets, clock: Clock): Result<null, Failure> {
  for (const form of [JOURNAL_ROWS, RUNS, CONNECTIONS] as readonly TableForm<string>[]) {
    const added = sheets.addMissingColumns(form);
    if (!added.ok) return added;
  }
  const zone = sheets.spreadsheet.zone();
  if (!zone.ok) return zone;
  const steps: readonly (() => Result<readonly Change[], Failure>)[] = [
    () => changesOf(sheets, JOURNAL_ROWS, (row) => journalCells(row, zone.value)),
    () => changesOf(sheets, RUNS, (row) => runCells(row, zone.value)),
    () => changesOf(sheets, CONNECTIONS, (row) => connectionCells(row, clock)),
    () => missingSettings(sheets),
  ];
  for (const changes of steps) {
    const done = inLots(sheets, changes);
    if (!done.ok) return done;
  }
  return sheets.dress([JOURNAL_ROWS, RUNS] as readonly TableForm<string>[]);
}

function changesOf<F extends string>(
  sheets: Sheets,
  form: TableForm<F>,
  cellsFor: (row: Row<F>) => Partial<Cells<F>> | null,
): Result<readonly Change[], Failure> {
  const table = sheets.table(form);
  if (!table.ok) return table;
  return ok(
    table.value.rows.flatMap((row): Change[] => {
      const cells = cellsFor(row);
      return cells === null ? [] : [updateRow(form, row, cells)];
    }),
  );
}

/** The JSON in which earlier versions said whom a row is about, and what a wish asked for. */
const aboutOf = decoderOf<{
  readonly email?: string | undefined;
  readonly askedBy?: string | undefined;
  readonly givenName?: string | undefined;
  readonly familyName?: string | undefined;
  readonly action?: string | undefined;
  readonly outcome?: string | undefined;
}>(
  object({
    email: optional(string()),
    askedBy: optional(string()),
    givenName: optional(string()),
    familyName: optional(string()),
    action: optional(string()),
    outcome: optional(string()),
  }),
);

/** Null for a row that needs no change. */
function journalCells(
  { cells }: Row<JournalField>,
  zone: string,
): Partial<Cells<JournalField>> | null {
  const instant = instantOrNull(cells.at);
  if (instant === null) return null;
  const about = aboutOf(jsonOf(textOf(cells.after))) ?? aboutOf(jsonOf(textOf(cells.before))) ?? {};
  const { email = '', askedBy = email, givenName = '', familyName = '', outcome } = about;
  const name = `${givenName} ${familyName}`.trim();
  const fields = textOf(cells.fields);
  return {
    instant,
    at: serialAt(instant, zone),
    person: textOf(cells.person) || askedBy,
    title: textOf(cells.title) || name || (about.action ?? ''),
    change: outcome ?? (fields === '' ? '' : `Changed: ${fields}.`),
  };
}

function runCells({ cells }: Row<RunField>, zone: string): Partial<Cells<RunField>> | null {
  const instant = instantOrNull(cells.startedAt);
  if (instant === null) return null;
  const shown = (cell: Cells<RunField>[RunField]) => {
    const at = instantOrNull(cell);
    return at === null ? cell : serialAt(at, zone);
  };
  const outcome = Object.entries(OUTCOME_WORDS).find(([name]) => name === textOf(cells.outcome));
  return {
    instant,
    startedAt: serialAt(instant, zone),
    endedAt: shown(cells.endedAt),
    freshAt: shown(cells.freshAt),
    job: jobWords(textOf(cells.job)),
    outcome: outcome?.[1] ?? cells.outcome,
    counts: countsWords(countsIn(textOf(cells.counts))) || cells.counts,
    kind: cells.failure,
  };
}

/** It is not known when those who are off already turned it off: their time begins now. */
function connectionCells(
  { cells }: Row<FieldOf<typeof CONNECTIONS>>,
  clock: Clock,
): { readonly offAt: string } | null {
  const isOff = textOf(cells.state).toLowerCase() !== 'on' && textOf(cells.userId) !== '';
  return isOff && textOf(cells.offAt) === '' ? { offAt: instantAt(clock.now()) } : null;
}

/** `people 3, toGoogle 2`, as the earlier version wrote it. */
const countsIn = (text: string): Record<string, number> =>
  Object.fromEntries(
    text.split(', ').flatMap((part): [string, number][] => {
      const [, name = '', count = ''] = /^([a-zA-Z]+) (\d+)$/.exec(part) ?? [];
      return name === '' ? [] : [[name, Number(count)]];
    }),
  );

/** Settings that the earlier version did not have, each with its default. */
function missingSettings(sheets: Sheets): Result<readonly Change[], Failure> {
  const table = sheets.table(SETTINGS);
  if (!table.ok) return table;
  const there = new Set(table.value.rows.map(({ cells }) => textOf(cells.name).toLowerCase()));
  return ok(
    (SETTINGS.firstRows ?? [])
      .filter(([name = '']) => !there.has(textOf(name).toLowerCase()))
      .map(([name = '', value = '', meaning = '']) => addRow(SETTINGS, { name, value, meaning })),
  );
}
