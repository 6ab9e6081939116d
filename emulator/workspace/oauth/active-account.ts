import type { UserPrincipal } from '../caller';
import type { DirectoryState } from '../state/directory';

/**
 * The account with this immutable id, if it can act at present: not deleted, suspended or archived. Consumer accounts have
 * no such states.
 */
export function activeAccount(
  directory: DirectoryState,
  userId: string,
): UserPrincipal | undefined {
  const user = Object.hasOwn(directory.users, userId) ? directory.users[userId] : undefined;
  if (user) {
    if (user.deletionTime !== undefined || user.suspended || user.archived) return undefined;
    return { kind: 'user', userId, email: user.primaryEmail, customerId: user.customerId };
  }
  const consumer = Object.entries(directory.consumers).find(([, id]) => id === userId);
  return consumer && { kind: 'user', userId, email: consumer[0], customerId: null };
}
