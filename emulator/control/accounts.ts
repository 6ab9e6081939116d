import { holdsRole } from '../workspace/directory/privileges';
import type { ControlAction } from './control-action';

/** Everybody who can sign in: super admins of the first company first, then by company and name. */
export const accounts: ControlAction = ({ workspace }) => {
  const { users, customers, consumers } = workspace.state.directory;
  const companies = Object.keys(customers);
  const people = Object.values(users)
    .filter(({ deletionTime, suspended }) => deletionTime === undefined && !suspended)
    .map((user) => ({
      email: user.primaryEmail,
      name:
        (user.profile['name'] as { fullName?: string } | undefined)?.fullName ?? user.primaryEmail,
      company: customers[user.customerId]?.name ?? null,
      superAdmin: user.isAdmin,
      admin: user.isAdmin || holdsRole(workspace.state.directory, user.id),
      order: [companies.indexOf(user.customerId), user.isAdmin ? 0 : 1] as const,
    }))
    .sort(
      (a, b) =>
        a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.name.localeCompare(b.name, 'en'),
    )
    .map(({ order: _, ...person }) => person);
  const outside = Object.keys(consumers).map((email) => ({
    email,
    name: email.split('@')[0] ?? email,
    company: null,
    superAdmin: false,
    admin: false,
  }));
  return { accounts: [...people, ...outside] };
};
