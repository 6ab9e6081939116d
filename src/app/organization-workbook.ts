/** The workbook of an organization as one execution of its sync account sees it. */
import { DEFAULT_SETTINGS } from '../calendar/settings';
import { failureWords } from '../card/failure-words';
import { clock } from '../google/clock';
import { hmac } from '../google/digest';
import { newUuid } from '../google/uuid';
import { spreadsheet } from '../google/spreadsheet';
import { scriptLock } from '../google/lock';
import { ok } from '../kit/result';
import type { StringStore } from '../kit/string-store';
import { textDigest } from '../kit/text-digest';
import type { PacedCalls } from '../runs/ports';
import { recordsIn, type Records } from '../records/records';
import { Sheets } from '../sheets/sheets';
import { workbook, type Workbook } from '../worksystem/workbook/workbook';
import { READ_TOGETHER } from './workbook-tables';

export interface WorkbookAt {
  readonly workbookId: string;
  /** Of the sync account. */
  readonly own: StringStore;
  /** Of the script. */
  readonly shared: StringStore;
  /** Id of the run, for the Journal. */
  readonly run: string;
  /** Keeps reading and writing within what the Sheets API allows. */
  readonly calls: PacedCalls;
}

export interface OrganizationBook extends Workbook {
  readonly records: Records;
}

export function organizationWorkbook({
  workbookId,
  own,
  shared,
  run,
  calls,
}: WorkbookAt): OrganizationBook {
  const sheets = new Sheets(spreadsheet(workbookId, calls), READ_TOGETHER);
  const book: Workbook = workbook({
    sheets,
    memory: own,
    hash: textDigest,
    newId: () => newUuid().slice(0, 13),
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
  const records: Records = recordsIn({
    sheets,
    memory: own,
    clock,
    run,
    seal: sealOf(shared, workbookId),
    wordsOf(failure) {
      const { heading, meaning, cure } = failureWords(failure);
      return { said: `${heading}. ${meaning}`, cure };
    },
    defaults: DEFAULT_SETTINGS,
    types: book.types,
  });
  return { ...book, records };
}

const SECRET = 'publisher.seal-secret';

/**
 * Asked for once an execution, and made at its first use under the script's lock. Never shown: whoever has it could agree
 * for others.
 *
 * @throws Error while another execution holds the lock for too long.
 */
function sealOf(shared: StringStore, workbookId: string): (text: string) => string {
  let secret: string | null = null;
  const made = (): string => {
    const known = shared.get(SECRET);
    if (known !== null) return known;
    const fresh = newUuid() + newUuid();
    shared.set({ [SECRET]: fresh });
    return fresh;
  };
  const secretText = (): string => {
    const held = scriptLock.hold(made);
    if (!held.ok) throw new Error('The script is busy.');
    return held.value;
  };
  return (text) => hmac(`${workbookId} ${text}`, (secret ??= secretText()));
}
