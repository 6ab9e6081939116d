import { useEffect, useMemo, useState } from 'preact/hooks';
import { CLOCK_MOVED } from '../../shell/clock';
import { Loaded, useLoaded } from '../../shell/loading';
import { addressOf, go } from '../../shell/place';
import { PageHead } from '../../shell/with-navigation';
import { control } from '../../shell/workspace-client';
import { AuditResult } from './audit-result';
import { ConditionBuilder } from './condition-builder';
import { conditionText, readConditions, type Condition } from './conditions';
import { localTime } from './audit-table';
import { LogReader, ROWS_A_PAGE } from './log-reader';
import { LOG_NAMES, logNamed, type Log } from './logs';

/** Reporting > Audit and investigation: a log, the conditions of a search, and its result. The address holds all of it. */
export function AuditPage({
  account,
  log,
  query,
}: {
  readonly account: string;
  readonly log: Log;
  readonly query: URLSearchParams;
}) {
  const asked = query.getAll('where').join('\n');
  const conditions = useMemo(() => readConditions(log, query), [log.application, asked]);
  const [draft, setDraft] = useState<readonly Condition[]>(conditions);
  useEffect(() => setDraft(conditions), [conditions]);
  const search = useLoaded(async () => {
    const reader = new LogReader(account, log, conditions);
    await reader.readUntil(ROWS_A_PAGE);
    return reader;
  }, [account, conditions]);
  const show = (changed: URLSearchParams) => go(address(account, log.application, changed));
  const submit = (event: Event) => {
    event.preventDefault();
    const changed = withWhere(query, draft);
    if (changed.getAll('where').join('\n') === asked) void search.reload();
    else show(changed);
  };
  return (
    <>
      <PageHead title={log.title} />
      <form class="panel" aria-label="Search" onSubmit={submit}>
        <div class="search-bar">
          <label>
            Data source
            <select
              value={log.application}
              onChange={({ currentTarget }) =>
                go(address(account, currentTarget.value, new URLSearchParams()))
              }
            >
              {LOG_NAMES.map((name) => (
                <option key={name} value={name}>
                  {logNamed(name)!.title}
                </option>
              ))}
            </select>
          </label>
        </div>
        <ConditionBuilder
          log={log}
          conditions={draft}
          change={setDraft}
          rows={search.value?.rows ?? []}
        >
          <button type="submit" class="button filled">
            Search
          </button>
        </ConditionBuilder>
      </form>
      <Lateness log={log} />
      <Loaded of={search}>
        {(reader) => (
          <AuditResult
            key={asked}
            {...{ account, log, reader, query }}
            show={show}
            isFiltered={conditions.length > 0}
          />
        )}
      </Loaded>
    </>
  );
}

const address = (account: string, log: string, query: URLSearchParams): string =>
  `${addressOf(account, 'admin', 'reporting', log)}${query.size > 0 ? `?${query}` : ''}`;

/** The same place with other conditions; unfinished ones are left out. */
function withWhere(query: URLSearchParams, conditions: readonly Condition[]): URLSearchParams {
  const changed = new URLSearchParams(query);
  changed.delete('where');
  changed.delete('open');
  for (const condition of conditions)
    if (condition.value.trim() !== '') changed.append('where', conditionText(condition));
  return changed;
}

/** How late entries of this log appear, and the reader's time zone. */
function Lateness({ log }: { readonly log: Log }) {
  const clock = useLoaded(() => control<{ now: string }>('clock'), []);
  useEffect(() => {
    const look = () => void clock.reload();
    addEventListener(CLOCK_MOVED, look);
    return () => removeEventListener(CLOCK_MOVED, look);
  }, [clock.reload]);
  return (
    <p class="soft">
      Events can show {log.lag} after they happened, and out of order.
      {clock.value &&
        ` In this Workspace it is ${localTime(clock.value.now)} ${zoneOf(clock.value.now)}.`}
    </p>
  );
}

/** The reader's time zone, in which all times are shown. */
const zoneOf = (at: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' })
    .formatToParts(new Date(at))
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';
