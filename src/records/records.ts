/** What Tandem keeps about an organization in its workbook, whatever the work system is. An execution reads each sheet once. */
import type {
  CalendarRecords,
  CalendarSettingsBook,
  Connections,
  Readdressing,
  OwnChoices,
} from '../calendar/ports';
import type { Clock } from '../kit/clock';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import type { Slot } from '../kit/slot';
import type { StringStore } from '../kit/string-store';
import type { JournalStore, ProblemStore, RunStore } from '../runs/ports';
import type { RowProblem } from '../sheets/row-problem';
import { carryOut, inLots, type Plan } from '../sheets/plan';
import type { Sheets } from '../sheets/sheets';
import type { TableForm } from '../sheets/table';
import type { Agreements } from './agreements';
import { carryOver, type KnownAccount } from './carry-over';
import { carryOverForms, type NewColumns } from './form-carry-over';
import { calendarRecords } from './calendar-records';
import { workbookConnections, type ConflictsOf } from './connections';
import { journalRows } from './journal';
import { pastRuns, pastWrites } from './journal-past';
import { hidingChanges, type Hidden } from './journal-details';
import { newestChanges } from './journal-newest';
import { linkShelf } from './links';
import { workbookProblems, type WordsOf } from './problems';
import { workbookRuns } from './runs';
import { retentionOf, saveRetention, type RetentionRules } from './retention';
import {
  saveSettings,
  settingsOf,
  type SettingChange,
  type SettingsRules,
  type TypeWords,
} from './settings';
import { readdressEntry, switchEntry } from './own-entries';
import { JOURNAL_ROWS, RUNS, SETTINGS } from './forms';
import { settingTexts } from './setting-texts';
import { oldRows, removeLinksOfOff } from './old-rows';
import { textOf } from '../sheets/cells';
import type { SettingTexts } from '../availability/ports';
import type { Aging, NotedChange, Removed, RetentionBook } from '../journal/ports';

export interface RecordsPorts {
  readonly sheets: Sheets;
  /** A store of the organization that outlives the execution, for the newest run of each job. */
  readonly memory: StringStore;
  readonly clock: Clock;
  /** Which version of Tandem's sheets the workbook has; kept outside it. */
  readonly forms: Slot<number>;
  readonly workColumns: readonly NewColumns[];
  /** The work system's sheets that an earlier version did not have. */
  readonly addedForms: readonly TableForm<string>[];
  /** Id of this run, for the Journal. */
  readonly run: string;
  readonly wordsOf: WordsOf;
  agreements(): Result<Agreements, Failure>;
  /** The account whose primary address this is now; null if nobody has it. */
  accountAt(email: string): Result<KnownAccount | null, Failure>;
  readonly conflictsOf: ConflictsOf;
  choicesOf(data: unknown): OwnChoices;
  readonly settings: SettingsRules;
  readonly retention: RetentionRules;
  /** Notes for the Journal that settings were saved from a card. */
  noteSettings(changes: readonly SettingChange[]): void;
  /** The work system's activity types, as settings name them. */
  types(): Result<TypeWords, Failure>;
}

export interface Records {
  readonly connections: Connections;
  readonly calendars: CalendarRecords;
  readonly settings: CalendarSettingsBook;
  readonly retention: RetentionBook;
  readonly journal: JournalStore;
  /** The newest rows of the Journal, newest first. */
  newestChanges(most: number): Result<readonly NotedChange[], Failure>;
  readonly runs: RunStore;
  readonly problems: ProblemStore;
  /** Settings of features that keep theirs as texts. */
  readonly settingTexts: SettingTexts;
  /** Values of the sheet Settings by name; null when this execution has not read the sheet. */
  settingsRead(): Readonly<Record<string, string>> | null;
  /** Removes rows older than `before`, as many as one batch holds. @param since `before` of the last time that all old rows were removed. */
  removeOld(kind: Aging, before: string, since: string): Result<Removed, Failure>;
  /** Notes for the Journal that activities followed their renamed owners; written with the next save. */
  noteReaddressing(moves: readonly Readdressing[]): void;
  /** Mistakes in the sheet Settings that people should correct. */
  settingsProblems(): Result<readonly RowProblem[], Failure>;
  /** Carries over what an earlier version of Tandem wrote. To be called before a run reads or writes anything else. */
  carryOver(): Result<null, Failure>;
  /** Accepts a workbook that somebody put back to an earlier version (`workbook-restored`), once an administrator has decided so. */
  acceptRestored(): Result<null, Failure>;
}

/** Counts that say only that somebody was looked at. */
const QUIET_COUNTS: ReadonlySet<string> = new Set(['people', 'idle', 'calls']);

