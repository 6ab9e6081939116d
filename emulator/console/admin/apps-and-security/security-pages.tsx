import './apps-and-security.css';
import type { Place } from '../../shell/place';
import { ApiControlsPage } from './api-controls';
import { AppAccessPage } from './app-access';
import { DelegationPage } from './delegation';
import { DelegationClientPage } from './delegation-client';
import { GoogleServicesPage } from './google-services';

/**
 * Admin console > Security. `api-controls` is the overview, with `apps` (Manage app access) and `services` (Manage Google
 * services) below it; `domain-wide-delegation` lists clients, `domain-wide-delegation/<client>` is one of them.
 */
export function SecurityPages({
  account,
  place,
}: {
  readonly account: string;
  readonly place: Place;
}) {
  const [, section, page, item] = place.path;
  if (section === 'domain-wide-delegation')
    return page ? (
      <DelegationClientPage account={account} clientId={page} />
    ) : (
      <DelegationPage account={account} />
    );
  switch (page) {
    case 'apps':
      return <AppAccessPage account={account} clientId={item} />;
    case 'services':
      return <GoogleServicesPage account={account} />;
    default:
      return <ApiControlsPage account={account} />;
  }
}
