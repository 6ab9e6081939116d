import { Dialog } from '../shell/dialog';
import { Choice } from '../shell/field';
import { Loaded, useLoaded } from '../shell/loading';
import { columnName } from './cell-address';
import type { SheetEditor } from './sheet-editor';

/** "Filter by values" for one column: rows with an unticked value are hidden. */
export function FilterDialog({
  editor,
  column,
  close,
}: {
  readonly editor: SheetEditor;
  readonly column: number;
  readonly close: () => void;
}) {
  const choices = useLoaded(() => editor.filterChoices(column), [column]);
  const submit = async (form: FormData) => {
    const ticked = new Set(form.getAll('value').map(Number));
    const hidden = (choices.value ?? []).filter((_, at) => !ticked.has(at));
    if (
      !(await editor.hideValues(
        column,
        hidden.map(({ value }) => value),
      ))
    )
      throw editor.open.refusal;
  };
  return (
    <Dialog
      title={`Filter by values: column ${columnName(column)}`}
      action="OK"
      close={close}
      submit={submit}
    >
      <Loaded of={choices}>
        {(found) => (
          <>
            <Choice
              label="Select all"
              defaultChecked={found.every(({ hidden }) => !hidden)}
              onChange={({ currentTarget }) => tickAll(currentTarget)}
            />
            <div class="filter-values">
              {found.map(({ value, hidden }, at) => (
                <Choice
                  key={value}
                  name="value"
                  value={at}
                  label={value === '' ? '(Blanks)' : value}
                  defaultChecked={!hidden}
                />
              ))}
            </div>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

function tickAll({ form, checked }: HTMLInputElement): void {
  for (const box of form!.querySelectorAll<HTMLInputElement>('input[name=value]'))
    box.checked = checked;
}
