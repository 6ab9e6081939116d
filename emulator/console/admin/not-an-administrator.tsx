import type { Account } from '../shell/accounts';
import { addressOf } from '../shell/place';

/** Google's message for people without an administrator role, and which accounts of this Workspace have one. */
export function NotAnAdministrator({
  account,
  name,
  people,
}: {
  readonly account: string;
  readonly name: string | undefined;
  readonly people: readonly Account[];
}) {
  const company = people.find(({ email }) => email === account)?.company ?? null;
  const administrators = people.filter(
    (one) => one.superAdmin && (company === null || one.company === company),
  );
  return (
    <main class="page not-an-administrator">
      <h1>You need to be an administrator to use this</h1>
      <p>
        You are signed in as {name ? `${name} (${account})` : account}. The Admin console is for
        accounts with an administrator role.
      </p>
      {administrators.length > 0 && <h2>Switch to an administrator account</h2>}
      <ul>
        {administrators.slice(0, 5).map(({ email, name: administrator }) => (
          <li key={email}>
            <a href={addressOf(email, 'admin')}>{administrator}</a>{' '}
            <span class="soft">{email}</span>
          </li>
        ))}
      </ul>
    </main>
  );
}
