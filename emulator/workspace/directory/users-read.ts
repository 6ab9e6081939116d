import {
  requiredParam,
  textParam,
  type ApiMethod,
  type ApiMethods,
  type ApiRequest,
  type JsonObject,
} from '../api-method';
import type { Caller } from '../caller';
import type { Workspace } from '../workspace';
import { listedCustomer, namedUser, ownCustomer } from './access';
import { domainOf } from './addresses';
import { etagOf } from './etag';
import { nextPageToken, pagePosition, pageSize } from './paging';
import { notAuthorized, reaches, reachOf, requirePrivilege } from './privileges';
import { badRequest, invalidInput, resourceNotFound } from './refusals';
import { isStillRestorable } from './user-deletion';
import { compareRanked, rankedUsers, type Ranked, type UserOrder } from './user-order';
import { userTest, type UserTest } from './user-query';
import { isPublic, userResource, type UserView } from './user-view';

/** The view and projection a request asks for. */
export function viewOf(request: ApiRequest): UserView {
  const viewType = textParam(request, 'viewType') ?? 'admin_view';
  const projection = textParam(request, 'projection') ?? 'basic';
  if (viewType !== 'admin_view' && viewType !== 'domain_public') throw invalidInput('viewType');
  if (projection !== 'basic' && projection !== 'custom' && projection !== 'full') {
    throw invalidInput('projection');
  }
  const mask = textParam(request, 'customFieldMask');
  if (projection === 'custom' && !mask) throw badRequest();
  return { viewType, projection, schemas: mask?.split(',').map((name) => name.trim()) ?? [] };
}

const get: ApiMethod = (request, caller, workspace) => {
  const view = viewOf(request);
  const asAdmin = view.viewType === 'admin_view';
  if (asAdmin) requirePrivilege(workspace, caller, 'USERS_RETRIEVE');
  const user = namedUser(workspace, caller, requiredParam(request, 'userKey'));
  if (asAdmin) requirePrivilege(workspace, caller, 'USERS_RETRIEVE', user);
  else if (!isPublic(user)) throw resourceNotFound('userKey');
  return userResource(workspace.state.directory, user, view);
};

const list: ApiMethod = (request, caller, workspace) => listUsers(request, caller, workspace);

/** A page of users: those within the reach of the caller's roles, which may be only a part of the organization. */
export function listUsers(request: ApiRequest, caller: Caller, workspace: Workspace): JsonObject {
  const { directory } = workspace.state;
  const view = viewOf(request);
  const { matches, customerId } = selection(request, caller, workspace, view);
  const size = pageSize(request, 100, 500);
  const order = orderOf(request);
  const ranked = rankedUsers(directory, customerId, { order, deleted: showsDeleted(request) });
  const page = pageOf(ranked, {
    matches,
    size,
    descending: isDescending(request),
    after: pagePosition<Position>(request, workspace),
  });
  const users = page.rows.map(({ user }) => userResource(directory, user, view));
  const last = page.rows.at(-1);
  return {
    kind: 'admin#directory#users',
    etag: etagOf(users.map(({ etag }) => etag).join()),
    ...(users.length > 0 && { users }),
    ...(page.more &&
      last && { nextPageToken: nextPageToken(request, workspace, [last.key, last.user.id]) }),
  };
}

/** Which users a listing may and should show. */
function selection(
  request: ApiRequest,
  caller: Caller,
  workspace: Workspace,
  view: UserView,
): { readonly matches: UserTest; readonly customerId: string } {
  const reach = reachOf(workspace, caller, 'USERS_RETRIEVE', ownCustomer(workspace, caller).id);
  const asAdmin = view.viewType === 'admin_view';
  if (asAdmin && reach.kind === 'nobody') throw notAuthorized();
  const { customer, domain } = listedCustomer(workspace, caller, {
    customer: textParam(request, 'customer'),
    domain: textParam(request, 'domain'),
  });
  const asked = userTest(textParam(request, 'query'), {
    directory: workspace.state.directory,
    customerId: customer.id,
    viewType: view.viewType,
  });
  const deleted = showsDeleted(request);
  if (deleted && !asAdmin) throw notAuthorized();
  return {
    customerId: customer.id,
    matches: (user) =>
      (domain === null || domainOf(user.primaryEmail) === domain) &&
      (asAdmin ? reaches(reach, user) : isPublic(user)) &&
      (!deleted || isStillRestorable(workspace, user)) &&
      asked(user),
  };
}

const showsDeleted = (request: ApiRequest): boolean =>
  textParam(request, 'showDeleted')?.toLowerCase() === 'true';

function orderOf(request: ApiRequest): UserOrder {
  const order = textParam(request, 'orderBy') ?? 'email';
  if (order !== 'email' && order !== 'familyName' && order !== 'givenName') {
    throw invalidInput('orderBy');
  }
  return order;
}

function isDescending(request: ApiRequest): boolean {
  const order = textParam(request, 'sortOrder')?.toUpperCase() ?? 'ASCENDING';
  if (order !== 'ASCENDING' && order !== 'DESCENDING') throw invalidInput('sortOrder');
  return order === 'DESCENDING';
}

/** The sort key and id of the last user of the page before. */
type Position = readonly [key: string, id: string];

interface PageQuery {
  readonly matches: UserTest;
  readonly size: number;
  readonly descending: boolean;
  readonly after: Position | null;
}

function pageOf(
  ranked: readonly Ranked[],
  { matches, size, descending, after }: PageQuery,
): { readonly rows: readonly Ranked[]; readonly more: boolean } {
  const step = descending ? -1 : 1;
  const first = descending ? ranked.length - 1 : 0;
  const rows: Ranked[] = [];
  for (let i = after ? startAfter(ranked, after, descending) : first; ranked[i]; i += step) {
    if (!matches(ranked[i]!.user)) continue;
    if (rows.length === size) return { rows, more: true };
    rows.push(ranked[i]!);
  }
  return { rows, more: false };
}

/** The position after a user that may have been renamed or removed since: by binary search. */
function startAfter(ranked: readonly Ranked[], [key, id]: Position, descending: boolean): number {
  let low = 0;
  let high = ranked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const order = compareRanked(ranked[middle]!, { key, user: { id } });
    if (order < 0 || (order === 0 && !descending)) low = middle + 1;
    else high = middle;
  }
  return descending ? low - 1 : low;
}

export const userReading: ApiMethods = {
  'directory.users.get': get,
  'directory.users.list': list,
};
