import './admin.css';
import { accounts, forgetAccounts, type Account } from '../shell/accounts';
import { Loaded, useLoaded } from '../shell/loading';
import { addressOf, type Place } from '../shell/place';
import { WithNavigation } from '../shell/with-navigation';
import { adminPlaces } from './admin-places';
import { AppsPages } from './apps-and-security/apps-pages';
import { ReportingPages } from './apps-and-security/reporting-pages';
import { SecurityPages } from './apps-and-security/security-pages';
import { DIRECTORY_PAGES, DirectoryPages } from './directory/directory-pages';
import { AdminHome } from './home';
import { NotAnAdministrator } from './not-an-administrator';

interface Page {
  readonly account: string;
  readonly place: Place;
}

/** The Admin console: its menu and the open page. Only for administrators, as at Google. */
export function AdminConsole({ account, place }: Page) {
  const people = useLoaded(currentAccounts, [account]);
  return (
    <Loaded of={people}>
      {(found) => {
        const self = found.find(({ email }) => email === account);
        return self?.admin ? (
          <Opened account={account} place={place} />
        ) : (
          <NotAnAdministrator account={account} name={self?.name} people={found} />
        );
      }}
    </Loaded>
  );
}

/** Reloaded each time: roles may have been granted since the page was loaded. */
const currentAccounts = (): Promise<readonly Account[]> => {
  forgetAccounts();
  return accounts();
};

function Opened({ account, place }: Page) {
  const current = addressOf(account, 'admin', ...place.path);
  return (
    <WithNavigation label="Admin console" groups={adminPlaces(account)} current={current}>
      <AdminPage account={account} place={place} />
    </WithNavigation>
  );
}

function AdminPage({ account, place }: Page) {
  const [area] = place.path;
  switch (area) {
    case undefined:
      return <AdminHome account={account} />;
    case 'apps':
      return <AppsPages account={account} place={place} />;
    case 'security':
      return <SecurityPages account={account} place={place} />;
    case 'reporting':
      return <ReportingPages account={account} place={place} />;
    default:
      return DIRECTORY_PAGES.has(area) ? (
        <DirectoryPages account={account} place={place} />
      ) : (
        <p class="empty">There is no such page in the Admin console.</p>
      );
  }
}
