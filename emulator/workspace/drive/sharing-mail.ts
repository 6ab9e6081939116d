import { isoInstant } from '../../kit/clock';
import type { Workspace } from '../workspace';
import { displayNameOf, type Account } from './account';
import { FOLDER, SPREADSHEET } from './mime-types';
import type { DriveFile, PermissionRecord } from '../state/drive';

/** Puts the mail that notifies somebody of a shared file into the outbox. */
export function mailSharing(
  workspace: Workspace,
  file: DriveFile,
  by: Account,
  {
    permission,
    message,
  }: { readonly permission: PermissionRecord; readonly message?: string | undefined },
): void {
  const kind = KINDS[file.mimeType] ?? 'Item';
  const name = displayNameOf(workspace, by.email);
  const may = { reader: 'view', commenter: 'comment on', writer: 'edit', owner: 'own' }[
    permission.role
  ];
  workspace.state.outbox.push({
    at: isoInstant(workspace.clock.now()),
    from: `${name} (via Google Drive) <drive-shares-dm-noreply@google.com>`,
    to: [permission.emailAddress!],
    subject: `${kind} shared with you: "${file.name}"`,
    body: [
      `${name} (${by.email}) has invited you to ${may} the following ${kind.toLowerCase()}:`,
      file.name,
      ...(message ? ['', message] : []),
    ].join('\n'),
    by: 'drive',
  });
}

const KINDS: Readonly<Record<string, string>> = {
  [SPREADSHEET]: 'Spreadsheet',
  [FOLDER]: 'Folder',
  'application/vnd.google-apps.document': 'Document',
  'application/vnd.google-apps.presentation': 'Presentation',
};
