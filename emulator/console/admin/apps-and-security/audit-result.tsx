import { useState } from 'preact/hooks';
import { Problem } from '../../shell/loading';
import { AuditTable } from './audit-table';
import { ExportLog } from './export-buttons';
import { ROWS_A_PAGE, type LogReader } from './log-reader';
import type { Attribute, Log } from './logs';
import { ManageColumns } from './manage-columns';

/** The result of a search, a page at a time, with its columns and exports. */
export function AuditResult({
  account,
  log,
  reader,
  query,
  show,
  isFiltered,
}: {
  readonly account: string;
  readonly log: Log;
  readonly reader: LogReader;
  readonly query: URLSearchParams;
  readonly show: (query: URLSearchParams) => void;
  readonly isFiltered: boolean;
}) {
  const [page, setPage] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const [error, setError] = useState<Error>();
  const columns = chosenColumns(log, query);
  const first = page * ROWS_A_PAGE;
  const rows = reader.rows.slice(first, first + ROWS_A_PAGE);
  const turnTo = async (wanted: number) => {
    setError(undefined);
    await reader.readUntil((wanted + 1) * ROWS_A_PAGE).then(() => setPage(wanted), setError);
  };
  const keep = (name: string, value: string | null) => {
    const changed = new URLSearchParams(query);
    if (value === null) changed.delete(name);
    else changed.set(name, value);
    show(changed);
  };
  if (reader.rows.length === 0)
    return (
      <div class="panel empty" role="status">
        <p>{isFiltered ? 'No events match these conditions.' : 'This log has no events yet.'}</p>
      </div>
    );
  return (
    <>
      <div class="toolbar">
        <span class="result-count" role="status">
          {countText(first, rows.length, reader)}
        </span>
        <button type="button" class="button" onClick={() => setChoosing(true)}>
          Manage columns
        </button>
        <ExportLog {...{ account, log, reader, columns }} />
      </div>
      {error && <Problem error={error} />}
      <AuditTable
        {...{ log, columns, rows }}
        open={query.get('open')}
        toggle={(key) => keep('open', query.get('open') === key ? null : key)}
      />
      <div class="actions end">
        <button
          type="button"
          class="button"
          disabled={page === 0}
          onClick={() => void turnTo(page - 1)}
        >
          Previous page
        </button>
        <button
          type="button"
          class="button"
          disabled={reader.isDone && first + ROWS_A_PAGE >= reader.rows.length}
          onClick={() => void turnTo(page + 1)}
        >
          Next page
        </button>
      </div>
      {choosing && (
        <ManageColumns
          log={log}
          columns={columns}
          close={() => setChoosing(false)}
          onChosen={(ids) => keep('columns', ids.join(','))}
        />
      )}
    </>
  );
}

/** The columns in the address, else the log's default ones; unknown ones are left out. */
function chosenColumns(log: Log, query: URLSearchParams): readonly Attribute[] {
  const ids = query.get('columns')?.split(',') ?? log.columns;
  const found = ids.flatMap((id) => log.attributes.find((one) => one.id === id) ?? []);
  return found.length > 0 ? found : log.attributes;
}

function countText(first: number, shown: number, { rows, isDone }: LogReader): string {
  const of = isDone ? String(rows.length) : `more than ${rows.length - 1}`;
  return `${first + 1}–${first + shown} of ${of}, newest first`;
}
