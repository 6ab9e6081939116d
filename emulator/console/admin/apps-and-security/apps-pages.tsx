import './apps-and-security.css';
import type { Place } from '../../shell/place';
import { AdminInstallPage } from './admin-install';
import { InstalledApp } from './installed-app';
import { InstalledApps } from './installed-apps';
import { Store } from './store';
import { StoreListing } from './store-listing';
import { UserAccessPage } from './user-access';

/**
 * Admin console > Apps. `marketplace` lists what is installed, `marketplace/<app>` is one of these, `marketplace/store` is
 * the Marketplace itself, `marketplace/store/<app>` a listing, `marketplace/store/<app>/install` the administrator's
 * installation.
 */
export function AppsPages({ account, place }: { readonly account: string; readonly place: Place }) {
  const [, , applicationId, page, step] = place.path;
  if (applicationId === 'store') {
    if (!page) return <Store account={account} />;
    if (step === 'install') return <AdminInstallPage account={account} id={page} />;
    return <StoreListing account={account} id={page} />;
  }
  if (!applicationId) return <InstalledApps account={account} />;
  if (page === 'user-access') return <UserAccessPage account={account} id={applicationId} />;
  return <InstalledApp account={account} id={applicationId} />;
}
