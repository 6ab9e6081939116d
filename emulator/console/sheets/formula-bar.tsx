import { useEffect, useState } from 'preact/hooks';
import { blockName, placeOfName } from './cell-address';
import { tableAt } from './cell-looks';
import { selectionAt } from './grid-selection';
import type { SheetEditor } from './sheet-editor';

/** The name box, which also goes to a cell, and the content of the active cell, which can be edited here too. */
export function FormulaBar({ editor }: { readonly editor: SheetEditor }) {
  const { open, selection, block } = editor;
  const { row, column } = selection.anchor;
  const name = blockName(block);
  const entered = editor.activeCell?.entered ?? '';
  const table = open.sheet && tableAt(open.sheet, row, column);
  const goTo = (text: string): boolean => {
    const place = placeOfName(text);
    const { rowCount, columnCount } = open.sheet!.properties.gridProperties;
    if (!place || place.row >= rowCount || place.column >= columnCount) return false;
    editor.grid?.select(selectionAt(place));
    editor.grid?.focus();
    return true;
  };
  const enter = (text: string) => {
    if (text !== entered) void editor.enter([{ row, column, text }]);
    editor.grid?.focus();
  };
  return (
    <div class="formula-bar">
      <CommittedInput label="Name box" className="name-box" value={name} commit={goTo} />
      <CommittedInput
        label="Content of the active cell"
        className="formula"
        value={entered}
        disabled={!open.canEdit}
        commit={(text) => {
          enter(text);
          return true;
        }}
      />
      {table && <span class="chip">Table: {table.name}</span>}
    </div>
  );
}

/** A field that Enter commits; Escape and leaving it restore its value. */
function CommittedInput({
  label,
  className,
  value,
  disabled = false,
  commit,
}: {
  readonly label: string;
  readonly className: string;
  readonly value: string;
  readonly disabled?: boolean;
  /** @returns false for an invalid value. */
  readonly commit: (text: string) => boolean;
}) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setText(value);
    if (event.key !== 'Enter') return;
    // The cells get the keyboard after this: the key must not reach them.
    event.stopPropagation();
    event.preventDefault();
    if (!commit((event.currentTarget as HTMLInputElement).value)) setText(value);
  };
  return (
    <input
      type="text"
      class={className}
      aria-label={label}
      value={text}
      readOnly={disabled}
      spellcheck={false}
      autocomplete="off"
      onInput={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKey}
      onBlur={() => setText(value)}
    />
  );
}
