/** What the export of the log needs, in the name of whoever has the spreadsheet open. */
import type { AuditPorts, ExportSheet, TokenLog } from '../audit/ports';
import { auditFilter, auditMarks } from '../audit/settings';
import { chance, clock, sleep } from '../google/clock';
import { exportSheet } from '../google/export-sheet';
import { scriptLock } from '../google/lock';
import { newUuid } from '../google/uuid';
import { tokenLog } from '../google/token-log';
import type { Deadline } from '../kit/deadline';
import type { Failure } from '../kit/failure';
import { fail, ok, type Result } from '../kit/result';
import { slot } from '../kit/slot';
import { backoff } from '../runs/backoff';
import { takeLease } from '../runs/lease';
import type { Execution } from './execution';

/** The add-on's name on consent screens and in the log: the one in the manifest (H25). */
export const APP_NAME = 'Tandem';

/** Twice as long as a card's execution can last: an export that holds the lease longer was killed. */
const LEASE_MS = 60_000;

export function auditPorts({ caller, own, shared, deadline, openFile }: Execution): AuditPorts {
  const patiently = patience(deadline);
  return {
    appName: APP_NAME,
    openFile: () => openFile,
    sheetOf: (fileId, title) => patientSheet(exportSheet(fileId, title), patiently),
    log: patientLog(tokenLog(caller.email), patiently),
    filter: slot(own, auditFilter),
    marks: slot(own, auditMarks),
    deadline,
    clock,
    alone(work) {
      const key = `audit.export.${openFile?.id ?? ''}`;
      const lease = takeLease({ store: shared, lock: scriptLock, clock, key }, newUuid(), LEASE_MS);
      if (!lease.ok) return fail(lease.failure);
      try {
        return ok(work());
      } finally {
        // Only while it holds: the next export may have taken the lease already. If this fails, the lease runs out after a minute.
        void lease.value.guarded(() => shared.delete([key]));
      }
    },
  };
}

/** Makes a call again, as Google asks, for as long as the execution lasts. It must be safe to make twice. */
type Patiently = <T>(call: () => Result<T, Failure>) => Result<T, Failure>;

function patience(deadline: Deadline): Patiently {
  const waiting = backoff({ sleep, chance, deadline });
  return (call) => {
    const attempt = waiting.attempt(call);
    return attempt.kind === 'done' ? ok(attempt.value) : fail(attempt.failure);
  };
}

const patientLog = (log: TokenLog, patiently: Patiently): TokenLog => ({
  page: (query, pageToken) => patiently(() => log.page(query, pageToken)),
});

const patientSheet = (sheet: ExportSheet, patiently: Patiently): ExportSheet => ({
  file: () => patiently(() => sheet.file()),
  top: (count) => patiently(() => sheet.top(count)),
  read: (areas) => patiently(() => sheet.read(areas)),
  make: (headings, hidden) => onlyRefused(patiently, () => sheet.make(headings, hidden)),
  append: (rows) => onlyRefused(patiently, () => sheet.append(rows)),
  addColumn: (...column) => onlyRefused(patiently, () => sheet.addColumn(...column)),
  erase: (texts) => patiently(() => sheet.erase(texts)),
  takeBack: (rows) => onlyRefused(patiently, () => sheet.takeBack(rows)),
});

/** For calls that must not be made twice: tries again only after a refusal, which has certainly changed nothing. */
function onlyRefused<T>(patiently: Patiently, call: () => Result<T, Failure>): Result<T, Failure> {
  const attempt = patiently(() => {
    const answer = call();
    return answer.ok || answer.failure.kind !== 'rate-limited' ? ok(answer) : answer;
  });
  return attempt.ok ? attempt.value : attempt;
}
