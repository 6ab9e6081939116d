/**
 * Pages of Google's consoles and their counterparts here: a prefix of the address, and the path below the account. The longest
 * prefix wins. A page without a counterpart leads to the product's first page.
 */
const LIKES: Readonly<Record<string, readonly string[]>> = {
  'admin.google.com/': ['admin'],
  'admin.google.com/ac/users': ['admin', 'users'],
  'admin.google.com/ac/groups': ['admin', 'groups'],
  'admin.google.com/ac/orgunits': ['admin', 'orgunits'],
  'admin.google.com/ac/roles': ['admin', 'roles'],
  'admin.google.com/ac/domains': ['admin', 'domains'],
  'admin.google.com/ac/owl': ['admin', 'security', 'api-controls'],
  'admin.google.com/ac/owl/list': ['admin', 'security', 'api-controls', 'apps'],
  'admin.google.com/ac/owl/domainwidedelegation': ['admin', 'security', 'domain-wide-delegation'],
  'admin.google.com/ac/apps/gmail/marketplace': ['admin', 'apps', 'marketplace'],
  'calendar.google.com/': ['calendar'],
  'docs.google.com/spreadsheets': ['sheets'],
  'console.cloud.google.com/': ['cloud'],
  'myaccount.google.com/': ['account'],
};

/**
 * Google documents none of them; its own scripts use them.
 *
 * @see https://github.com/google/create-service-account
 */
const FORM_PARAMETERS = ['clientIdToAdd', 'clientScopeToAdd', 'overwriteClientId'];

const LONGEST_FIRST = Object.entries(LIKES).sort(([a], [b]) => b.length - a.length);

/** The page here that corresponds to an address of Google's consoles, as a path; null for any other address. */
export function localConsolePath(url: URL, account: string): string | null {
  if (url.protocol !== 'https:') return null;
  const address = url.host + url.pathname;
  const [, log] = /^admin\.google\.com\/ac\/reporting\/audit\/(\w+)/.exec(address) ?? [];
  if (log) return pathOf(account, ['admin', 'reporting', log]);
  const [, sheet] = /^docs\.google\.com\/spreadsheets\/d\/([\w-]+)/.exec(address) ?? [];
  if (sheet) return pathOf(account, ['sheets', sheet]) + tabOf(url);
  const [, like] = LONGEST_FIRST.find(([beginning]) => address.startsWith(beginning)) ?? [];
  return like ? pathOf(account, like) + filledInBy(url) : null;
}

const pathOf = (account: string, parts: readonly string[]): string =>
  `/${['u', account, ...parts].map(encodeURIComponent).join('/')}`;

/** What the address of domain-wide delegation fills into its form. */
function filledInBy({ searchParams }: URL): string {
  const known = FORM_PARAMETERS.flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [[name, value]];
  });
  return known.length > 0 ? `?${new URLSearchParams(known)}` : '';
}

/** The tab of a spreadsheet, which Google's addresses have after `#` or `?`. */
function tabOf({ hash, search }: URL): string {
  const [, gid] = /[#&?]gid=(\d+)/.exec(hash || search) ?? [];
  return gid ? `?gid=${gid}` : '';
}
