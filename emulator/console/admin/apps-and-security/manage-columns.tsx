import { Choice } from '../../shell/field';
import { Dialog } from '../../shell/dialog';
import type { Attribute, Log } from './logs';

/** "Manage columns": which of the log's attributes the table and its exports include. */
export function ManageColumns({
  log,
  columns,
  close,
  onChosen,
}: {
  readonly log: Log;
  readonly columns: readonly Attribute[];
  readonly close: () => void;
  /** Ids. */
  readonly onChosen: (columns: readonly string[]) => void;
}) {
  const shown = columns.map(({ id }) => id);
  const others = log.attributes.filter(({ id }) => !shown.includes(id));
  const submit = (form: FormData) => {
    const picked = form.getAll('column').map(String);
    if (picked.length === 0) throw new Error('Choose at least one column.');
    onChosen(picked);
  };
  return (
    <Dialog title="Manage columns" close={close} submit={submit}>
      {[...columns, ...others].map(({ id, title }) => (
        <Choice
          key={id}
          name="column"
          value={id}
          label={title}
          defaultChecked={shown.includes(id)}
        />
      ))}
    </Dialog>
  );
}
