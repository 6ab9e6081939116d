import type { JsonObject } from '../api-method';
import { nonEditableAliases } from './addresses';
import { etagOf } from './etag';
import type { DirectoryState, GroupRecord } from '../state/directory';

/** The Group resource. @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/groups */
export function groupResource(directory: DirectoryState, group: GroupRecord): JsonObject {
  const fixed = nonEditableAliases(directory, group.customerId, group.email);
  const content: JsonObject = {
    id: group.id,
    email: group.email,
    name: group.name,
    directMembersCount: String(group.members.length),
    description: group.description,
    adminCreated: group.adminCreated ?? true,
    ...(group.aliases.length > 0 && { aliases: [...group.aliases] }),
    ...(fixed.length > 0 && { nonEditableAliases: fixed }),
  };
  return { kind: 'admin#directory#group', etag: etagOf(content), ...content };
}
