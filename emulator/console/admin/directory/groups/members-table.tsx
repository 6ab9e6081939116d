import { adminAddress } from '../../admin-places';
import type { Member } from '../resources';
import { MEMBER_ROLES, MEMBER_TYPES } from './member-names';

export const memberTitle = ({ type, email, id }: Member): string =>
  type === 'CUSTOMER' ? 'Everyone in the organization' : (email ?? id);

/** The members of one page. Users and nested groups lead to their own pages. */
export function MembersTable({
  account,
  members,
  setRole,
  remove,
}: {
  readonly account: string;
  readonly members: readonly Member[];
  readonly setRole: (member: Member, role: string) => void;
  readonly remove: (member: Member) => void;
}) {
  if (members.length === 0) return <p class="empty">This group has no members yet.</p>;
  return (
    <div class="table-frame" tabIndex={0} role="region" aria-label="Members">
      <table class="list">
        <thead>
          <tr>
            <th scope="col">Member</th>
            <th scope="col">Type</th>
            <th scope="col">Role</th>
            <th scope="col">Status</th>
            <th scope="col">
              <span class="visually-hidden">Action</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <tr key={member.id}>
              <th scope="row">
                <MemberLink account={account} member={member} />
              </th>
              <td>{MEMBER_TYPES[member.type]}</td>
              <td>
                <select
                  class="select"
                  aria-label={`Role of ${memberTitle(member)}`}
                  value={member.role}
                  onChange={({ currentTarget }) => setRole(member, currentTarget.value)}
                >
                  {MEMBER_ROLES.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                {member.status === 'SUSPENDED' && <span class="chip bad">Suspended</span>}
                {member.status === 'ACTIVE' && <span class="chip good">Active</span>}
              </td>
              <td class="row-action">
                <button
                  type="button"
                  class="button danger"
                  aria-label={`Remove ${memberTitle(member)}`}
                  onClick={() => remove(member)}
                >
                  Remove
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MemberLink({ account, member }: { readonly account: string; readonly member: Member }) {
  const title = memberTitle(member);
  const area = { USER: 'users', GROUP: 'groups', EXTERNAL: null, CUSTOMER: null }[member.type];
  if (area === null) return <>{title}</>;
  return (
    <a class="row-link" href={adminAddress(account, area, member.id)}>
      {title}
    </a>
  );
}
