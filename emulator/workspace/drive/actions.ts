import type { AdminAction, AdminActions } from '../admin-action';
import { requiredText } from '../action-input';
import { openFile } from './get';

const DRIVE_SCOPE = 'https://www.googleapis.com/auth/drive';

/** Opens a file in Google's own product, for a person: `{fileId}`. It counts as viewed, and the Drive log records it. */
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

/** What Google's editors do with files and no public API does. */
export const driveActions: AdminActions = { 'drive.open': open };
