import { useState } from 'preact/hooks';
import { Dialog } from '../shell/dialog';
import { Field } from '../shell/field';
import { Icon } from '../shell/icon';
import { Menu, type MenuItem } from './menu';
import type { OpenSpreadsheet } from './open-spreadsheet';
import type { SheetProperties } from './sheet-resources';

type Task = { readonly kind: 'rename' | 'delete'; readonly of: SheetProperties };

/** The sheets of a spreadsheet, at the bottom: one is shown; they are added, renamed, moved, copied and deleted here. */
export function SheetTabs({
  open,
  hrefOf,
  choose,
}: {
  readonly open: OpenSpreadsheet;
  readonly hrefOf: (sheetId: number) => string;
  readonly choose: (sheetId: number) => void;
}) {
  const [task, setTask] = useState<Task>();
  const sheets = open.outline!.sheets.map(({ properties }) => properties);
  const shown = sheets.filter(({ hidden }) => !hidden);
  const current = open.sheet!.properties.sheetId;
  /** The reply to some requests contains the new sheet, which is then shown. */
  const update = (request: object) =>
    void open.change(async () => {
      const { replies } = await open.client.update<Reply>([request]);
      const made = replies[0]?.addSheet ?? replies[0]?.duplicateSheet;
      if (made) choose(made.properties.sheetId);
    });
  const actions = (of: SheetProperties): MenuItem[] => [
    { label: 'Delete', disabled: shown.length < 2, run: () => setTask({ kind: 'delete', of }) },
    {
      label: 'Duplicate',
      run: () =>
        update({ duplicateSheet: { sourceSheetId: of.sheetId, insertSheetIndex: of.index + 1 } }),
    },
    { label: 'Rename', run: () => setTask({ kind: 'rename', of }) },
    {
      label: 'Move right',
      apart: true,
      disabled: of.index === sheets.length - 1,
      run: () => update(moved(of, of.index + 2)),
    },
    {
      label: 'Move left',
      disabled: of.index === 0,
      run: () => update(moved(of, of.index - 1)),
    },
  ];
  return (
    <nav class="sheet-tabs" aria-label="Sheets">
      {open.canEdit && (
        <button
          type="button"
          class="button icon"
          aria-label="Add sheet"
          onClick={() => update({ addSheet: { properties: {} } })}
        >
          <Icon name="add" />
        </button>
      )}
      {shown.map((of) => (
        <span class="sheet-tab" key={of.sheetId}>
          <a href={hrefOf(of.sheetId)} {...(of.sheetId === current && { 'aria-current': 'page' })}>
            {of.title}
          </a>
          {open.canEdit && (
            <Menu
              label={`Actions for ${of.title}`}
              face={<span aria-hidden="true">▾</span>}
              className="tab-menu"
              items={actions(of)}
            />
          )}
        </span>
      ))}
      {task && <TaskDialog task={task} open={open} close={() => setTask(undefined)} />}
    </nav>
  );
}

interface Reply {
  readonly addSheet?: { readonly properties: SheetProperties };
  readonly duplicateSheet?: { readonly properties: SheetProperties };
}

/** An index of the API counts positions before the move. */
const moved = ({ sheetId }: SheetProperties, index: number) => ({
  updateSheetProperties: { properties: { sheetId, index }, fields: 'index' },
});

function TaskDialog({
  task: { kind, of },
  open,
  close,
}: {
  readonly task: Task;
  readonly open: OpenSpreadsheet;
  readonly close: () => void;
}) {
  const { sheetId } = of;
  /** A refusal belongs in the dialog: it is thrown on. */
  const submit = async (request: object) => {
    if (await open.change(() => open.client.update([request]))) return;
    const refused = open.refusal;
    open.dismissRefusal();
    throw refused;
  };
  if (kind === 'delete')
    return (
      <Dialog
        title="Delete sheet?"
        action="Delete"
        danger
        close={close}
        submit={() => submit({ deleteSheet: { sheetId } })}
      >
        <p>
          <strong>{of.title}</strong> and everything in it will be deleted.
        </p>
      </Dialog>
    );
  return (
    <Dialog
      title="Rename sheet"
      action="OK"
      close={close}
      submit={(form) => {
        const title = String(form.get('title') ?? '').trim();
        const properties = { sheetId, title };
        return submit({ updateSheetProperties: { properties, fields: 'title' } });
      }}
    >
      <Field label="Sheet name" name="title" defaultValue={of.title} required />
    </Dialog>
  );
}
