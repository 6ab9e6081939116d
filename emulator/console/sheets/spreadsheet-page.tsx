import './grid.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { Loaded } from '../shell/loading';
import { addressOf, go } from '../shell/place';
import { toast } from '../shell/toast';
import { unshownConditions } from './basic-filter';
import { columnName } from './cell-address';
import { downloadCsv } from './csv-download';
import { createSpreadsheet, trashFile } from './drive-files';
import { FileDialog, type FileTask } from './file-dialogs';
import { FilterDialog } from './filter-dialog';
import { FormulaBar } from './formula-bar';
import { GridView } from './grid-view';
import { MenuAt } from './menu';
import type { OpenSpreadsheet } from './open-spreadsheet';
import { MOST_COLUMNS } from './sheet-cells';
import { SheetEditor } from './sheet-editor';
import { cellMenu, type MenuHands } from './sheet-menus';
import { SheetTabs } from './sheet-tabs';
import { TitleBar } from './title-bar';

/** One spreadsheet, open at the sheet that `?gid=` names. */
export function SpreadsheetPage({
  open,
  gid,
  redraw,
}: {
  readonly open: OpenSpreadsheet;
  readonly gid: number | undefined;
  readonly redraw: () => void;
}) {
  const { account, id, file, view } = open;
  const editor = useMemo(() => new SheetEditor(open), [open]);
  const [task, setTask] = useState<FileTask>();
  const [filtered, setFiltered] = useState<number>();
  const [menu, setMenu] = useState<{ x: number; y: number }>();
  useEffect(() => {
    if (gid !== undefined && view) void open.show(gid);
  }, [gid]);
  const hrefOf = (sheetId: number) => `${addressOf(account, 'sheets', id)}?gid=${sheetId}`;
  if (open.failure || !file || !view) return <NotOpen open={open} />;
  const hands: MenuHands = {
    editor,
    create: () =>
      void createSpreadsheet(account).then(
        (made) => go(addressOf(account, 'sheets', made)),
        (error: Error) => toast(error.message),
      ),
    fileTask: setTask,
    download: () => void downloadCsv(open).catch((error: Error) => toast(error.message)),
    filterBy: setFiltered,
  };
  const done = (finished: FileTask) => {
    if (finished === 'trash') go(addressOf(account, 'sheets'));
    else void open.look();
  };
  return (
    <div class="spreadsheet">
      <TitleBar open={open} hands={hands} fileTask={setTask} />
      <Notices open={open} />
      <FormulaBar editor={editor} />
      <GridView editor={editor} redraw={redraw} onMenuAsked={setMenu} onFilterAsked={setFiltered} />
      <SheetTabs
        open={open}
        hrefOf={hrefOf}
        choose={(sheetId) => go(hrefOf(sheetId), { replace: true })}
      />
      {menu && <MenuAt at={menu} items={cellMenu(hands)} onClosed={() => setMenu(undefined)} />}
      {task && (
        <FileDialog
          account={account}
          file={file}
          task={task}
          close={() => setTask(undefined)}
          onDone={done}
        />
      )}
      {filtered !== undefined && (
        <FilterDialog editor={editor} column={filtered} close={() => setFiltered(undefined)} />
      )}
    </div>
  );
}

/** Not loaded yet, or not accessible to this person. */
const NotOpen = ({ open }: { readonly open: OpenSpreadsheet }) => (
  <div class="page">
    {open.failure && (
      <div class="page-head">
        <h1>You need access</h1>
      </div>
    )}
    <Loaded of={{ value: undefined, error: open.failure, reload: open.look }}>{() => null}</Loaded>
    {open.failure && (
      <a class="button" href={addressOf(open.account, 'sheets')}>
        All spreadsheets
      </a>
    )}
  </div>
);

/** What was refused, and what this page cannot show. */
function Notices({ open }: { readonly open: OpenSpreadsheet }) {
  const { account, id, file, sheet, refusal, view } = open;
  const { columnCount } = sheet!.properties.gridProperties;
  const conditions = sheet?.basicFilter ? unshownConditions(sheet.basicFilter) : [];
  const restore = () => void open.change(() => trashFile(account, id, false));
  return (
    <div aria-live="polite">
      {refusal && (
        <div class="message bad" role="alert">
          <span class="grow">{refusal.message}</span>
          <button type="button" class="button" onClick={open.dismissRefusal}>
            Dismiss
          </button>
        </div>
      )}
      {file!.trashed && (
        <div class="message">
          <span class="grow">This spreadsheet is in the trash.</span>
          {file!.ownedByMe && (
            <button type="button" class="button" onClick={restore}>
              Restore from trash
            </button>
          )}
        </div>
      )}
      {columnCount > MOST_COLUMNS && (
        <div class="message">
          Columns after {columnName(view!.columns.at(-1)!)} are not shown here.
        </div>
      )}
      {conditions.length > 0 && (
        <div class="message">
          The filter has conditions whose effect is not shown here: {conditions.join(', ')}.
        </div>
      )}
    </div>
  );
}
