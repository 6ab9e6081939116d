import { requiredParam, type ApiMethods, type ApiRequest, type JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { findPrincipal } from '../directory/accounts';
import { GoogleError, invalid, notFound } from '../google-error';
import type { Workspace } from '../workspace';
import { isRole, openCalendar } from './access';
import { setAclRule } from './calendars';
import { calendarChange, logCalendar } from './event-audit';
import { requireUnchanged } from './event-view';
import { etagOf } from './stamps';
import type { AclRecord, CalendarRecord, Role } from '../state/calendar';
import { listSynced } from './synced-list';
import { requireUseLeft } from './use-limits';

const SCOPES = ['default', 'user', 'group', 'domain'];

/** The log's name for each role. */
const LOGGED: Readonly<Record<Role, string>> = {
  none: 'none',
  freeBusyReader: 'freebusy',
  reader: 'read',
  writerWithoutPrivateAccess: 'editor',
  writer: 'editor',
  owner: 'owner',
};

const ruleAnswer = ({ id, role, scope, stamp }: AclRecord): JsonObject => ({
  kind: 'calendar#aclRule',
  etag: etagOf(stamp),
  id,
  scope: { ...scope },
  role,
});

/** @throws GoogleError 404 */
function requireRule(request: ApiRequest, { acl }: CalendarRecord): AclRecord {
  const id = requiredParam(request, 'ruleId');
  const rule = Object.hasOwn(acl, id) ? acl[id] : undefined;
  if (!rule || rule.role === 'none') throw notFound();
  return rule;
}

/** Writes a rule. Clients that synchronize the calendar's events have to start over. */
function share(
  workspace: Workspace,
  caller: Caller,
  calendar: CalendarRecord,
  { scope, role }: Pick<AclRecord, 'scope' | 'role'>,
): JsonObject {
  requireUseLeft(workspace, calendar, caller);
  const rule = setAclRule(workspace, calendar, scope, role);
  calendar.epoch++;
  logCalendar(workspace, caller, calendar, [
    calendarChange(workspace, caller, 'change_calendar_acls', calendar, {
      access_level: LOGGED[role],
      grantee_email: scope.value ?? '__public_principal__@public.calendar.google.com',
    }),
  ]);
  return ruleAnswer(rule);
}

function readRole({ role }: JsonObject): Role {
  if (role === undefined) throw new GoogleError(400, 'required', 'Missing role.');
  if (!isRole(role)) throw invalid('Invalid role.');
  return role;
}

function readScope({ scope }: JsonObject): AclRecord['scope'] {
  const { type = 'default', value } = (scope ?? {}) as JsonObject;
  if (typeof type !== 'string' || !SCOPES.includes(type)) throw invalid('Invalid scope type.');
  if (type === 'default') return { type };
  if (typeof value !== 'string' || value === '') throw invalid('Invalid scope value.');
  return { type: type as 'user', value: value.toLowerCase() };
}

/** Refuses to remove the owner's own access. */
function requireNotDataOwner(
  { state }: Workspace,
  { owner }: CalendarRecord,
  { scope: { type, value = '' } }: AclRecord,
  role: Role,
): void {
  const isOwners = value === owner || findPrincipal(state.directory, value)?.userId === owner;
  if (type === 'user' && isOwners && role !== 'owner')
    throw new GoogleError(403, 'cannotChangeOwnAcl', 'Cannot change your own access level.', {
      domain: 'calendar',
    });
}

export const aclMethods: ApiMethods = {
  'calendar.acl.get': (request, caller, workspace) =>
    ruleAnswer(requireRule(request, openCalendar(request, caller, workspace, 'writer').calendar)),
  'calendar.acl.list'(request, caller, workspace) {
    const { calendar } = openCalendar(request, caller, workspace, 'writer');
    return {
      kind: 'calendar#acl',
      ...listSynced(request, workspace, {
        name: `acl ${calendar.key}`,
        revision: calendar.aclRevision,
        epoch: 0,
        forbidden: [],
        rows: Object.values(calendar.acl).map((rule) => ({
          revision: rule.revision,
          isDeleted: rule.role === 'none',
          toItem: () => ruleAnswer(rule),
        })),
      }),
    };
  },
  'calendar.acl.insert'(request, caller, workspace) {
    const { calendar } = openCalendar(request, caller, workspace, 'owner');
    const body = request.body ?? {};
    return share(workspace, caller, calendar, { scope: readScope(body), role: readRole(body) });
  },
  'calendar.acl.update': changeRule,
  'calendar.acl.patch': changeRule,
  'calendar.acl.delete'(request, caller, workspace) {
    const { calendar } = openCalendar(request, caller, workspace, 'owner');
    const rule = requireRule(request, calendar);
    requireNotDataOwner(workspace, calendar, rule, 'none');
    requireUnchanged(etagOf(rule.stamp), request.ifMatch);
    share(workspace, caller, calendar, { scope: rule.scope, role: 'none' });
    return undefined;
  },
};

function changeRule(request: ApiRequest, caller: Caller, workspace: Workspace): JsonObject {
  const { calendar } = openCalendar(request, caller, workspace, 'owner');
  const rule = requireRule(request, calendar);
  const role = readRole({ role: rule.role, ...request.body });
  requireNotDataOwner(workspace, calendar, rule, role);
  requireUnchanged(etagOf(rule.stamp), request.ifMatch);
  return share(workspace, caller, calendar, { scope: rule.scope, role });
}
