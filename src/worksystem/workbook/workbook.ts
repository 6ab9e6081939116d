/**
 * The work system of a company that has no other: a spreadsheet. All ports of it stand on one reading of each sheet an
 * execution. An execution in which nothing happened costs one request to Drive and one to Sheets.
 */
import type { Hash } from '../../kit/canonical';
import type { Failure } from '../../kit/failure';
import type { AddressedPerson } from '../../kit/person';
import { ok, type Result } from '../../kit/result';
import type { StringStore } from '../../kit/string-store';
import type { RowProblem } from '../../sheets/row-problem';
import type { Sheets } from '../../sheets/sheets';
import type { WorkSystem } from '../port';
import { workbookCalendar } from './activities';
import { problemsOfRow } from './activity-row';
import { ActivitySheet } from './activity-sheet';
import { workbookEmployees, workbookStaff } from './people';
import { readdressRows } from './readdress';
import { StateWatch, type CarriedState } from './state-watch';
import { typeNames, type TypeNames } from './types';

export interface WorkbookPorts {
  readonly sheets: Sheets;
  /** Outlives the execution: which version of the spreadsheet needs no reading. */
  readonly memory: StringStore;
  readonly hash: Hash;
  /** Another one each time, in all executions. */
  readonly newId: () => string;
  /** How far everybody's sync has come, as Tandem's records have it. */
  carriedStates(): Result<readonly CarriedState[], Failure>;
}

export interface Workbook extends WorkSystem {
  types(): Result<TypeNames, Failure>;
  /** What people should put right in Activities; null when the activities were not read, so nobody knows. */
  rowProblems(): Result<readonly RowProblem[] | null, Failure>;
  /** Whether the activities may differ from what was remembered of them; asks Drive, once an execution. */
  isChanged(): boolean;
  /** To be called after the last write of an execution, so that the next one knows what it need not read. */
  settle(): Result<null, Failure>;
}

/** The workbook as one execution sees it. */
export function workbook({ sheets, memory, hash, newId, carriedStates }: WorkbookPorts): Workbook {
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
    },
    staff: workbookStaff(sheets),
    employees: workbookEmployees({ sheets, hash, newId }),
    types,
    rowProblems: () => rowProblems(rows, types),
    isChanged: () => watch.isChanged(),
    settle: () => watch.settle(),
  };
}

function rowProblems(
  { rows }: ActivitySheet,
  types: () => Result<TypeNames, Failure>,
): Result<readonly RowProblem[] | null, Failure> {
  if (!rows) return ok(null);
  const names = types();
  return names.ok ? ok(rows.flatMap((row) => problemsOfRow(row, names.value))) : names;
}
