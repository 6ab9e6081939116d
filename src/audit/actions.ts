/** The actions of the Sheets side panel. */
import {
  asksForFile,
  inputOf,
  shows,
  type Actions,
  type Answer,
  type Inputs,
} from '../card/action';
import type { Card } from '../card/card-json';
import type { Failure } from '../kit/failure';
import { valueOr } from '../kit/slot';
import { auditCard, EXPORT, filterOf, GIVE_FILE, WHOLE } from './cards';
import { exportLog } from './export';
import { NOTHING_ADDED, type Exported } from './exported';
import type { AuditPorts } from './ports';
import type { LogFilter } from './settings';

/** The card for the open spreadsheet before an export. Reads neither the log nor the file. */
export function auditHome(ports: AuditPorts): Card {
  const filter = valueOr(ports.filter.read(), { appName: ports.appName, eventName: '' });
  return cardOf(ports, filter, null);
}

/**
 * Open to everyone: the log is read as the person who asks, and Google refuses anybody who has no right to it (H23).
 */
export const auditActions = (ports: AuditPorts): Actions => ({
  [GIVE_FILE]: { for: 'everyone', run: () => giveFile(ports) },
  [EXPORT]: { for: 'everyone', run: (inputs) => exportInto(ports, inputs) },
});

const giveFile = (ports: AuditPorts): Answer =>
  ports.openFile()?.hasAccess === false ? asksForFile : shows(auditHome(ports));

function exportInto(ports: AuditPorts, inputs: Inputs): Answer {
  const file = ports.openFile();
  if (!file?.hasAccess) return shows(auditHome(ports));
  const filter = filterOf(inputs);
  const wish = { ...filter, fileId: file.id, isWhole: inputOf(inputs, WHOLE) !== '' };
  const done = ports.alone(() => exportLog(ports, wish));
  const exported = done.ok ? done.value : notStarted(filter, done.failure);
  // The next card only shows an older filter if this one cannot be kept.
  void ports.filter.write(exported.filter);
  return shows(cardOf(ports, exported.filter, exported));
}

const notStarted = (filter: LogFilter, failure: Failure): Exported => ({
  kind: 'failed',
  added: NOTHING_ADDED,
  failure,
  upTo: null,
  filter,
  place: null,
  lostFrom: null,
});

function cardOf(ports: AuditPorts, filter: LogFilter, exported: Exported | null): Card {
  const file = ports.openFile();
  if (file === null) return auditCard({ kind: 'no-file' });
  if (!file.hasAccess) return auditCard({ kind: 'no-access' });
  return auditCard({ kind: 'ready', filter, exported, nowMs: ports.clock.now() });
}
