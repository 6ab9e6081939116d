/** What Tandem keeps of an organization in its workbook, whatever the work system is. One reading of each sheet an execution. */
import type {
  CalendarRecords,
  CalendarSettings,
  CalendarSettingsBook,
  Connections,
} from '../calendar/ports';
import type { Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import type { JournalStore, ProblemStore, RunStore } from '../runs/ports';
import type { RowProblem } from '../sheets/row-problem';
import { carryOut, type Plan } from '../sheets/plan';
import type { Sheets } from '../sheets/sheets';
import type { Agreements } from './agreements';
import { carryOver, type KnownAccount } from './carry-over';
import { calendarRecords } from './calendar-records';
import { workbookConnections } from './connections';
import { journalRows } from './journal';
import { linkShelf } from './links';
import { workbookProblems, type WordsOf } from './problems';
import { workbookRuns } from './runs';
import { saveSettings, settingsOf, type TypeWords } from './settings';

export interface RecordsPorts {
  readonly sheets: Sheets;
  /** Outlives the execution: the newest runs of each job. */
  readonly memory: StringStore;
  readonly clock: Clock;
  /** Id of this run, for the Journal. */
  readonly run: string;
  readonly wordsOf: WordsOf;
  agreements(): Result<Agreements, Failure>;
  /** Whose primary address this is now; null for nobody's. */
  accountAt(email: string): Result<KnownAccount | null, Failure>;
  readonly defaults: CalendarSettings;
  /** The work system's activity types, by which settings name them. */
  types(): Result<TypeWords, Failure>;
}

export interface Records {
  readonly connections: Connections;
  readonly calendars: CalendarRecords;
  readonly settings: CalendarSettingsBook;
  readonly journal: JournalStore;
  readonly runs: RunStore;
  readonly problems: ProblemStore;
  /** What people should put right in Settings. */
  settingsProblems(): Result<readonly RowProblem[], Failure>;
  /** Carries over what an earlier version of Tandem wrote. To be called before a run reads or writes anything else. */
  carryOver(): Result<null, Failure>;
  /** Goes on with a workbook that somebody put back to an earlier version (`workbook-restored`), as an administrator wants. */
  acceptRestored(): Result<null, Failure>;
}

/** Counts of runs that say only that somebody was looked at. */
const QUIET_COUNTS: ReadonlySet<string> = new Set(['people', 'idle', 'calls']);

/** The records as one execution sees them. */
export function recordsIn(ports: RecordsPorts): Records {
  const { sheets, memory, clock, run, wordsOf, defaults, types } = ports;
  const journal = journalRows(sheets);
  const links = linkShelf(sheets);
  const saveTogether = (plan: Plan | null): Result<null, Failure> => {
    const done = carryOut(
      sheets,
      [journal.plan(), links.plan(), plan].flatMap((one) => one ?? []),
    );
    if (done.ok) links.saved();
    return done;
  };
  const withTypes = <T>(use: (names: TypeWords) => Result<T, Failure>): Result<T, Failure> => {
    const names = types();
    return names.ok ? use(names.value) : names;
  };
  const readSettings = () => withTypes((names) => settingsOf(sheets, names, defaults));
  return {
    connections: workbookConnections({
      sheets,
      agreements: () => ports.agreements(),
      save: saveTogether,
    }),
    calendars: calendarRecords({ links, journal, clock, run }),
    settings: {
      load() {
        const read = readSettings();
        return read.ok ? ok(read.value.settings) : read;
      },
      save: (settings) => withTypes((names) => saveSettings(sheets, settings, names)),
    },
    journal,
    runs: workbookRuns(sheets, memory, QUIET_COUNTS),
    problems: workbookProblems(sheets, wordsOf),
    settingsProblems() {
      const read = readSettings();
      return read.ok ? ok(read.value.problems) : read;
    },
    carryOver: () =>
      carryOver({
        sheets,
        agreements: () => ports.agreements(),
        accountAt: (email) => ports.accountAt(email),
      }),
    acceptRestored: () => sheets.acceptRestored(),
  };
}
