import './sheets.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Place } from '../shell/place';
import { WithSidePanel } from '../side-panel/with-side-panel';
import { FileList } from './file-list';
import { OpenSpreadsheet } from './open-spreadsheet';
import { SpreadsheetPage } from './spreadsheet-page';

/** Sheets: all spreadsheets of a person, or the one whose id is in the address, with add-ons at the side. */
export function SheetsApp({ account, place }: { readonly account: string; readonly place: Place }) {
  const [id] = place.path;
  if (id === undefined)
    return (
      <WithSidePanel account={account} host="SHEETS" open={{}}>
        <FileList account={account} />
      </WithSidePanel>
    );
  const gid = place.query.get('gid');
  return (
    <OpenOne key={id} account={account} id={id} gid={gid === null ? undefined : Number(gid)} />
  );
}

function OpenOne({
  account,
  id,
  gid,
}: {
  readonly account: string;
  readonly id: string;
  readonly gid: number | undefined;
}) {
  const [, setTurn] = useState(0);
  const redraw = () => setTurn((turn) => turn + 1);
  const open = useMemo(() => new OpenSpreadsheet(account, id, redraw), [account, id]);
  useEffect(() => {
    // Loaded here and not with the console's other pages: it is as large as all of them together.
    void import('./grid');
    void open.open(gid);
    return () => open.close();
  }, [open]);
  return (
    <WithSidePanel
      account={account}
      host="SHEETS"
      open={{ sheets: { id } }}
      onHostChanged={() => void open.look()}
    >
      <SpreadsheetPage open={open} gid={gid} redraw={redraw} />
    </WithSidePanel>
  );
}
