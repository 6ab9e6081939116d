/**
 * The work system of a company that has no other: a spreadsheet. All ports of it stand on one reading of each sheet an
 * execution. An execution in which nothing happened costs one request to Drive and one to Sheets.
 */
import type {
  Connections,
  CalendarRecords,
  Staff,
  WorkCalendars,
} from '../../calendar/runner-ports';
import type { Employees } from '../../directory/ports';
import type { Hash } from '../../kit/canonical';
import type { Clock } from '../../kit/clock';
import type { Failure } from '../../kit/failure';
import { ok, type Result } from '../../kit/result';
import type { StringStore } from '../../kit/string-store';
import type { JournalStore, ProblemStore, RunStore } from '../../runs/ports';
import { workbookCalendar } from './activities';
import { problemsOfRow } from './activity-row';
import { ActivitySheet } from './activity-sheet';
import { workbookConnections, type Seal } from './connections';
import { journalRows } from './journal';
import { workbookEmployees, workbookStaff } from './people';
import { workbookProblems, type WordsOf } from './problems';
import { calendarRecords } from './records';
import type { RowProblem } from './row-problem';
import { workbookRuns } from './runs';
import { saveSettings, settingsOf } from './settings';
import { Sheets } from './sheets';
import type { Spreadsheet } from './spreadsheet';
import { StateWatch } from './state-watch';
import { typeNames, type TypeNames } from './types';

export interface WorkbookParts {
  readonly spreadsheet: Spreadsheet;
  /** Outlives the execution: which version of the spreadsheet needs no reading. */
  readonly memory: StringStore;
  readonly hash: Hash;
  /** Another one each time, in all executions. */
  readonly newId: () => string;
  readonly clock: Clock;
  /** Id of this run, for the Journal. */
  readonly run: string;
  readonly wordsOf: WordsOf;
  readonly seal: Seal;
}

export interface Workbook {
  readonly calendars: WorkCalendars;
  readonly staff: Staff;
  readonly employees: Employees;
  readonly connections: Connections;
  readonly records: CalendarRecords;
  readonly journal: JournalStore;
  readonly runs: RunStore;
  readonly problems: ProblemStore;
  /** What people should put right in Settings and Activities; null when the activities were not read, so nobody knows. */
  rowProblems(): Result<readonly RowProblem[] | null, Failure>;
  /** To be called after the last write of an execution, so that the next one knows what it need not read. */
  settle(): Result<null, Failure>;
}

/** Counts of runs that say only that somebody was looked at. */
const QUIET_COUNTS: ReadonlySet<string> = new Set(['people', 'idle', 'calls']);

/** The workbook as one execution sees it. */
export function workbook(parts: WorkbookParts): Workbook {
  const { spreadsheet, memory, hash, newId, clock, run, wordsOf, seal } = parts;
  const sheets = new Sheets(spreadsheet);
  const rows = new ActivitySheet(sheets, hash, newId);
  const connections = workbookConnections(sheets, seal);
  const watch = new StateWatch({ sheets, rows, connections, memory, hash, seal });
  const journal = journalRows(sheets);
  const types = (): Result<TypeNames, Failure> => typeNames(sheets);
  const stateOf = (email: string): Result<string, Failure> => watch.stateOf(email);
  return {
    calendars: {
      of: (email) => workbookCalendar(email, { sheets, rows, hash, newId, types, stateOf }),
      stateOf,
      types: () => mapped(types(), ({ all }) => all),
      settings: () => {
        const names = types();
        return names.ok
          ? mapped(settingsOf(sheets, names.value), ({ settings }) => settings)
          : names;
      },
      saveSettings: (settings) => {
        const names = types();
        return names.ok ? saveSettings(sheets, settings, names.value) : names;
      },
    },
    staff: workbookStaff(sheets),
    employees: workbookEmployees({ sheets, hash, newId }),
    connections,
    records: calendarRecords(sheets, journal, { clock, run }),
    journal,
    runs: workbookRuns(sheets, memory, QUIET_COUNTS),
    problems: workbookProblems(sheets, wordsOf),
    rowProblems: () => rowProblems(sheets, rows),
    settle: () => watch.settle(),
  };
}

const mapped = <T, U>(result: Result<T, Failure>, map: (value: T) => U): Result<U, Failure> =>
  result.ok ? ok(map(result.value)) : result;

function rowProblems(
  sheets: Sheets,
  { rows }: ActivitySheet,
): Result<readonly RowProblem[] | null, Failure> {
  if (!rows) return ok(null);
  const types = typeNames(sheets);
  if (!types.ok) return types;
  const settings = settingsOf(sheets, types.value);
  if (!settings.ok) return settings;
  const inRows = rows.flatMap((row) => problemsOfRow(row, types.value));
  return ok([...settings.value.problems, ...inRows]);
}
