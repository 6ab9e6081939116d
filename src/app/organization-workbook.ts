/** The workbook of an organization as one execution of its sync account sees it. */
import { conflictsOf } from '../calendar/boards/told-conflict';
import { choicesOf } from '../calendar/entry/own-choices';
import { templateFault } from '../calendar/entry/added-text';
import { DEFAULT_SETTINGS } from '../calendar/settings';
import { SETTING_WORDS } from '../calendar/setting-words';
import { DEFAULT_RETENTION, daysOf, RETENTION_DAYS } from '../journal/retention';
import { failureWords } from '../card/failure-words';
import { clock } from '../google/clock';
import { hmac } from '../google/digest';
import { accountAt } from '../google/directory';
import { newUuid } from '../google/uuid';
import { spreadsheet } from '../google/spreadsheet';
import { scriptLock } from '../google/lock';
import { workbookReaders } from '../google/workbook-sharing';
import type { Failure } from '../kit/failure';
import { ok, type Result } from '../kit/result';
import { slot } from '../kit/slot';
import type { ListedStore, StringStore } from '../kit/string-store';
import { textDigest } from '../kit/text-digest';
import { agreements, type Agreements } from '../records/agreements';
import type { PacedCalls } from '../runs/ports';
import { formsSlot } from '../records/form-carry-over';
import type { SettingChange } from '../records/settings';
import { recordsIn, type Records } from '../records/records';
import { judgedSlot } from '../sheets/judged-serials';
import { Sheets } from '../sheets/sheets';
import { workbook, type Workbook } from '../worksystem/workbook/workbook';
import { noteDecision } from './decision-notes';
import { organizationStore } from './execution';
import { settingsWatch, valueWords } from './settings-watch';
import { ADDED_FORMS, NEW_WORK_COLUMNS, readWith, TABLES } from './workbook-tables';

export interface WorkbookAt {
  readonly customerId: string;
  /** The address of whoever saves settings. */
  readonly decider: string;
  readonly workbookId: string;
  /** The address of the account that reads and writes it. */
  readonly syncAccount: string;
  /** The sync account's own properties: what costs another sync account only one reading. */
  readonly own: StringStore;
  /** What any sync account goes on from. */
  readonly memory: StringStore;
  /** The script's properties. */
  readonly shared: ListedStore;
  /** Id of the run, for the Journal. */
  readonly run: string;
  /** Keeps reads and writes within the Sheets API's quotas. */
  readonly calls: PacedCalls;
}

export interface OrganizationBook extends Workbook {
  readonly records: Records;
}

export function organizationWorkbook({
  workbookId,
  customerId,
  syncAccount,
  decider,
  own,
  memory,
  shared,
  run,
  calls,
}: WorkbookAt): OrganizationBook {
  const sheets = new Sheets({
    spreadsheet: spreadsheet(workbookId, calls),
    forms: TABLES,
    together: (title) => readWith(title, () => book.isChanged()),
    judged: slot(shared, judgedSlot(workbookId)),
    clock,
  });
  let readers: ReturnType<typeof workbookReaders> | null = null;
  const book: Workbook = workbook({
    sheets,
    memory: own,
    hash: textDigest,
    newId: () => newUuid().slice(0, 13),
    readers: () => (readers ??= workbookReaders(workbookId)),
    carriedStates() {
      const all = records.connections.load();
      if (!all.ok) return all;
      return ok(
        all.value.map(({ userId, email, addresses, state, workState }) => ({
          userId,
          email,
          addresses,
          isOn: state === 'on',
          workState,
        })),
      );
    },
  });
  let agreed: Result<Agreements, Failure> | null = null;
  const records: Records = recordsIn({
    addedForms: ADDED_FORMS,
    sheets,
    memory,
    clock,
    run,
    forms: slot(shared, formsSlot(workbookId)),
    agreements: () =>
      (agreed ??= agreements({ store: shared, workbookId, sealer: () => sealer(shared) })),
    accountAt: (email) => accountAt(email, syncAccount),
    wordsOf(failure) {
      const { heading, meaning, cure } = failureWords(failure);
      return { said: `${heading}. ${meaning}`, cure };
    },
    ...FORMS_OF_FEATURES,
    noteSettings: (changes) => noteSettings(shared, { customerId, decider }, changes),
    types: book.types,
  });
  return { ...book, records, calendars: notedCalendars(book, records) };
}

/** How the features whose data the records keep read and write it. */
const FORMS_OF_FEATURES = {
  conflictsOf,
  choicesOf,
  workColumns: NEW_WORK_COLUMNS,
  settings: { defaults: DEFAULT_SETTINGS, words: SETTING_WORDS, templateFault },
  retention: {
    defaults: DEFAULT_RETENTION,
    least: RETENTION_DAYS.LEAST,
    most: RETENTION_DAYS.MOST,
    daysOf,
  },
};

/** Notes in the Journal that rows were given their owner's new address. */
const notedCalendars = (
  { calendars }: Pick<Workbook, 'calendars'>,
  records: Records,
): Workbook['calendars'] => ({
  ...calendars,
  readdress(moves) {
    const moved = calendars.readdress(moves);
    if (moved.ok) records.noteReaddressing(moves);
    return moved;
  },
});

function noteSettings(
  shared: ListedStore,
  { customerId, decider }: Pick<WorkbookAt, 'customerId' | 'decider'>,
  changes: readonly SettingChange[],
): void {
  settingsWatch(organizationStore(shared, { customerId }), () => null).noteOwn(
    Object.fromEntries(changes.map(({ name, after }) => [name, after])),
  );
  for (const { name, before, after } of changes) {
    const change = `${name}: ${valueWords(before)} → ${valueWords(after)}.`;
    noteDecision(shared, customerId, { title: 'Settings', change }, { email: decider });
  }
}

const SECRET = 'publisher.seal-secret';

/**
 * The secret of the seals: read once an execution, and made at its first use, under the script's lock. Never shown, because anybody
 * who has it could agree for others. Fails when it cannot be saved, because its seals could not be verified later.
 */
function sealer(shared: StringStore): Result<(text: string) => string, Failure> {
  const there = shared.get(SECRET);
  const secret = there === null ? firstSecret(shared) : ok(there);
  return secret.ok ? ok((text) => hmac(text, secret.value)) : secret;
}

function firstSecret(shared: StringStore): Result<string, Failure> {
  const held = scriptLock.hold((): Result<string, Failure> => {
    // Another execution may have made it since this one read the properties.
    shared.forget?.([SECRET]);
    const known = shared.get(SECRET);
    if (known !== null) return ok(known);
    const fresh = newUuid() + newUuid();
    const kept = shared.set({ [SECRET]: fresh });
    return kept.ok ? ok(fresh) : kept;
  });
  return held.ok ? held.value : held;
}
