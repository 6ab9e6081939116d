import { requiredParam, type ApiRequest } from '../api-method';
import type { Caller } from '../caller';
import { findCustomerByDomain, findPrincipal } from '../directory/accounts';
import { GoogleError, notFound } from '../google-error';
import type { Workspace } from '../workspace';
import { findCalendar, isCalendarOff, personKey } from './calendars';
import { isInGroup } from './group-members';
import type { AclRecord, CalendarRecord, Role } from '../state/calendar';

const ROLES: readonly Role[] = [
  'none',
  'freeBusyReader',
  'reader',
  'writerWithoutPrivateAccess',
  'writer',
  'owner',
];

export const isRole = (text: unknown): text is Role => ROLES.includes(text as Role);

/** Whether a role includes the rights of another one. */
export const isAtLeast = (role: Role, needed: Role): boolean =>
  ROLES.indexOf(role) >= ROLES.indexOf(needed);

/** A calendar, and what the caller may do on it. */
export interface OpenCalendar {
  readonly calendar: CalendarRecord;
  readonly role: Role;
}

/**
 * The calendar that a request names, for a caller who needs at least this role on it.
 *
 * @throws GoogleError 403 `notACalendarUser` for a caller without Calendar, 404 for a calendar the caller cannot see,
 *   403 `requiredAccessLevel` where the role does not suffice.
 */
export function openCalendar(
  request: ApiRequest,
  caller: Caller,
  workspace: Workspace,
  needed: Role,
): OpenCalendar {
  return openCalendarById(requiredParam(request, 'calendarId'), caller, workspace, needed);
}

/** @see openCalendar */
export function openCalendarById(
  id: string,
  caller: Caller,
  workspace: Workspace,
  needed: Role,
): OpenCalendar {
  requireCalendarUser(workspace, caller);
  const calendar = findCalendar(workspace, id, caller);
  if (!calendar) throw notFound();
  const role = withinScopes(calendar, caller, roleOf(workspace, calendar, caller));
  if (role === 'none') throw notFound();
  if (!isAtLeast(role, needed)) throw tooLittleAccess(needed);
  return { calendar, role };
}

/** @throws GoogleError 403 when Calendar is off for the caller. */
export function requireCalendarUser(workspace: Workspace, { principal }: Caller): void {
  if (isCalendarOff(workspace, principal))
    throw new GoogleError(
      403,
      'notACalendarUser',
      'The user must be signed up for Google Calendar.',
    );
}

export const tooLittleAccess = (needed: Role): GoogleError =>
  new GoogleError(
    403,
    'requiredAccessLevel',
    `You need to have ${needed} access to this calendar.`,
    {
      domain: 'calendar',
    },
  );

/** A person's role on a calendar: the strongest of the rules that apply to them. */
export function roleOf(
  { state }: Workspace,
  calendar: CalendarRecord,
  { principal }: Caller,
): Role {
  if (calendar.owner === personKey(principal)) return 'owner';
  const person = {
    id: personKey(principal),
    email: principal.email,
    customerId: principal.kind === 'user' ? principal.customerId : null,
  };
  let best: Role = 'none';
  for (const rule of Object.values(calendar.acl)) {
    if (!isAtLeast(best, rule.role) && reaches(rule)) best = rule.role;
  }
  return best;

  function reaches({ scope: { type, value = '' } }: AclRecord): boolean {
    switch (type) {
      case 'default':
        return true;
      case 'user':
        return (
          value.toLowerCase() === person.email.toLowerCase() ||
          findPrincipal(state.directory, value)?.userId === person.id
        );
      case 'group':
        return isInGroup(state.directory, value, person);
      case 'domain':
        return (
          person.customerId !== null &&
          findCustomerByDomain(state.directory, value)?.id === person.customerId
        );
    }
  }
}

const AUTH = 'https://www.googleapis.com/auth/calendar';
/** Scopes that cover every calendar the person can reach. */
const WIDE = [
  '',
  '.readonly',
  '.events',
  '.events.readonly',
  '.acls',
  '.acls.readonly',
  '.calendars',
  '.calendars.readonly',
  '.calendarlist',
  '.calendarlist.readonly',
  '.freebusy',
  '.settings.readonly',
].map((end) => AUTH + end);

/** Limits a role to what the caller's narrower scopes allow. */
function withinScopes(calendar: CalendarRecord, { scopes, clientId }: Caller, role: Role): Role {
  if (WIDE.some((scope) => scopes.has(scope))) return role;
  const has = (end: string): boolean => scopes.has(AUTH + end);
  if (role === 'owner' && (has('.events.owned') || has('.events.owned.readonly'))) return role;
  if (has('.app.created') && calendar.createdBy === clientId) return role;
  const open = calendar.acl.default?.role ?? 'none';
  if (has('.events.public.readonly') && isAtLeast(open, 'reader')) return 'reader';
  if (has('.events.freebusy') && isAtLeast(role, 'freeBusyReader')) return 'freeBusyReader';
  return 'none';
}
