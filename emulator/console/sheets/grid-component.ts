import jspreadsheet from 'jspreadsheet-ce';
import { columnName } from './cell-address';
import type { TableOptions } from './grid-table-options';

type Worksheet = jspreadsheet.WorksheetInstance;

interface Told {
  readonly onChanged: (changes: readonly jspreadsheet.CellChange[]) => void;
  readonly onSelected: (origin: Event | undefined) => void;
}

/** jspreadsheet-ce with everything switched off that is Google's job here: formulas, sorting, inserting, undoing. */
export async function makeWorksheet(
  element: HTMLDivElement,
  options: TableOptions,
  told: Told,
): Promise<Worksheet> {
  const { columns, widths, height, editable } = options;
  const sheet = {
    data: Array.from({ length: height }, () => columns.map(() => '')),
    columns: columns.map((column, x) => ({ title: columnName(column), width: widths[x]! })),
    minDimensions: [columns.length, height],
    secureFormulas: false,
    editable,
    selectionCopy: editable,
    columnResize: editable,
    defaultColAlign: 'left',
    ...Object.fromEntries(SWITCHED_OFF.map((name) => [name, false])),
  };
  const worksheets = await new Promise<readonly Worksheet[]>((resolve) => {
    const settings = {
      root: element,
      parseFormulas: false,
      autoIncrement: false,
      about: false,
      onload: (spreadsheet: { worksheets: Worksheet[] }) => resolve(spreadsheet.worksheets),
      onafterchanges: (_: Worksheet, changes: readonly jspreadsheet.CellChange[]) =>
        told.onChanged(changes),
      onselection: (...[, , , , , origin]: readonly unknown[]) =>
        told.onSelected(origin as Event | undefined),
      onresizecolumn: (_: Worksheet, x: number, width: number) =>
        options.onResized(Number(x), Math.round(Number(width))),
      oncreateeditor: (_: Worksheet, cell: HTMLElement) =>
        cell.firstElementChild?.setAttribute('aria-label', 'Cell content'),
      worksheets: [sheet],
    };
    withoutInlineHandlers(() =>
      jspreadsheet(element, settings as unknown as jspreadsheet.SpreadsheetOptions),
    );
  });
  return worksheets[0]!;
}

const SWITCHED_OFF = [
  'allowComments',
  'allowInsertRow',
  'allowInsertColumn',
  'allowDeleteRow',
  'allowDeleteColumn',
  'columnSorting',
  'columnDrag',
  'rowDrag',
  'rowResize',
];

/**
 * The page's security policy forbids handlers in attributes, and the component writes one: it prevents text
 * selection, which a style does just as well.
 */
function withoutInlineHandlers(make: () => unknown): void {
  const { setAttribute } = Element.prototype;
  Element.prototype.setAttribute = function (name, value) {
    if (!name.startsWith('on')) setAttribute.call(this, name, value);
  };
  try {
    make();
  } finally {
    Element.prototype.setAttribute = setAttribute;
  }
}
