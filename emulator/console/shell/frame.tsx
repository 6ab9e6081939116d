import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { accounts, type Account } from './accounts';
import { Clock } from './clock';
import { Icon, type IconName } from './icon';
import { addressOf } from './place';
import { Popup } from './popup';
import { Toasts } from './toast';

/** The products of the console: their places and names. */
export const PRODUCTS: readonly {
  readonly product: string;
  readonly title: string;
  readonly icon: IconName;
}[] = [
  { product: 'calendar', title: 'Calendar', icon: 'calendar' },
  { product: 'sheets', title: 'Sheets', icon: 'sheets' },
  { product: 'admin', title: 'Admin', icon: 'admin' },
  { product: 'cloud', title: 'Cloud console', icon: 'cloud' },
  { product: 'account', title: 'Account', icon: 'person' },
];

/** The bar at the top of every page and the page below it. */
export function Frame({
  product,
  account,
  children,
}: {
  readonly product: string;
  readonly account: string | null;
  readonly children: ComponentChildren;
}) {
  const { title, icon } = PRODUCTS.find((one) => one.product === product) ?? {
    title: 'Local Workspace',
    icon: 'workspace' as const,
  };
  useEffect(() => {
    document.title = account === null ? title : `${title} – ${account}`;
  }, [title, account]);
  return (
    <div class="frame">
      <header class="top-bar">
        <a class="product" href={addressOf(account, product)} style="text-decoration:none">
          <Icon name={icon} />
          <span>{title}</span>
        </a>
        <div class="grow" />
        <Clock />
        <ThemeButton />
        <AppsMenu account={account} current={product} />
        <AccountMenu account={account} product={product} />
      </header>
      {children}
      <Toasts />
    </div>
  );
}

function ThemeButton() {
  const turn = () => {
    const { theme } = document.documentElement.dataset;
    const dark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    document.documentElement.dataset['theme'] = dark ? 'light' : 'dark';
    localStorage.setItem('theme', dark ? 'light' : 'dark');
  };
  return (
    <button type="button" class="button icon" aria-label="Light or dark" onClick={turn}>
      <Icon name="theme" />
    </button>
  );
}

function AppsMenu({ account, current }: { account: string | null; current: string }) {
  return (
    <Popup label="Google apps" face={<Icon name="apps" />}>
      {(close) => (
        <nav aria-label="Google apps" onClick={close}>
          {PRODUCTS.map(({ product, title, icon }) => (
            <a
              class="menu-item"
              key={product}
              href={addressOf(account, product)}
              {...(product === current && { 'aria-current': 'page' })}
            >
              <Icon name={icon} /> {title}
            </a>
          ))}
          <a class="menu-item" href="/workspace">
            <Icon name="workspace" /> Inside this Workspace
          </a>
        </nav>
      )}
    </Popup>
  );
}

function AccountMenu({ account, product }: { account: string | null; product: string }) {
  const [people, setPeople] = useState<readonly Account[]>([]);
  const [sought, setSought] = useState('');
  useEffect(() => void accounts().then(setPeople, () => {}), [account]);
  const current = people.find(({ email }) => email === account);
  const shown = people.filter(({ email, name }) =>
    `${name} ${email}`.toLowerCase().includes(sought.toLowerCase()),
  );
  return (
    <Popup
      label={account === null ? 'Choose an account' : `Account: ${current?.name ?? ''} ${account}`}
      face={<span class="avatar">{(current?.name ?? account ?? '?').slice(0, 1)}</span>}
    >
      {(close) => (
        <>
          <div style="padding:8px 16px">
            <input
              class="search"
              type="search"
              aria-label="Find an account"
              placeholder="Find an account"
              value={sought}
              onInput={(event) => setSought(event.currentTarget.value)}
            />
          </div>
          {account !== null && (
            <a class="menu-item" href={addressOf(account, 'account')} onClick={close}>
              Third-party apps with account access
            </a>
          )}
          <nav aria-label="Switch account" onClick={close}>
            {shown.slice(0, 50).map(({ email, name, company, superAdmin }) => (
              <a
                class="menu-item"
                key={email}
                href={addressOf(email, product === 'workspace' || !product ? 'calendar' : product)}
                {...(email === account && { 'aria-current': 'true' })}
              >
                <span class="avatar">{name.slice(0, 1)}</span>
                <span>
                  {name}
                  {superAdmin && <span class="chip">super admin</span>}
                  <br />
                  <span class="soft">
                    {email}
                    {company && ` · ${company}`}
                  </span>
                </span>
              </a>
            ))}
          </nav>
        </>
      )}
    </Popup>
  );
}
