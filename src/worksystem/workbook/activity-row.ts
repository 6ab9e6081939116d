/** Converts an activity to the cells of a row and back. */
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
import { fieldsOf, textOfCells, type Cells } from '../../sheets/table';
import { cellsOfTimes, timesOfCells } from './times';
import type { TypeNames } from './types';

export type ActivityField = FieldOf<typeof ACTIVITIES>;
export type ActivityCells = Cells<ActivityField>;

/** The fields that a row's version covers: all of ours except the id. */
const FIELDS = fieldsOf(ACTIVITIES).filter((field) => field !== 'id');

export const activityText = (cells: ActivityCells): string => textOfCells(cells, FIELDS);

export const activityVersionOf = (cells: ActivityCells, hash: Hash): string =>
  hash(activityText(cells));

/** A row as an activity. Times that cannot be read are passed on as they are, so that the sync leaves the activity out. */
export function activityOf(cells: ActivityCells, types: TypeNames, hash: Hash): Activity {
  const { times, besideBox } = timesOfCells(cells);
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
    repeats: null,
    organizer: '',
    answer: null,
    slot: null,
    ...(besideBox && { besideBox }),
  };
}

/** Cells for the given content only. Times are given all together or not at all. */
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

/** The cells that a patch changes. If it changes any time, all cells of the times are written. */
export function cellsOfPatch(
  content: Partial<ActivityContent>,
  row: ActivityCells,
  types: TypeNames,
): Partial<ActivityCells> {
  const cells = cellsOfContent(content, types);
  const { isAllDay, start, end, zone } = content;
  if (isAllDay === undefined && start === undefined && end === undefined && zone === undefined)
    return cells;
  const { times: before } = timesOfCells(row);
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

/** As many whole addresses as fit into one cell. */
function addressesThatFit(addresses: readonly string[]): string {
  const all = addresses.join(', ');
  if (all.length <= CELL_CHARACTERS) return all;
  return all.slice(0, all.lastIndexOf(', ', CELL_CHARACTERS));
}
