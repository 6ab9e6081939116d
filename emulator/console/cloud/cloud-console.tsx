import './cloud.css';
import { addressOf, type Place } from '../shell/place';
import { WithNavigation } from '../shell/with-navigation';
import { ApisPage } from './apis';
import { OrganizationPolicies } from './organization-policies';
import { ProjectPage } from './project';
import { ProjectsPage } from './projects';
import { ServiceAccountPage } from './service-account';
import { ServiceAccountsPage } from './service-accounts';

/**
 * A small Google Cloud console: `/` lists projects, `org-policies` is the organization's policy, `projects/<id>` a project
 * with `apis`, `service-accounts` and `service-accounts/<unique id>` below it.
 */
export function CloudConsole({
  account,
  place,
}: {
  readonly account: string;
  readonly place: Place;
}) {
  const [section, projectId] = place.path;
  const project = section === 'projects' ? projectId : undefined;
  const of = (...rest: readonly string[]) =>
    addressOf(account, 'cloud', ...(project ? ['projects', project] : []), ...rest);
  const groups = [
    {
      title: 'Google Cloud',
      places: [
        { href: addressOf(account, 'cloud'), title: 'Projects' },
        { href: addressOf(account, 'cloud', 'org-policies'), title: 'Organization policies' },
      ],
    },
    ...(project
      ? [
          {
            title: project,
            places: [
              { href: of(), title: 'Overview' },
              { href: of('apis'), title: 'APIs & services' },
              { href: of('service-accounts'), title: 'Service accounts' },
            ],
          },
        ]
      : []),
  ];
  return (
    <WithNavigation
      label="Cloud console"
      groups={groups}
      current={addressOf(account, 'cloud', ...place.path)}
    >
      <CloudPage account={account} path={place.path} />
    </WithNavigation>
  );
}

function CloudPage({ account, path }: { account: string; path: readonly string[] }) {
  const [section, projectId, page, uniqueId] = path;
  if (section === undefined) return <ProjectsPage account={account} />;
  if (section === 'org-policies') return <OrganizationPolicies account={account} />;
  if (section !== 'projects' || !projectId) return <p class="empty">There is no such page.</p>;
  const of = { account, projectId };
  if (page === 'apis') return <ApisPage {...of} />;
  if (page === 'service-accounts')
    return uniqueId ? (
      <ServiceAccountPage {...of} uniqueId={uniqueId} />
    ) : (
      <ServiceAccountsPage {...of} />
    );
  return <ProjectPage {...of} />;
}
