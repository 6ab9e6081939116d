import './web-app.css';
import { useState } from 'preact/hooks';
import { accounts } from '../shell/accounts';
import { Loaded, useLoaded } from '../shell/loading';
import { localAddress } from '../shell/local-address';
import { returnAddress } from './return-address';

const SHOWN = 50;

/** "Choose an account": what Google shows before a web app that needs to know its visitor. */
export function SignInPage({ query }: { readonly query: URLSearchParams }) {
  const people = useLoaded(accounts, []);
  const [sought, setSought] = useState('');
  const back = returnAddress(query);
  if (back === null)
    return (
      <main class="sign-in">
        <p class="empty">There is nothing here to sign in to.</p>
      </main>
    );
  const fits = (text: string) => text.toLowerCase().includes(sought.toLowerCase());
  const addressFor = (email: string): string => {
    const url = new URL(back, location.origin);
    url.searchParams.delete('authuser');
    return localAddress(url.href, location.origin, email);
  };
  return (
    <main class="sign-in">
      <section class="panel">
        <h1>Choose an account</h1>
        <p class="soft">to continue to a web app</p>
        <input
          class="search"
          type="search"
          aria-label="Find an account"
          placeholder="Find an account"
          value={sought}
          onInput={({ currentTarget }) => setSought(currentTarget.value)}
        />
        <Loaded of={people}>
          {(all) => {
            const found = all.filter(({ email, name }) => fits(`${name} ${email}`));
            return found.length === 0 ? (
              <p class="empty">No matching accounts.</p>
            ) : (
              <nav aria-label="Accounts">
                {found.slice(0, SHOWN).map(({ email, name, company }) => (
                  <a class="menu-item" key={email} href={addressFor(email)}>
                    <span class="avatar">{name.slice(0, 1)}</span>
                    <span>
                      {name}
                      <br />
                      <span class="soft">
                        {email}
                        {company && ` · ${company}`}
                      </span>
                    </span>
                  </a>
                ))}
                {found.length > SHOWN && (
                  <p class="soft">{found.length - SHOWN} more: type part of a name.</p>
                )}
              </nav>
            );
          }}
        </Loaded>
      </section>
    </main>
  );
}
