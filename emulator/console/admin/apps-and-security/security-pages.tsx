import './apps-and-security.css';
import { addressOf, type Place } from '../../shell/place';
import { PageHead } from '../../shell/with-navigation';
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
  if (section !== 'api-controls') return <Overview account={account} />;
  switch (page) {
    case 'apps':
      return <AppAccessPage account={account} clientId={item} />;
    case 'services':
      return <GoogleServicesPage account={account} />;
    default:
      return <ApiControlsPage account={account} />;
  }
}

const Overview = ({ account }: { readonly account: string }) => (
  <>
    <PageHead title="Security" />
    <div class="app-cards">
      <a class="app-card" href={addressOf(account, 'admin', 'security', 'api-controls')}>
        <h2>API controls</h2>
        <span class="soft">Which apps may read your organization's Google data</span>
      </a>
      <a class="app-card" href={addressOf(account, 'admin', 'security', 'domain-wide-delegation')}>
        <h2>Domain-wide delegation</h2>
        <span class="soft">Which clients may act for everybody without asking them</span>
      </a>
      <a class="app-card" href={addressOf(account, 'admin', 'reporting', 'token')}>
        <h2>Audit and investigation</h2>
        <span class="soft">Who allowed what, and what administrators changed</span>
      </a>
    </div>
  </>
);
