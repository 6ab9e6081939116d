import { Dialog } from '../shell/dialog';
import { Field } from '../shell/field';
import { addressOf, go } from '../shell/place';
import { toast } from '../shell/toast';
import { copyFile, renameFile, trashFile, type DriveFile } from './drive-files';
import { ShareDialog } from './share-dialog';

/** An action on a file that has a dialog of its own. */
export type FileTask = 'rename' | 'share' | 'copy' | 'trash';

/** The dialog of an action. @param done is called when the file changed. */
export function FileDialog({
  account,
  file,
  task,
  close,
  onDone,
}: {
  readonly account: string;
  readonly file: DriveFile;
  readonly task: FileTask;
  readonly close: () => void;
  readonly onDone: (task: FileTask) => void;
}) {
  const finish = () => onDone(task);
  switch (task) {
    case 'share':
      return <ShareDialog account={account} file={file} close={close} onDone={finish} />;
    case 'rename':
      return (
        <Dialog
          title="Rename"
          action="OK"
          close={close}
          submit={async (form) => {
            await renameFile(account, file.id, nameIn(form));
            finish();
          }}
        >
          <Field label="Name" name="name" defaultValue={file.name} required />
        </Dialog>
      );
    case 'copy':
      return (
        <Dialog
          title="Copy document"
          action="Make a copy"
          close={close}
          submit={async (form) => {
            const { id } = await copyFile(account, file.id, nameIn(form));
            finish();
            go(addressOf(account, 'sheets', id));
          }}
        >
          <Field label="Name" name="name" defaultValue={`Copy of ${file.name}`} required />
        </Dialog>
      );
    case 'trash':
      return (
        <Dialog
          title="Move to trash?"
          action="Move to trash"
          danger
          close={close}
          submit={async () => {
            await trashFile(account, file.id, true);
            toast(`${file.name} moved to trash.`);
            finish();
          }}
        >
          <p>
            <strong>{file.name}</strong> will be deleted forever after 30 days. People it is shared
            with can no longer find it.
          </p>
        </Dialog>
      );
  }
}

const nameIn = (form: FormData): string => String(form.get('name') ?? '').trim();
