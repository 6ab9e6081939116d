/** Converts an activity to the cells of a row and back. */
import type { Activity, ActivityContent, Slot } from '../../calendar/ports';
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
import {
  ACTIVITIES,
  ADDED_LATER,
  ADDED_TO_ACTIVITIES,
  type ActivityCells,
  type ActivityField,
} from './forms';
import type { Cell } from '../../sheets/spreadsheet';
import { fieldsOf, textOfCells } from '../../sheets/table';
import { cellOfRepeats, repeatsOfCell } from './repeats-cell';
import { cellsOfSlot, slotOf } from './series-rows';
import { cellsOfTimes, timesOfCells, type Times } from './times';
import type { TypeNames } from './types';

const ADDED: readonly ActivityField[] = ADDED_TO_ACTIVITIES;
const LATER: readonly ActivityField[] = ADDED_LATER;

/** The fields that a row's version covers: all of ours except the id. */
const FIELDS = fieldsOf(ACTIVITIES).filter(
  (field) => field !== 'id' && ![...ADDED, ...LATER].includes(field),
);

/** A row whose added columns are empty has the version that it had before there were any. */
export const activityText = (cells: ActivityCells): string =>
  textOfCells(cells, FIELDS) + textIfFilled(cells, ADDED) + textIfFilled(cells, LATER);

const textIfFilled = (cells: ActivityCells, fields: readonly ActivityField[]): string =>
  fields.every((field) => cells[field] === '') ? '' : textOfCells(cells, fields);

export const activityVersionOf = (cells: ActivityCells, hash: Hash): string =>
  hash(activityText(cells));

type Answer = ActivityContent['answer'];

const ANSWERS: Readonly<Record<NonNullable<Answer>, string>> = {
  accepted: 'Accepted',
  tentative: 'Maybe',
  needsAction: 'Not answered',
  declined: 'Declined',
};

const ANSWER_OF = new Map(
  Object.entries(ANSWERS).map(([answer, words]) => [words.toLowerCase(), answer as Answer]),
);

/**
 * A row as an activity. What cannot be read is passed on as it is, so that the sync leaves the activity out.
 *
 * @param owner their address: of an exception, the owner of the row that repeats.
 */
export function activityOf(
  cells: ActivityCells,
  types: TypeNames,
  hash: Hash,
  owner = addressOf(cells.owner),
): Activity {
  const { times, besideBox } = timesOfCells(cells);
  return {
    id: textOf(cells.id),
    version: activityVersionOf(cells, hash),
    owner,
    externalId: textOrNull(cells.externalId),
    reference: textOf(cells.reference),
    createdAt: null,
    updatedAt: null,
    typeId: types.idOf(cells.type) ?? types.defaultId,
    name: wholeTextOf(cells.name),
    ...times,
    location: wholeTextOf(cells.location),
    notes: wholeTextOf(cells.notes),
    isBusy: flagOf(cells.isBusy) ?? true,
    isTentative: flagOf(cells.isTentative) ?? false,
    participants: participantsIn(cells),
    repeats: repeatsOfCell(cells.repeats, times),
    organizer: wholeTextOf(cells.organizer),
    answer: ANSWER_OF.get(textOf(cells.answer).toLowerCase()) ?? null,
    slot: slotOf(cells),
    ...(besideBox && { besideBox }),
  };
}

export const participantsIn = ({ participants }: Pick<ActivityCells, 'participants'>): string[] =>
  textOf(participants)
    .split(/[,;\s]+/)
    .filter((address) => address !== '');

/** Cells for the given content only, but for when it takes place and how it repeats. */
function cellsOfContent(
  content: Partial<ActivityContent>,
  types: TypeNames,
): Partial<ActivityCells> {
  const { typeId, name, location, notes, isBusy, isTentative, participants } = content;
  const { organizer, answer } = content;
  return {
    ...(typeId === undefined ? {} : { type: types.nameOf(typeId) }),
    ...(name === undefined ? {} : { name: cellText(name) }),
    ...(location === undefined ? {} : { location: cellText(location) }),
    ...(notes === undefined ? {} : { notes: cellText(notes) }),
    ...(isBusy === undefined ? {} : { isBusy }),
    ...(isTentative === undefined ? {} : { isTentative }),
    ...(participants === undefined ? {} : { participants: addressesThatFit(participants) }),
    ...(organizer === undefined ? {} : { organizer: cellText(organizer) }),
    ...(answer === undefined ? {} : { answer: answer === null ? '' : ANSWERS[answer] }),
  };
}

/**
 * The cells that a patch changes. If it changes any time, all cells of the times are written. Repeats is written only if it would
 * otherwise say something else, with the times after the patch.
 */
export function cellsOfPatch(
  content: Partial<ActivityContent>,
  row: ActivityCells,
  types: TypeNames,
): Partial<ActivityCells> {
  const cells = cellsOfContent(content, types);
  const { isAllDay, start, end, zone, repeats } = content;
  const told = Object.fromEntries(
    Object.entries({ isAllDay, start, end, zone }).filter(([, value]) => value !== undefined),
  );
  const times: Times = { ...timesOfCells(row).times, ...told };
  const rule = repeatsCell(repeats, times, row.repeats);
  return {
    ...cells,
    ...(Object.keys(told).length === 0 ? {} : cellsOfTimes(times)),
    ...(rule === row.repeats ? {} : { repeats: rule }),
  };
}

/** A rule that cannot be read stays as it is. */
const repeatsCell = (
  repeats: ActivityContent['repeats'] | undefined,
  times: Times,
  before: Cell = '',
): Cell =>
  repeats === undefined || typeof repeats === 'string'
    ? before
    : cellOfRepeats(repeats, times, before);

/** What a new row has besides its content. */
export interface RowMarks {
  readonly id: string;
  readonly owner: string;
  readonly externalId: string;
  readonly slot: Slot | null;
}

export const cellsOfActivity = (
  content: ActivityContent,
  { slot, ...own }: RowMarks,
  types: TypeNames,
): ActivityCells => ({
  ...(cellsOfContent(content, types) as ActivityCells),
  ...cellsOfTimes(content),
  ...own,
  repeats: repeatsCell(content.repeats, content),
  ...cellsOfSlot(slot),
  reference: '',
});

/** As many whole addresses as fit into one cell. */
function addressesThatFit(addresses: readonly string[]): string {
  const all = addresses.join(', ');
  if (all.length <= CELL_CHARACTERS) return all;
  return all.slice(0, all.lastIndexOf(', ', CELL_CHARACTERS));
}
