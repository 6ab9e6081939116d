import './apps-and-security.css';
import './audit.css';
import type { Place } from '../../shell/place';
import { AuditPage } from './audit-page';
import { logNamed } from './logs';

/** Admin console > Reporting > Audit and investigation; `reporting/<log>`, with the Reports API's name of the log. */
export function ReportingPages({
  account,
  place,
}: {
  readonly account: string;
  readonly place: Place;
}) {
  const name = place.path[1] ?? 'admin';
  const log = logNamed(name);
  if (!log) return <p class="empty">This console does not show a log called {name}.</p>;
  return <AuditPage key={log.application} account={account} log={log} query={place.query} />;
}
