/**
 * The work system of a company that has no other: a spreadsheet. All of its ports share one reading of each sheet in an
 * execution. An execution without news makes one request to Drive and one to Sheets.
 */
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import type { AddressedPerson } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import type { StringStore } from '../../kit/string-store';
import type { RowProblem } from '../../sheets/row-problem';
import type { Sheets } from '../../sheets/sheets';
import { ACTIVITY_TYPES, PEOPLE } from './forms';
import type { WorkSystem } from '../port';
import { workbookCalendar } from './activities';
import { ActivitySheet } from './activity-sheet';
import { addressesInPeople, workbookEmployees, workbookStaff } from './people';
import { workbookBookings, workbookTakers } from './appointments';
import { availabilityFeed } from './availability-feed';
import { audienceOf, type WorkbookReaders } from './audience';
import { readdressRows } from './readdress';
import {
  problemsOfPerson,
  problemsOfRow,
  problemsOfType,
  type KnownAddresses,
} from './row-problems';
import { namedRows } from './series-problems';
import { StateWatch, type CarriedState } from './state-watch';
import { typeNames, type TypeNames } from './types';

export interface WorkbookPorts {
  readonly sheets: Sheets;
  /** Outlives the execution: which version of the spreadsheet needs no reading. */
  readonly memory: StringStore;
  readonly hash: Hash;
  /** Returns a new id each time, unique across all executions. */
  readonly newId: () => string;
  /** How far everybody's sync has come, as Tandem's records have it. */
  carriedStates(): Result<readonly CarriedState[], Failure>;
  /** Who can open the spreadsheet. */
  readers(): Result<WorkbookReaders, Failure>;
}

export interface Workbook extends WorkSystem {
  types(): Result<TypeNames, Failure>;
  /** Mistakes in Activities that people should correct; null when the activities have not been read. */
  rowProblems(): Result<readonly RowProblem[] | null, Failure>;
  /** Whether the activities may differ from what is remembered about them; asks Drive, once an execution. */
  isChanged(): boolean;
  /** Call after the last write of an execution, so that the next one knows what it need not read. */
  settle(): Result<null, Failure>;
}

/** The workbook as one execution sees it. */
export function workbook({
  sheets,
  memory,
  hash,
  newId,
  carriedStates,
  readers,
}: WorkbookPorts): Workbook {
  const rows = new ActivitySheet(sheets, hash, newId);
  const watch = new StateWatch({ sheets, rows, carriedStates, memory, hash });
  const types = (): Result<TypeNames, Failure> => typeNames(sheets);
  const stateOf = (person: AddressedPerson): Result<string, Failure> => watch.stateOf(person);
  return {
    calendars: {
      of: (person) => workbookCalendar(person, { sheets, rows, hash, newId, types, stateOf }),
      stateOf,
      stateAfterWrites: (person) => rows.stateAfterWrites(person),
      readdress: (moves) => readdressRows(moves, rows, sheets),
      types() {
        const names = types();
        return names.ok ? ok(names.value.all) : names;
      },
      audience() {
        const found = readers();
        return found.ok ? ok(audienceOf(found.value)) : found;
      },
    },
    staff: workbookStaff(sheets),
    takers: workbookTakers(sheets),
    bookings: workbookBookings(rows, types),
    availability: availabilityFeed(sheets),
    employees: workbookEmployees({ sheets, hash, newId }),
    types,
    rowProblems: () => rowProblems(rows, { sheets, types, carriedStates }),
    isChanged: () => watch.isChanged(),
    settle: () => watch.settle(),
  };
}

function rowProblems(
  { rows }: ActivitySheet,
  {
    sheets,
    types,
    carriedStates,
  }: Pick<WorkbookPorts, 'sheets' | 'carriedStates'> & Pick<Workbook, 'types'>,
): Result<readonly RowProblem[] | null, Failure> {
  if (!rows) return ok(null);
  const names = types();
  if (!names.ok) return names;
  const typeRows = sheets.table(ACTIVITY_TYPES);
  if (!typeRows.ok) return typeRows;
  const people = sheets.table(PEOPLE);
  if (!people.ok) return people;
  const carried = carriedStates();
  if (!carried.ok) return carried;
  const addresses = new Set([
    ...addressesInPeople(people.value.rows),
    ...carried.value.flatMap(({ email, addresses: others }) => [email, ...others]),
  ]);
  addresses.delete('');
  const known: KnownAddresses = addresses.size === 0 ? null : addresses;
  const named = { types: names.value, people: known, rows: namedRows(rows) };
  return ok([
    ...typeRows.value.rows.flatMap(problemsOfType),
    ...people.value.rows.flatMap(problemsOfPerson),
    ...rows.flatMap((row) => problemsOfRow(row, named)),
  ]);
}
