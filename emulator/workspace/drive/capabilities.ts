import { isAtLeast } from './access';
import { FOLDER } from './mime-types';
import type { DriveFile, Role } from '../state/drive';

/** What a person with this role may do with the file: `File.capabilities`. */
export function capabilities(file: DriveFile, role: Role): Record<string, boolean> {
  const folder = file.mimeType === FOLDER;
  const root = file.parentId === null && folder && file.name === 'My Drive';
  const owner = role === 'owner' && !root;
  const writer = isAtLeast(role, 'writer');
  const mayTakeAway = writer || !file.copyRequiresWriterPermission;
  return {
    canAcceptOwnership: false,
    canAddChildren: folder && writer,
    canAddMyDriveParent: false,
    canChangeCopyRequiresWriterPermission: owner,
    canChangeSecurityUpdateEnabled: false,
    canChangeViewersCanCopyContent: owner,
    canComment: isAtLeast(role, 'commenter') && !folder,
    canCopy: !folder && mayTakeAway,
    canDelete: owner,
    canDisableInheritedPermissions: false,
    canDownload: !folder && mayTakeAway,
    canEdit: writer,
    canEnableInheritedPermissions: true,
    canListChildren: folder,
    canModifyContent: writer,
    canModifyContentRestriction: writer && !folder,
    canModifyEditorContentRestriction: writer && !folder,
    canModifyLabels: false,
    canModifyOwnerContentRestriction: owner && !folder,
    canMoveChildrenWithinDrive: folder && writer,
    canMoveItemIntoTeamDrive: owner,
    canMoveItemOutOfDrive: owner,
    canMoveItemWithinDrive: writer && !root,
    canReadLabels: false,
    canReadRevisions: writer && !folder,
    canRemoveChildren: folder && writer,
    canRemoveMyDriveParent: owner,
    canRename: writer && !root,
    canShare: mayShare(file, role),
    canTrash: owner,
    canUntrash: owner,
  };
}

/** Owners may share; writers may unless the owner forbade it. */
export const mayShare = ({ writersCanShare }: DriveFile, role: Role): boolean =>
  role === 'owner' || (role === 'writer' && writersCanShare);
