import { useEffect, useRef } from 'preact/hooks';
import { toast } from '../shell/toast';
import { looksOf } from './cell-looks';
import type { Grid } from './grid';
import type { SheetEditor } from './sheet-editor';

/** The cells of the shown sheet. The component under it is loaded here and nowhere else. */
export function GridView({
  editor,
  redraw,
  onMenuAsked,
  onFilterAsked,
}: {
  readonly editor: SheetEditor;
  /** Something about the selected cells changed. */
  readonly redraw: () => void;
  readonly onMenuAsked: (at: { x: number; y: number }) => void;
  readonly onFilterAsked: (column: number) => void;
}) {
  const { open } = editor;
  const frame = useRef<HTMLDivElement>(null);
  const asks = useRef({ onMenuAsked, onFilterAsked });
  asks.current = { onMenuAsked, onFilterAsked };
  useEffect(() => {
    let grid: Grid | undefined;
    let gone = false;
    const element = frame.current!;
    void import('./grid').then(({ Grid: Made }) => {
      if (gone) return;
      grid = new Made(element, open.view!, open.canEdit, {
        cellAt: (row, column) => cells(editor).at(row, column),
        lookAt: (row, column) => looks(editor)(row, column),
        load: (rows) => load(editor, rows, redraw),
        isSaving: () => open.saving > 0,
        onEntered: (edits) => void editor.enter(edits),
        onCleared: () => void editor.clear(),
        bold: () => void editor.toggleBold(),
        onSelected: redraw,
        onResized: (column, pixels) => void editor.resizeColumn(column, pixels),
        onFilterAsked: (column) => asks.current.onFilterAsked(column),
        onMenuAsked: (at) => asks.current.onMenuAsked(at),
      });
      editor.grid = grid;
      void grid.show(open.view!, open.canEdit).then(() => grid?.focus());
    });
    return () => {
      gone = true;
      grid?.destroy();
      editor.grid = null;
    };
  }, [editor]);
  useEffect(() => void editor.grid?.show(open.view!, open.canEdit), [open.view, open.canEdit]);
  const copied = (event: ClipboardEvent, cut: boolean) => {
    if (editor.grid?.isEditing) return;
    event.preventDefault();
    editor
      .copy(cut, (text) => navigator.clipboard.writeText(text))
      .catch((error: Error) => toast(error.message));
  };
  const pasted = (event: ClipboardEvent) => {
    if (editor.grid?.isEditing) return;
    event.preventDefault();
    event.stopPropagation();
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if ((text !== '' || editor.clipboard.isCopying) && open.canEdit) void editor.paste(text);
  };
  return (
    <div
      class="grid-frame"
      ref={frame}
      onCopyCapture={(event) => copied(event, false)}
      onCutCapture={(event) => copied(event, true)}
      onPasteCapture={pasted}
    />
  );
}

const cells = ({ open }: SheetEditor) => open.cells(open.view!.sheet.properties.sheetId);

async function load(editor: SheetEditor, rows: readonly number[], redraw: () => void) {
  try {
    const changed = await cells(editor).load(rows);
    if (changed) redraw();
    return changed;
  } catch (error) {
    toast((error as Error).message);
    return false;
  }
}

const LOOKS = new WeakMap<object, (row: number, column: number) => string>();

/** The marks of the sheet in its present state, computed once per state. */
function looks({ open }: SheetEditor): (row: number, column: number) => string {
  const { sheet } = open.view!;
  let known = LOOKS.get(sheet);
  if (!known) LOOKS.set(sheet, (known = looksOf(sheet)));
  return known;
}
