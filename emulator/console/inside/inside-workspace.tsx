import './inside.css';
import { addressOf, type Place } from '../shell/place';
import { WithNavigation } from '../shell/with-navigation';
import { CallsPage } from './calls-page';
import { ExecutionPage } from './execution-page';
import { ExecutionsPage } from './executions-page';
import { FaultsPage } from './faults-page';
import { MailPage } from './mail-page';
import { OutboxPage } from './outbox-page';
import { OverviewPage } from './overview-page';
import { TriggersPage } from './triggers-page';
import { WebAppsPage } from './web-apps-page';

const at = (...path: readonly string[]): string => addressOf(null, 'workspace', ...path);

const PLACES = [
  {
    places: [
      { href: at(), title: 'Overview' },
      { href: at('triggers'), title: 'Triggers' },
      { href: at('executions'), title: 'Executions' },
      { href: at('calls'), title: 'Calls' },
      { href: at('outbox'), title: 'Outbox' },
      { href: at('web-apps'), title: 'Web apps' },
      { href: at('faults'), title: 'Faults' },
    ],
  },
];

/** What Google never shows: the inside of this Workspace. */
export function InsideWorkspace({ place }: { readonly place: Place }) {
  return (
    <WithNavigation label="Inside this Workspace" groups={PLACES} current={at(...place.path)}>
      <Page path={place.path} />
    </WithNavigation>
  );
}

function Page({ path: [page, id] }: { readonly path: readonly string[] }) {
  switch (page) {
    case 'triggers':
      return <TriggersPage />;
    case 'executions':
      return id === undefined ? <ExecutionsPage /> : <ExecutionPage id={id} />;
    case 'calls':
      return <CallsPage />;
    case 'outbox':
      return id === undefined ? <OutboxPage /> : <MailPage number={Number(id)} />;
    case 'web-apps':
      return <WebAppsPage />;
    case 'faults':
      return <FaultsPage />;
    default:
      return <OverviewPage />;
  }
}
