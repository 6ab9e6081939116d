import type { Permissions } from './permissions';
import { ROLES, type Permission, type ShareRole } from './permissions';

type Reach = 'restricted' | 'domain' | 'anyone';

/** "General access": who can open the file with just the link. */
export function GeneralAccess({
  account,
  held,
  permissions,
  change,
}: {
  readonly account: string;
  /** The permission that is not for one person or group, if there is one. */
  readonly held: Permission | undefined;
  readonly permissions: Permissions;
  readonly change: (work: Promise<unknown>) => void;
}) {
  const domain = account.split('@')[1]!;
  const reach = (held?.type ?? 'restricted') as Reach;
  const setReach = async (next: Reach) => {
    if (held) await permissions.remove(held.id);
    if (next === 'restricted') return;
    const role = held && held.role !== 'owner' ? held.role : 'reader';
    await permissions.create(
      { type: next, role, ...(next === 'domain' && { domain }) },
      { notify: false },
    );
  };
  return (
    <>
      <h2>General access</h2>
      <div class="permissions general">
        <select
          aria-label="General access"
          value={reach}
          onChange={({ currentTarget }) => change(setReach(currentTarget.value as Reach))}
        >
          <option value="restricted">Restricted</option>
          <option value="domain">{held?.domain ?? domain}</option>
          <option value="anyone">Anyone with the link</option>
        </select>
        {held && (
          <select
            aria-label="General access role"
            value={held.role}
            onChange={({ currentTarget }) =>
              change(permissions.setRole(held.id, currentTarget.value as ShareRole))
            }
          >
            {ROLES.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        )}
      </div>
      <p class="soft">{EXPLAINED[reach]}</p>
    </>
  );
}

const EXPLAINED: Readonly<Record<Reach, string>> = {
  restricted: 'Only people with access can open with the link.',
  domain: 'Anyone in this organization with the link can open it.',
  anyone: 'Anyone on the internet with the link can open it.',
};
