import { textParam, type ApiMethod, type ApiRequest, type JsonObject } from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { listedCustomer, ownCustomer } from './access';
import { findGroup, findUser } from './accounts';
import { domainOf, isAddress } from './addresses';
import { etagOf } from './etag';
import { groupResource } from './group-view';
import { nextPageToken, pagePosition, pageSize } from './paging';
import { requirePrivilege } from './privileges';
import { parseQuery, type QueryClause } from './query-clauses';
import { textTest } from './query-match';
import { badRequest, invalidInput, resourceNotFound } from './refusals';
import { asOfNow, type Remembered } from './remembered';
import type { DirectoryState, GroupRecord } from '../state/directory';

type GroupTest = (group: GroupRecord) => boolean;

const remembered = new WeakMap<DirectoryState, Remembered<readonly GroupRecord[]>>();

/** All groups by address. */
const sortedGroups = (directory: DirectoryState): readonly GroupRecord[] =>
  asOfNow(remembered, directory, () =>
    Object.values(directory.groups).sort((a, b) => (a.email < b.email ? -1 : 1)),
  );

/** groups.list: the groups of an organization or of one domain, or those that somebody is a direct member of. */
export const listGroups: ApiMethod = (request, caller, workspace) => {
  requirePrivilege(workspace, caller, 'GROUPS_RETRIEVE');
  const { directory } = workspace.state;
  const matches = selection(request, caller, workspace);
  const size = pageSize(request, 200, 200);
  const after = pagePosition<string>(request, workspace);
  const descending = textParam(request, 'sortOrder')?.toUpperCase() === 'DESCENDING';
  const ordered = descending ? [...sortedGroups(directory)].reverse() : sortedGroups(directory);
  const rest = ordered.filter(
    (group) =>
      (after === null || (descending ? group.email < after : group.email > after)) &&
      matches(group),
  );
  const groups = rest.slice(0, size).map((group) => groupResource(directory, group));
  return {
    kind: 'admin#directory#groups',
    etag: etagOf(groups),
    ...(groups.length > 0 && { groups }),
    ...(rest.length > size && {
      nextPageToken: nextPageToken(request, workspace, rest[size - 1]!.email),
    }),
  } satisfies JsonObject;
};

function selection(request: ApiRequest, caller: Caller, workspace: Workspace): GroupTest {
  const { directory } = workspace.state;
  const [customer, domain, userKey, query] = ['customer', 'domain', 'userKey', 'query'].map(
    (name) => textParam(request, name),
  );
  if (userKey !== undefined && customer !== undefined) throw badRequest();
  const whole =
    userKey !== undefined && domain === undefined
      ? { customer: ownCustomer(workspace, caller), domain: null }
      : listedCustomer(workspace, caller, { customer, domain });
  const hasMember = userKey === undefined ? () => true : memberTest(directory, userKey);
  const asked = queryTest(directory, query);
  return (group) =>
    group.customerId === whole.customer.id &&
    (whole.domain === null || domainOf(group.email) === whole.domain) &&
    hasMember(group) &&
    asked(group);
}

/** Groups with this direct member. @throws GoogleError 404 for an id that nobody has, 400 for neither an address nor an id. */
function memberTest(directory: DirectoryState, key: string): GroupTest {
  const known = findUser(directory, key) ?? findGroup(directory, key);
  if (known) return ({ members }) => members.some(({ id }) => id === known.id);
  if (!isAddress(key)) throw /^\w+$/.test(key) ? resourceNotFound('userKey') : badRequest();
  const email = key.toLowerCase();
  return ({ members }) => members.some((member) => member.email?.toLowerCase() === email);
}

/** @see https://developers.google.com/workspace/admin/directory/v1/guides/search-groups */
function queryTest(directory: DirectoryState, query: string | undefined): GroupTest {
  const clauses = parseQuery(query ?? '');
  if (!clauses || mixesMembersAndText(clauses)) throw invalidInput('query');
  const tests = clauses.map((clause) => clauseTest(directory, clause));
  return (group) => tests.every((test) => test(group));
}

const mixesMembersAndText = (clauses: readonly QueryClause[]): boolean =>
  clauses.some(({ field }) => field === 'memberKey') && clauses.length > 1;

function clauseTest(directory: DirectoryState, clause: QueryClause): GroupTest {
  const { field, operator, value } = clause;
  if (field === 'memberKey' && operator === '=') return memberTest(directory, value);
  const test = field === 'email' || field === 'name' ? textTest(clause, 'equals+prefix') : null;
  if (!test) throw invalidInput('query');
  return field === 'email'
    ? ({ email, aliases }) => [email, ...aliases].some(test)
    : ({ name }) => test(name);
}
