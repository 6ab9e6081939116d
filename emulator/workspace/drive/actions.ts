import type { AdminAction, AdminActions } from '../admin-action';
import { requiredText } from '../action-input';
import { openFile } from './get';

const DRIVE_SCOPE = 'https://www.googleapis.com/auth/drive';

/** A person opens a file in Google's own product: `{fileId}`. It counts as viewed, and the Drive log says so. */
const open: AdminAction = (workspace, actor, input) =>
  openFile(
    workspace,
    {
      principal: actor,
      scopes: new Set([DRIVE_SCOPE]),
      clientId: 'google',
      projectNumber: null,
      applicationName: 'Google',
      impersonated: false,
      cause: 'person',
      ipAddress: '198.51.100.7',
    },
    requiredText(input, 'fileId'),
  );

/** What Google's editors do with files that no public API does. */
export const driveActions: AdminActions = { 'drive.open': open };
