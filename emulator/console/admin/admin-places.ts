import { addressOf } from '../shell/place';

interface PlaceGroup {
  readonly title?: string;
  readonly places: readonly { readonly href: string; readonly title: string }[];
}

/**
 * The Admin console's menu, in Google's order and words: path below `admin/`, then title. The part after `reporting/` is the
 * Reports API's name of the log.
 *
 * @see https://knowledge.workspace.google.com/admin/getting-started/editions/use-the-google-admin-console
 */
const MENU: readonly (readonly [group: string | null, ...(readonly [string, string])[]])[] = [
  [null, ['', 'Home']],
  ['Directory', ['users', 'Users'], ['groups', 'Groups'], ['orgunits', 'Organizational units']],
  [
    'Security › Access and data control',
    ['security/api-controls', 'API controls'],
    ['security/domain-wide-delegation', 'Domain-wide delegation'],
  ],
  ['Apps', ['apps/marketplace', 'Google Workspace Marketplace apps']],
  [
    'Reporting › Audit and investigation',
    ['reporting/token', 'OAuth log events'],
    ['reporting/admin', 'Admin log events'],
    ['reporting/login', 'User log events'],
    ['reporting/calendar', 'Calendar log events'],
    ['reporting/drive', 'Drive log events'],
    ['reporting/rules', 'Rule log events'],
  ],
  ['Account', ['roles', 'Admin roles'], ['domains', 'Domains']],
];

export const adminPlaces = (account: string): readonly PlaceGroup[] =>
  MENU.map(([title, ...places]) => ({
    ...(title !== null && { title }),
    places: places.map(([path, name]) => ({ href: adminAddress(account, path), title: name })),
  }));

/** The address of an Admin console page: `adminAddress(account, 'users', id)`. Slashes in the first part are kept. */
export const adminAddress = (account: string, path: string, ...rest: readonly string[]): string =>
  addressOf(account, 'admin', ...path.split('/').filter(Boolean), ...rest);
