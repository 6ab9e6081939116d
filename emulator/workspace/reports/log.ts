import type { AuditEntry, AuditEvent } from '../audit-log';
import type { Workspace } from '../workspace';
import { toActivity } from './activity';
import { drawLagMs } from './lag';
import { nextMishap } from './mishaps';
import { noteParameters } from './parameter-names';
import { namesAt } from './renamed-events';
import { logKey, type LogEntry, type Mishap } from '../state/reports';

/** Writes the log entry that Google would write about something done now. The Reports API shows it after that log's lag. */
export const recordAudit = (workspace: Workspace, entry: AuditEntry): void =>
  recordAuditAt(workspace, entry, workspace.clock.now());

/** Writes an entry about an instant that may lie in the past: the initial history of a company. */
export function recordAuditAt(workspace: Workspace, entry: AuditEntry, at: number): void {
  for (const events of activitiesOf(workspace, entry, at)) write(workspace, entry, events, at);
}

/** The events as they are logged: without those that an edition does not log; renamed ones as activities of their own. */
function activitiesOf(workspace: Workspace, entry: AuditEntry, at: number): AuditEvent[][] {
  const logged = entry.events.filter((event) => isLogged(workspace, entry, event));
  if (logged.length === 0) return [];
  if (entry.applicationName !== 'admin') return [logged];
  const first = logged.map((event) => ({ ...event, name: namesAt(event, at)[0]! }));
  const again = logged.flatMap((event) =>
    namesAt(event, at)
      .slice(1)
      .map((name) => [{ ...event, name }]),
  );
  return [first, ...again];
}

/** API calls by applications are logged only for the larger editions. @see https://support.google.com/a/answer/6124308 */
const isLogged = (
  { state }: Workspace,
  { applicationName, customerId }: AuditEntry,
  { name }: AuditEvent,
): boolean =>
  applicationName !== 'token' ||
  name !== 'activity' ||
  state.directory.customers[customerId]?.edition === 'enterprise-plus';

function write(
  workspace: Workspace,
  entry: AuditEntry,
  events: readonly AuditEvent[],
  at: number,
): void {
  const { random, state } = workspace;
  const mishap = nextMishap(state.reports, entry.applicationName);
  const activity = toActivity(entry, events, at, random);
  for (const lag of lagsOf(workspace, entry.applicationName, mishap)) {
    const seq = state.reports.nextSeq++;
    insert(workspace, { at, availableAt: at + lag, seq, activity });
  }
}

/** One lag for each time the entry appears. */
function lagsOf({ random, settings }: Workspace, log: string, mishap: Mishap | null): number[] {
  const usual = settings.propagation === 'immediate' ? 0 : drawLagMs(random, log);
  if (mishap?.kind === 'never') return [];
  if (mishap?.kind === 'late') return [mishap.minutes * 60_000];
  return mishap?.kind === 'twice' ? [usual, usual + drawLagMs(random, log)] : [usual];
}

function insert({ state }: Workspace, entry: LogEntry): void {
  const { customerId, applicationName } = entry.activity.id;
  const log = (state.reports.logs[logKey(customerId, applicationName)] ??= []);
  noteParameters(log, entry);
  const last = log.at(-1);
  if (!last || last.at <= entry.at) log.push(entry);
  else log.splice(firstAfter(log, entry.at), 0, entry);
}

/** The position of the first entry that happened after `at`. */
export function firstAfter(log: readonly LogEntry[], at: number): number {
  let low = 0;
  let high = log.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (log[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
