import { columnName } from './cell-address';
import type { FileTask } from './file-dialogs';
import type { MenuItem } from './menu';
import type { SheetEditor } from './sheet-editor';
import { NUMBER_FORMATS } from './sheet-requests';

/** What menus need from the page around the sheet. */
export interface MenuHands {
  readonly editor: SheetEditor;
  readonly create: () => void;
  readonly fileTask: (task: FileTask) => void;
  readonly download: () => void;
  readonly filterBy: (column: number) => void;
}

const rowsWord = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);
const columnsWord = (count: number): string => (count === 1 ? '1 column' : `${count} columns`);

/** After an action in a menu the cells get the keyboard again. */
const acting = (editor: SheetEditor, act: () => unknown) => () => {
  act();
  editor.grid?.focus();
};

export function fileMenu({ editor, create, fileTask, download }: MenuHands): MenuItem[] {
  const { capabilities } = editor.open.file!;
  return [
    { label: 'New spreadsheet', run: create },
    { label: 'Make a copy', disabled: !capabilities.canCopy, run: () => fileTask('copy') },
    {
      label: 'Share',
      apart: true,
      disabled: !capabilities.canShare,
      run: () => fileTask('share'),
    },
    {
      label: 'Download as comma-separated values (.csv)',
      disabled: !capabilities.canDownload,
      run: download,
    },
    {
      label: 'Rename',
      apart: true,
      disabled: !capabilities.canRename,
      run: () => fileTask('rename'),
    },
    { label: 'Move to trash', disabled: !capabilities.canTrash, run: () => fileTask('trash') },
  ];
}

export function editMenu({ editor }: MenuHands): MenuItem[] {
  const disabled = !editor.open.canEdit;
  const { startRow, endRow, startColumn, endColumn } = editor.block;
  return [
    { label: 'Delete values', disabled, run: acting(editor, () => editor.clear()) },
    {
      label: `Delete ${rowsWord(endRow - startRow)}`,
      disabled,
      apart: true,
      run: acting(editor, () => editor.delete('ROWS')),
    },
    {
      label: `Delete ${columnsWord(endColumn - startColumn)}`,
      disabled,
      run: acting(editor, () => editor.delete('COLUMNS')),
    },
  ];
}

export function insertMenu({ editor }: MenuHands): MenuItem[] {
  const disabled = !editor.open.canEdit;
  const { startRow, endRow, startColumn, endColumn } = editor.block;
  const rows = `Insert ${rowsWord(endRow - startRow)}`;
  const columns = `Insert ${columnsWord(endColumn - startColumn)}`;
  const insert = (...args: Parameters<SheetEditor['insert']>) =>
    acting(editor, () => editor.insert(...args));
  return [
    { label: `${rows} above`, disabled, run: insert('ROWS', 'before') },
    { label: `${rows} below`, disabled, run: insert('ROWS', 'after') },
    { label: `${columns} left`, disabled, apart: true, run: insert('COLUMNS', 'before') },
    { label: `${columns} right`, disabled, run: insert('COLUMNS', 'after') },
    {
      label: 'Add 1000 rows at the bottom',
      disabled,
      apart: true,
      run: acting(editor, () => editor.addRows(1000)),
    },
  ];
}

export function formatMenu({ editor }: MenuHands): MenuItem[] {
  const disabled = !editor.open.canEdit;
  return [
    { label: 'Bold', disabled, run: acting(editor, () => editor.toggleBold()) },
    ...NUMBER_FORMATS.map(({ label, format }, at) => ({
      label,
      disabled,
      apart: at === 0,
      run: acting(editor, () => editor.setNumberFormat(format)),
    })),
  ];
}

export function dataMenu({ editor, filterBy }: MenuHands): MenuItem[] {
  const disabled = !editor.open.canEdit;
  const { column } = editor.selection.anchor;
  const by = `by column ${columnName(column)}`;
  const what = editor.block.endRow - editor.block.startRow > 1 ? 'range' : 'sheet';
  return [
    {
      label: `Sort ${what} ${by} (A to Z)`,
      disabled,
      run: acting(editor, () => editor.sort(false)),
    },
    {
      label: `Sort ${what} ${by} (Z to A)`,
      disabled,
      run: acting(editor, () => editor.sort(true)),
    },
    ...(editor.filter
      ? [
          {
            label: `Filter ${by}`,
            disabled,
            apart: true,
            run: () => filterBy(column),
          },
          { label: 'Remove filter', disabled, run: acting(editor, () => editor.removeFilter()) },
        ]
      : [
          {
            label: 'Create a filter',
            disabled,
            apart: true,
            run: acting(editor, () => editor.createFilter()),
          },
        ]),
  ];
}

/** The items of a cell's own menu. */
export const cellMenu = (hands: MenuHands): MenuItem[] => [
  ...insertMenu(hands).slice(0, 4),
  ...editMenu(hands).map((item, at) => (at === 0 ? { ...item, apart: true } : item)),
  ...dataMenu(hands)
    .slice(0, 2)
    .map((item, at) => ({ ...item, apart: at === 0 })),
];
