import type { Caller, ServiceAccountPrincipal, UserPrincipal } from '../caller';
import { findPrincipal } from '../directory/accounts';
import type { Workspace } from '../workspace';
import { nextStamp } from './stamps';
import type { AclRecord, CalendarRecord, Role } from '../state/calendar';
import { newTable } from '../state/own-keys';

type Principal = UserPrincipal | ServiceAccountPrincipal;

/** The time zone of a new primary calendar until its person or an administrator sets another. */
const FIRST_TIME_ZONE = 'UTC';

/**
 * What colleagues see of a primary calendar until it is shared differently: all details of events that are not private.
 * @see https://support.google.com/a/answer/60765
 */
const COLLEAGUES_ROLE: Role = 'reader';

/** The key of a person's `PersonRecord` and primary calendar: a user id, or a service account's address. */
export const personKey = (principal: Principal): string =>
  principal.kind === 'user' ? principal.userId : principal.email;

/**
 * The existing calendar with this id: `primary`, the address of a person (an alias too) or service account, or the id of
 * a secondary calendar. A primary calendar is created when it is first requested.
 */
export function findCalendar(
  workspace: Workspace,
  id: string,
  caller?: Caller,
): CalendarRecord | undefined {
  if (id === 'primary' && caller) return primaryCalendar(workspace, caller.principal);
  const { calendar, directory } = workspace.state;
  const made = calendar.calendars[id] ?? calendar.calendars[id.toLowerCase()];
  if (made) return made.deleted ? undefined : made;
  const principal = findPrincipal(directory, id) ?? findServiceAccount(workspace, id);
  if (!principal || isCalendarOff(workspace, principal)) return undefined;
  return primaryCalendar(workspace, principal);
}

/** Whether an administrator turned Calendar off for this person. */
export const isCalendarOff = ({ state }: Workspace, principal: Principal): boolean =>
  principal.kind === 'user' &&
  (state.directory.users[principal.userId]?.servicesOff.includes('calendar') ?? false);

function findServiceAccount(
  { state }: Workspace,
  address: string,
): ServiceAccountPrincipal | undefined {
  if (!address.endsWith('.iam.gserviceaccount.com')) return undefined;
  for (const { serviceAccounts } of Object.values(state.cloud.projects)) {
    const account = serviceAccounts[address];
    if (account)
      return { kind: 'service-account', email: account.email, uniqueId: account.uniqueId };
  }
  return undefined;
}

/** The calendar that every account has. */
export function primaryCalendar(workspace: Workspace, principal: Principal): CalendarRecord {
  const { calendars } = workspace.state.calendar;
  const key = `${principal.kind === 'user' ? 'user' : 'service'} ${personKey(principal)}`;
  const known = calendars[key];
  if (known) return known;
  const made = newCalendar(workspace, {
    key,
    kind: 'primary',
    id: principal.kind === 'user' && principal.customerId !== null ? null : principal.email,
    owner: personKey(principal),
    createdBy: 'google',
    summary: null,
    timeZone: FIRST_TIME_ZONE,
  });
  calendars[key] = made;
  shareAtFirst(workspace, made, principal);
  return made;
}

/** An empty calendar, without access rules yet. */
export function newCalendar(
  workspace: Workspace,
  parts: Pick<
    CalendarRecord,
    'key' | 'kind' | 'id' | 'owner' | 'createdBy' | 'summary' | 'timeZone'
  >,
): CalendarRecord {
  return {
    ...parts,
    stamp: nextStamp(workspace),
    updated: workspace.clock.now(),
    revision: 0,
    order: 0,
    epoch: 0,
    events: newTable(),
    acl: newTable(),
    aclRevision: 0,
  };
}

function shareAtFirst(workspace: Workspace, calendar: CalendarRecord, principal: Principal): void {
  setAclRule(workspace, calendar, { type: 'user', value: principal.email }, 'owner');
  const customerId = principal.kind === 'user' ? principal.customerId : null;
  const customer =
    customerId === null ? undefined : workspace.state.directory.customers[customerId];
  if (customer)
    setAclRule(
      workspace,
      calendar,
      { type: 'domain', value: customer.primaryDomain },
      COLLEAGUES_ROLE,
    );
}

/** Writes one rule, new or in place of the old one. Sync tokens stay valid: the ACL methods invalidate them. */
export function setAclRule(
  workspace: Workspace,
  calendar: CalendarRecord,
  scope: AclRecord['scope'],
  role: Role,
): AclRecord {
  const id = scope.value === undefined ? scope.type : `${scope.type}:${scope.value.toLowerCase()}`;
  const revision = ++calendar.aclRevision;
  return (calendar.acl[id] = { id, role, scope, stamp: nextStamp(workspace), revision });
}

/** The calendar's present id: a primary one's follows its person's address. */
export function calendarIdOf({ state }: Workspace, calendar: CalendarRecord): string {
  return calendar.id ?? state.directory.users[calendar.owner]?.primaryEmail ?? calendar.owner;
}

/** A calendar's title: a primary one's is its address until it is renamed. */
export const summaryOf = (workspace: Workspace, calendar: CalendarRecord): string =>
  calendar.summary ?? calendarIdOf(workspace, calendar);

/** Whether an address is the calendar's own: its person's (an alias too), or its id. */
export function isOwnAddress(
  workspace: Workspace,
  calendar: CalendarRecord,
  address: string,
): boolean {
  if (calendar.kind !== 'primary' || calendar.id !== null)
    return address.toLowerCase() === calendar.id?.toLowerCase();
  const { directory } = workspace.state;
  if (directory.users[calendar.owner]?.primaryEmail === address) return true;
  return findPrincipal(directory, address)?.userId === calendar.owner;
}

/** A calendar as an organizer. */
export const organizerOf = (
  workspace: Workspace,
  calendar: CalendarRecord,
): { readonly email: string; readonly displayName?: string } => {
  const email = calendarIdOf(workspace, calendar);
  return calendar.summary === null ? { email } : { email, displayName: calendar.summary };
};

/** The organization a calendar belongs to, or null. */
export const customerOf = ({ state }: Workspace, calendar: CalendarRecord): string | null =>
  state.directory.users[calendar.owner]?.customerId ?? null;

/** The address of a calendar's data owner. */
export const ownerAddress = ({ state }: Workspace, { owner }: CalendarRecord): string =>
  state.directory.users[owner]?.primaryEmail ??
  Object.entries(state.directory.consumers).find(([, id]) => id === owner)?.[0] ??
  owner;
