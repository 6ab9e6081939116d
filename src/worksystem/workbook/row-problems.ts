/** What people should put right in the rows they write: one sentence each, with what to write instead. */
import { flagOf, textOf } from '../../sheets/cells';
import { rowProblem, type RowProblem } from '../../sheets/row-problem';
import type { Cell } from '../../sheets/spreadsheet';
import type { FieldOf, Row, TableForm } from '../../sheets/table';
import type { ActivityField } from './forms';
import { ACTIVITIES, ACTIVITY_TYPES, PEOPLE } from './forms';
import { seriesProblems, type NamedRows } from './series-problems';
import { slotOf } from './series-rows';
import { timesOfCells, type TimeProblem } from './times';
import type { TypeNames } from './types';

/** Which addresses are somebody's, in lower case; null where there are no people to compare with. */
export type KnownAddresses = ReadonlySet<string> | null;

const SAYS: Readonly<Record<TimeProblem, (zone: string) => string>> = {
  start: () =>
    'Its start cannot be read. Write it as 2026-03-31 09:00, or 2026-03-31 for a whole day.',
  end: () => 'Its end cannot be read. Write it as 2026-03-31 10:00, or 2026-03-31 for a whole day.',
  'no-start': () => 'It has no start. Write it as 2026-03-31 09:00, or 2026-03-31 for a whole day.',
  'no-end': () => 'It has no end. Write it as 2026-03-31 10:00.',
  'start-without-time': () =>
    'Its end has a time of day, but its start has none. Write the start as 2026-03-31 09:00.',
  'end-without-time': () =>
    'Its start has a time of day, but its end has none. Write the end as 2026-03-31 10:00.',
  'end-before-start': () => 'It ends before it starts. Correct Start or End.',
  year: () => 'Tandem accepts the years 1900 to 2199. Correct Start or End.',
  'too-long': () => 'It lasts longer than ten years. Correct Start or End.',
  zone: (zone) =>
    `Unknown time zone: “${zone}”. Write it as Europe/Helsinki, or leave it empty to use that of the owner’s calendar.`,
  box: () =>
    'All day is no, but Start and End have no times of day, so it counts as whole days. Add the times, or set All day to TRUE.',
};

/** What rows may name. */
export interface Named {
  readonly types: TypeNames;
  readonly people: KnownAddresses;
  readonly rows: NamedRows;
}

/** In one activity: everything at once, for a row is listed once. */
export const problemsOfRow = (
  { at, cells }: Row<ActivityField>,
  { types, people, rows }: Named,
): readonly RowProblem[] => {
  const { problem } = timesOfCells(cells);
  return listed(ACTIVITIES.title, at, [
    // Whoever owns the row that repeats owns this one.
    ...(slotOf(cells) ? [] : ownerProblems(textOf(cells.owner), people)),
    ...(problem === null ? [] : [SAYS[problem](textOf(cells.zone))]),
    ...seriesProblems(cells, rows),
    ...(types.idOf(cells.type) === null
      ? [
          `Its type “${textOf(cells.type)}” is not in the sheet Activity types, so it counts as the default type.`,
        ]
      : []),
    ...wordProblem('All day', cells.isAllDay, 'so Start and End decide'),
    ...wordProblem('Busy', cells.isBusy, 'so it counts as busy'),
    ...wordProblem('Tentative', cells.isTentative, 'so it counts as confirmed'),
  ]);
};

const listed = (sheet: string, at: number, reasons: readonly string[]): RowProblem[] =>
  reasons.length === 0 ? [] : [rowProblem(sheet, at, reasons.join(' '))];

function ownerProblems(owner: string, known: KnownAddresses): string[] {
  if (owner === '') return ['It has no owner. Write the owner’s email address.'];
  if (!/^[^\s@,;<>]+@[^\s@,;<>]+$/.test(owner))
    return [`Its owner “${owner}” is not an email address. Write the owner’s email address.`];
  if (known === null || known.has(owner.toLowerCase())) return [];
  return [
    `Nobody in People has the address ${owner}. Write the owner’s address as it is in People.`,
  ];
}

/** @param so what it counts as meanwhile. */
const wordProblem = (heading: string, cell: Cell, so: string): string[] =>
  typeof cell === 'boolean' || textOf(cell) === '' || flagOf(cell) !== null
    ? []
    : [`Its ${heading} “${textOf(cell)}” is neither yes nor no, ${so}. Write TRUE or FALSE.`];

/** Words in the boxes of activity types. */
export const problemsOfType = (row: Row<FieldOf<typeof ACTIVITY_TYPES>>): readonly RowProblem[] =>
  boxProblems(ACTIVITY_TYPES, row, ['isDefault', 'isPersonal', 'isTask'], 'so it counts as no');

/** Words in the box that says who works here. */
export const problemsOfPerson = (row: Row<FieldOf<typeof PEOPLE>>): readonly RowProblem[] =>
  boxProblems(PEOPLE, row, ['isActive'], 'so the person counts as active');

const boxProblems = <F extends string>(
  { title, headings }: TableForm<F>,
  { at, cells }: Row<F>,
  boxes: readonly F[],
  so: string,
): RowProblem[] =>
  listed(
    title,
    at,
    boxes.flatMap((box) => wordProblem(headings[box], cells[box], so)),
  );
