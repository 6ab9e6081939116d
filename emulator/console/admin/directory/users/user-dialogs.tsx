import { AccountStateDialog, type AccountState } from './account-state-dialog';
import { AliasesDialog } from './aliases-dialog';
import { MoveDialog } from './move-dialog';
import { RenameDialog } from './rename-dialog';
import { ResetPasswordDialog } from './reset-password-dialog';
import type { OfUser } from './of-user';

export type UserDialogName = 'reset-password' | 'rename' | 'aliases' | 'move' | AccountState;

/** The dialog in which one of the account's actions asks before it is carried out. */
export function UserDialog({
  name,
  ...rest
}: OfUser & { readonly name: UserDialogName; readonly close: () => void }) {
  switch (name) {
    case 'reset-password':
      return <ResetPasswordDialog {...rest} />;
    case 'rename':
      return <RenameDialog {...rest} />;
    case 'aliases':
      return <AliasesDialog {...rest} />;
    case 'move':
      return <MoveDialog {...rest} />;
    default:
      return <AccountStateDialog {...rest} to={name} />;
  }
}
