import './shell/theme.css';
import './shell/controls.css';
import './shell/frame.css';
import { render } from 'preact';
import { useEffect } from 'preact/hooks';
import { AccountPage } from './account/account-page';
import { AdminConsole } from './admin/admin-console';
import { CalendarApp } from './calendar/calendar-app';
import { CloudConsole } from './cloud/cloud-console';
import { InsideWorkspace } from './inside/inside-workspace';
import { accounts } from './shell/accounts';
import { Frame } from './shell/frame';
import { addressOf, followLinks, go, usePlace, type Place } from './shell/place';
import { SheetsApp } from './sheets/sheets-app';
import { AuthorizePage } from './web-app/authorize-page';
import { SignInPage } from './web-app/sign-in-page';

const theme = localStorage.getItem('theme');
if (theme) document.documentElement.dataset['theme'] = theme;

function Page({ place }: { readonly place: Place }) {
  const { account, product, query } = place;
  if (account === null)
    return product === 'sign-in' ? <SignInPage query={query} /> : <InsideWorkspace place={place} />;
  switch (product) {
    case 'authorize':
      return <AuthorizePage account={account} query={query} />;
    case 'sheets':
      return <SheetsApp account={account} place={place} />;
    case 'admin':
      return <AdminConsole account={account} place={place} />;
    case 'account':
      return <AccountPage account={account} />;
    case 'cloud':
      return <CloudConsole account={account} place={place} />;
    default:
      return <CalendarApp account={account} place={place} />;
  }
}

/** The address `/` opens the Admin console of the first company's super admin: where a newcomer begins. */
function Start() {
  useEffect(
    () =>
      void accounts().then(([first]) =>
        go(first ? addressOf(first.email, 'admin') : '/workspace', { replace: true }),
      ),
    [],
  );
  return null;
}

function Console() {
  const place = usePlace();
  useEffect(() => {
    document.addEventListener('click', followLinks);
    return () => document.removeEventListener('click', followLinks);
  }, []);
  // A web app that is opened without naming an account is opened as the most recent one.
  useEffect(() => {
    if (place.account !== null)
      document.cookie = `authuser=${encodeURIComponent(place.account)}; path=/; samesite=lax`;
  }, [place.account]);
  const atStart = place.account === null && place.product === '';
  return (
    <Frame product={place.product} account={place.account}>
      {atStart ? <Start /> : <Page place={place} key={`${place.account} ${place.product}`} />}
    </Frame>
  );
}

render(<Console />, document.getElementById('console')!);
