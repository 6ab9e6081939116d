import type { ApiMethods } from '../api-method';
import { generateIds, getAbout } from './about';
import { getStartPageToken, listChanges } from './changes';
import { copyFile } from './copy';
import { createFile } from './create';
import { deleteFile, emptyTrash } from './delete';
import { exportFile } from './export';
import { getFile } from './get';
import { listFiles } from './list';
import { getPermission, listPermissions } from './permission-reads';
import { createPermission, deletePermission, updatePermission } from './permission-writes';
import { getRevision, listRevisions } from './revisions';
import { updateFile } from './update';
import { stopChannel, watchChanges, watchFile } from './watch';

/** The methods of this API that the local Workspace answers. */
export const driveMethods: ApiMethods = {
  'drive.about.get': getAbout,
  'drive.changes.getStartPageToken': getStartPageToken,
  'drive.changes.list': listChanges,
  'drive.changes.watch': watchChanges,
  'drive.channels.stop': stopChannel,
  'drive.files.copy': copyFile,
  'drive.files.create': createFile,
  'drive.files.delete': deleteFile,
  'drive.files.emptyTrash': emptyTrash,
  'drive.files.export': exportFile,
  'drive.files.generateIds': generateIds,
  'drive.files.get': getFile,
  'drive.files.list': listFiles,
  'drive.files.update': updateFile,
  'drive.files.watch': watchFile,
  'drive.permissions.create': createPermission,
  'drive.permissions.delete': deletePermission,
  'drive.permissions.get': getPermission,
  'drive.permissions.list': listPermissions,
  'drive.permissions.update': updatePermission,
  'drive.revisions.get': getRevision,
  'drive.revisions.list': listRevisions,
};
