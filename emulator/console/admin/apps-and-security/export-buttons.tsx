import { useState } from 'preact/hooks';
import { download } from '../../shell/download';
import { Problem } from '../../shell/loading';
import { addressOf } from '../../shell/place';
import { control } from '../../shell/workspace-client';
import { csvOf, exportedRows, exportToSheet } from './export-log';
import { MOST_EXPORTED, type LogReader } from './log-reader';
import type { Attribute, Log } from './logs';

/** "Export all" to a new Google Sheet, and as a CSV file: everything that a search finds, with the columns that are shown. */
export function ExportLog({
  account,
  log,
  reader,
  columns,
}: {
  readonly account: string;
  readonly log: Log;
  readonly reader: LogReader;
  readonly columns: readonly Attribute[];
}) {
  const [said, setSaid] = useState('');
  const [sheet, setSheet] = useState<{ readonly id: string; readonly rows: number }>();
  const [error, setError] = useState<Error>();
  const [busy, setBusy] = useState(false);

  const readAll = async () => {
    await reader.readUntil(MOST_EXPORTED, (rows) => setSaid(`Reading: ${rows} events so far`));
    return exportedRows(log, columns, reader.rows.slice(0, MOST_EXPORTED));
  };
  const toSheet = async () => {
    const values = await readAll();
    setSaid(`Writing ${values.length - 1} events`);
    const id = await exportToSheet(account, await nameOf(log), values);
    setSheet({ id, rows: values.length - 1 });
  };
  const toFile = async () => {
    const values = await readAll();
    download(`${await nameOf(log)}.csv`, csvOf(values), 'text/csv');
  };
  const start = (work: () => Promise<void>) => async () => {
    setBusy(true);
    setError(undefined);
    setSheet(undefined);
    await work().catch(setError);
    setSaid('');
    setBusy(false);
  };
  return (
    <>
      <button type="button" class="button" disabled={busy} onClick={() => void start(toFile)()}>
        Download CSV
      </button>
      <button
        type="button"
        class="button filled"
        disabled={busy}
        onClick={() => void start(toSheet)()}
      >
        Export all
      </button>
      <div role="status" class="export-status">
        {said}
        {sheet && (
          <>
            Exported {sheet.rows} events:{' '}
            <a href={addressOf(account, 'sheets', sheet.id)}>open the Google Sheet</a>
          </>
        )}
      </div>
      {error && <Problem error={error} />}
    </>
  );
}

/** Such as `OAuth log events 2026-03-02 08-00-00`. */
async function nameOf({ title }: Log): Promise<string> {
  const { now } = await control<{ now: string }>('clock');
  return `${title} ${now.slice(0, 19).replace('T', ' ').replaceAll(':', '-')}`;
}
