import { Dialog } from '../shell/dialog';

/** Google's question before an add-on may open the active document. */
export const FileAccessDialog = ({
  name,
  close,
  allow,
}: {
  readonly name: string;
  readonly close: () => void;
  readonly allow: () => Promise<void>;
}) => (
  <Dialog title={`Allow ${name} to access this file?`} action="Allow" close={close} submit={allow}>
    <p>{name} will be able to see, edit and delete this file. It cannot see your other files.</p>
  </Dialog>
);