/** The records as one execution sees them. */
export function recordsIn(ports: RecordsPorts): Records {
  const { sheets, memory, clock, run, wordsOf } = ports;
  const journal = journalRows(sheets);
  const links = linkShelf(sheets);
  /** The copies of what stood there before say the details, too: they go once all is saved. */
  let hasHidden = false;
  const saveTogether = (plan: Plan | null): Result<null, Failure> => {
    const done = carryOut(
      sheets,
      [journal.plan(), links.plan(), plan].flatMap((one) => one ?? []),
    );
    if (!done.ok) return done;
    links.saved();
    if (!hasHidden) return done;
    hasHidden = false;
    return sheets.dropCopies();
  };
  const hide = (hidden: Hidden): Result<null, Failure> => {
    hasHidden = true;
    return inLots(sheets, () => hidingChanges(sheets, hidden));
  };
  return {
    connections: workbookConnections({
      sheets,
      agreements: () => ports.agreements(),
      save: saveTogether,
      conflictsOf: ports.conflictsOf,
      choicesOf: ports.choicesOf,
      noteSwitch: (connection) => journal.note([switchEntry(connection, { clock, run })]),
      clock,
    }),
    calendars: calendarRecords({
      ...{ links, journal, hide, clock, run },
      past: (addresses) => pastWrites(sheets, addresses),
      pastRuns: () => pastRuns(sheets),
    }),
    journal,
    newestChanges: (most) => newestChanges(sheets, most),
    runs: workbookRuns({ sheets, memory, quietCounts: QUIET_COUNTS, wordsOf }),
    problems: workbookProblems(sheets, wordsOf),
    ...settingsIn(ports),
    ...rowsIn(ports),
    noteReaddressing: (moves) =>
      journal.note(moves.flatMap((move) => readdressEntry(move, { clock, run }) ?? [])),
  };
}

/** The sheet Settings. */
function settingsIn(
  ports: RecordsPorts,
): Pick<Records, 'settings' | 'settingTexts' | 'retention' | 'settingsRead' | 'settingsProblems'> {
  const { sheets, settings: rules, types } = ports;
  const withTypes = <T>(use: (names: TypeWords) => Result<T, Failure>): Result<T, Failure> => {
    const names = types();
    return names.ok ? use(names.value) : names;
  };
  const readSettings = () => withTypes((names) => settingsOf(sheets, names, rules));
  const noted = (saved: Result<readonly SettingChange[], Failure>): Result<null, Failure> => {
    if (!saved.ok) return saved;
    if (saved.value.length > 0) ports.noteSettings(saved.value);
    return ok(null);
  };
  return {
    settings: {
      load() {
        const read = readSettings();
        return read.ok ? ok(read.value.settings) : read;
      },
      save: (settings) => noted(withTypes((names) => saveSettings(sheets, settings, names, rules))),
    },
    settingTexts: settingTexts(sheets, (changes) => ports.noteSettings(changes)),
    retention: {
      load() {
        const read = retentionOf(sheets, ports.retention);
        return read.ok ? ok(read.value.retention) : read;
      },
      save: (retention) => noted(saveRetention(sheets, retention, ports.retention)),
    },
    settingsRead() {
      const table = sheets.tableIfRead(SETTINGS);
      if (table === null) return null;
      return Object.fromEntries(
        table.rows.map(({ cells }) => [textOf(cells.name), textOf(cells.value)]),
      );
    },
    settingsProblems() {
      const read = readSettings();
      if (!read.ok) return read;
      const kept = retentionOf(sheets, ports.retention);
      return kept.ok ? ok([...read.value.problems, ...kept.value.problems]) : kept;
    },
  };
}

/** Rows of earlier versions, old ones, and a workbook that was put back. */
function rowsIn(ports: RecordsPorts): Pick<Records, 'removeOld' | 'carryOver' | 'acceptRestored'> {
  const { sheets, clock, forms, addedForms, workColumns } = ports;
  const aging = {
    journal: oldRows(sheets, JOURNAL_ROWS, 'instant'),
    runs: oldRows(sheets, RUNS, 'instant'),
  };
  return {
    removeOld: (kind, before, since) =>
      kind === 'links' ? removeLinksOfOff(sheets, before, since) : aging[kind](before),
    carryOver() {
      const done = carryOverForms({ sheets, place: forms, clock, addedForms, workColumns });
      if (!done.ok) return done;
      return carryOver({
        sheets,
        agreements: () => ports.agreements(),
        accountAt: (email) => ports.accountAt(email),
      });
    },
    acceptRestored() {
      // The restored version may be older than today's sheets.
      forms.clear();
      return sheets.acceptRestored();
    },
  };
}
