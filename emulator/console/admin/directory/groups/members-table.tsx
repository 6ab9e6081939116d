import { Table } from '../../../shell/table';
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
  return (
    <Table
      label="Members"
      rows={members}
      keyOf={({ id }) => id}
      empty={<p class="empty">This group has no members yet.</p>}
      columns={[
        {
          title: 'Member',
          namesRow: true,
          cell: (member) => <MemberLink account={account} member={member} />,
        },
        { title: 'Type', cell: ({ type }) => MEMBER_TYPES[type] },
        { title: 'Role', cell: (member) => <RoleSelect member={member} setRole={setRole} /> },
        { title: 'Status', cell: ({ status }) => <StatusChip status={status} /> },
        {
          title: 'Action',
          titleHidden: true,
          class: 'row-action',
          cell: (member) => (
            <button
              type="button"
              class="button danger"
              aria-label={`Remove ${memberTitle(member)}`}
              onClick={() => remove(member)}
            >
              Remove
            </button>
          ),
        },
      ]}
    />
  );
}

function RoleSelect({
  member,
  setRole,
}: {
  readonly member: Member;
  readonly setRole: (member: Member, role: string) => void;
}) {
  return (
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
  );
}

function StatusChip({ status }: { readonly status: Member['status'] | undefined }) {
  if (status === 'SUSPENDED') return <span class="chip bad">Suspended</span>;
  return status === 'ACTIVE' ? <span class="chip good">Active</span> : null;
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
