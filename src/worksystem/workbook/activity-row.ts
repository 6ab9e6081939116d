/** One activity as cells of a row. */
import type { Activity, ActivityContent } from '../../calendar/ports';
import type { Hash } from '../../kit/canonical';
import {
  addressOf,
  CELL_CHARACTERS,
  cellText,
  flagOf,
  textOf,
  textOrNull,
  wholeTextOf,
} from '../../sheets/cells';
import { ACTIVITIES } from './forms';
import type { FieldOf } from '../../sheets/table';
import { rowProblem, type RowProblem } from '../../sheets/row-problem';
import { fieldsOf, textOfCells, type Cells, type Row } from '../../sheets/table';
import { cellsOfTimes, timesOfCells, type TimeProblem } from './times';
import type { TypeNames } from './types';

export type ActivityField = FieldOf<typeof ACTIVITIES>;
export type ActivityCells = Cells<ActivityField>;

/** What a row's version is about: all that we know but the id. */
const FIELDS = fieldsOf(ACTIVITIES).filter((field) => field !== 'id');

export const activityText = (cells: ActivityCells): string => textOfCells(cells, FIELDS);

export const activityVersionOf = (cells: ActivityCells, hash: Hash): string =>
  hash(activityText(cells));

/** What a row says. Times that cannot be read are told as they stand, so that the sync leaves the activity out. */
export function activityOf(cells: ActivityCells, types: TypeNames, hash: Hash): Activity {
  const { problem: _, ...times } = timesOfCells(cells);
  return {
    id: textOf(cells.id),
    version: activityVersionOf(cells, hash),
    owner: addressOf(cells.owner),
    externalId: textOrNull(cells.externalId),
    createdAt: null,
    updatedAt: null,
    typeId: types.idOf(cells.type) ?? types.defaultId,
    name: wholeTextOf(cells.name),
    ...times,
    location: wholeTextOf(cells.location),
    notes: wholeTextOf(cells.notes),
    isBusy: flagOf(cells.isBusy) ?? true,
    isTentative: flagOf(cells.isTentative) ?? false,
    participants: textOf(cells.participants)
      .split(/[,;\s]+/)
      .filter((address) => address !== ''),
    recurrence: [],
  };
}

/** Cells for what is told, and for nothing else. Times are told together. */
export function cellsOfContent(
  content: Partial<ActivityContent>,
  types: TypeNames,
): Partial<ActivityCells> {
  const { typeId, name, location, notes, isBusy, isTentative, participants } = content;
  return {
    ...(typeId === undefined ? {} : { type: types.nameOf(typeId) }),
    ...(name === undefined ? {} : { name: cellText(name) }),
    ...(location === undefined ? {} : { location: cellText(location) }),
    ...(notes === undefined ? {} : { notes: cellText(notes) }),
    ...(isBusy === undefined ? {} : { isBusy }),
    ...(isTentative === undefined ? {} : { isTentative }),
    ...(participants === undefined ? {} : { participants: addressesThatFit(participants) }),
  };
}

/** The cells a patch changes: where it tells of times, they are written whole. */
export function cellsOfPatch(
  content: Partial<ActivityContent>,
  row: ActivityCells,
  types: TypeNames,
): Partial<ActivityCells> {
  const cells = cellsOfContent(content, types);
  const { isAllDay, start, end, zone } = content;
  if (isAllDay === undefined && start === undefined && end === undefined && zone === undefined)
    return cells;
  const { problem: _, ...before } = timesOfCells(row);
  const told = Object.fromEntries(
    Object.entries({ isAllDay, start, end, zone }).filter(([, value]) => value !== undefined),
  );
  return { ...cells, ...cellsOfTimes({ ...before, ...told }) };
}

export const cellsOfActivity = (
  content: ActivityContent,
  own: { readonly id: string; readonly owner: string; readonly externalId: string },
  types: TypeNames,
): ActivityCells => ({
  ...own,
  ...(cellsOfContent(content, types) as Omit<
    ActivityCells,
    'id' | 'owner' | 'externalId' | keyof ReturnType<typeof cellsOfTimes>
  >),
  ...cellsOfTimes(content),
});

/** Whole addresses, as many as one cell takes. */
function addressesThatFit(addresses: readonly string[]): string {
  const all = addresses.join(', ');
  if (all.length <= CELL_CHARACTERS) return all;
  return all.slice(0, all.lastIndexOf(', ', CELL_CHARACTERS));
}

const SAYS: Readonly<Record<TimeProblem, string>> = {
  start: 'Its start cannot be read. Write it as 2026-03-31 09:00, or 2026-03-31 for a whole day.',
  end: 'Its end cannot be read. Write it as 2026-03-31 10:00, or 2026-03-31 for a whole day.',
  'end-before-start': 'It ends before it starts.',
  zone: 'Nobody knows its time zone. Write it as Europe/Helsinki, or leave it empty for that of the owner’s calendar.',
};

/** What a person should put right in a row. */
export function problemsOfRow(
  { at, cells }: Row<ActivityField>,
  types: TypeNames,
): readonly RowProblem[] {
  const { problem } = timesOfCells(cells);
  const reasons = [
    ...(addressOf(cells.owner).includes('@')
      ? []
      : ['It has no owner. Write the owner’s email address.']),
    ...(problem === null ? [] : [SAYS[problem]]),
    ...(types.idOf(cells.type) === null
      ? [
          `Its type “${textOf(cells.type)}” is not in the sheet Activity types, so it counts as the default type.`,
        ]
      : []),
  ];
  return reasons.map((reason) => rowProblem(ACTIVITIES.title, at, reason));
}
