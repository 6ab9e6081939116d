/** What the export of the log needs, in the name of whoever has the spreadsheet open. */
import type { AuditPorts } from '../audit/ports';
import { auditFilter, auditMarks } from '../audit/settings';
import { clock } from '../google/clock';
import { exportSheet } from '../google/export-sheet';
import { scriptLock } from '../google/lock';
import { newUuid } from '../google/uuid';
import { tokenLog } from '../google/token-log';
import { fail, ok } from '../kit/result';
import { slot } from '../kit/slot';
import { takeLease } from '../runs/lease';
import type { Execution } from './execution';

/** As consent screens and the log name the add-on: its name in the manifest (H25). */
export const APP_NAME = 'Tandem';

export const auditPorts = ({ caller, own, shared, deadline, openFile }: Execution): AuditPorts => ({
  appName: APP_NAME,
  openFile: () => openFile,
  sheetOf: exportSheet,
  log: tokenLog(caller.email),
  filter: slot(own, auditFilter),
  marks: slot(own, auditMarks),
  deadline,
  clock,
  alone(work) {
    const key = `audit.export.${openFile?.id ?? ''}`;
    const owner = newUuid();
    const lease = takeLease({ store: shared, lock: scriptLock, clock, key }, owner);
    if (!lease.ok) return fail(lease.failure);
    try {
      return ok(work());
    } finally {
      lease.value.release();
      shared.delete([key]);
    }
  },
});
