import type { JsonObject } from '../api-method';
import { etagOf } from './etag';
import { memberAddress } from './membership';
import type { DirectoryState, MemberRecord } from '../state/directory';

/**
 * The Member resource. A member that stands for the whole organization has no address; outsiders have no status; delivery
 * settings appear only in `get`, `insert` and `update`.
 * @see https://developers.google.com/workspace/admin/directory/reference/rest/v1/members
 */
export function memberResource(
  directory: DirectoryState,
  member: MemberRecord,
  { withDelivery = false }: { readonly withDelivery?: boolean } = {},
): JsonObject {
  const email = memberAddress(directory, member);
  const status = statusOf(directory, member);
  const content: JsonObject = {
    id: member.id,
    ...(email !== undefined && { email }),
    role: member.role,
    type: member.type,
    ...(status && { status }),
    ...(withDelivery && { delivery_settings: member.deliverySettings ?? 'ALL_MAIL' }),
  };
  return { kind: 'admin#directory#member', etag: etagOf(content), ...content };
}

function statusOf({ users }: DirectoryState, { id, type }: MemberRecord): string | null {
  if (type === 'USER') return users[id]?.suspended ? 'SUSPENDED' : 'ACTIVE';
  return type === 'EXTERNAL' ? null : 'ACTIVE';
}
