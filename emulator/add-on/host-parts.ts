import { hasFileAccess } from '../workspace/drive/app-access';
import type { LocalWorkspace } from '../local-workspace';
import type { Manifest } from '../project/manifest';
import type { UserPrincipal } from '../workspace/caller';
import { hostEntry } from './entry-points';
import type { HostContext, HostParts } from './event-object';

interface OpenEvent {
  readonly organizer?: { readonly email?: string };
  readonly recurringEventId?: string;
  readonly attendees?: readonly object[];
  readonly conferenceData?: object;
  readonly guestsCanModify?: boolean;
  readonly guestsCanInviteOthers?: boolean;
  readonly guestsCanSeeOtherGuests?: boolean;
}

/** What the add-on learns about the open document: as much as its manifest asks for and the person granted. */
export function hostParts(
  workspace: LocalWorkspace,
  person: UserPrincipal,
  { host, calendar, sheets }: HostContext,
  { manifest, clientId }: { readonly manifest: Manifest; readonly clientId: string },
): HostParts {
  if (host === 'CALENDAR')
    return calendar ? { calendar: calendarPart(workspace, person, calendar, manifest) } : {};
  if (!sheets) return { sheets: {} };
  const granted = hasFileAccess(workspace, { clientId, userId: person.userId, fileId: sheets.id });
  if (!granted) return { sheets: { addonHasFileScopePermission: false } };
  const file = workspace.act(person.email, 'drive.files.get', {
    fileId: sheets.id,
    fields: 'name',
  });
  return {
    sheets: {
      id: sheets.id,
      title: (file as { readonly name?: string }).name,
      addonHasFileScopePermission: true,
    },
  };
}

/**
 * The open event: its id and, with READ access, its guests. Its title and times are never revealed.
 *
 * @see https://developers.google.com/workspace/add-ons/concepts/event-objects#calendar_event_object
 */
function calendarPart(
  workspace: LocalWorkspace,
  person: UserPrincipal,
  { calendarId, eventId }: NonNullable<HostContext['calendar']>,
  manifest: Manifest,
): object {
  const access = hostEntry(manifest, 'CALENDAR')?.currentEventAccess;
  if (!access) return {};
  if (eventId === undefined) return { calendarId };
  const event = workspace.act(person.email, 'calendar.events.get', {
    calendarId,
    eventId,
  }) as OpenEvent;
  const { organizer, recurringEventId, attendees, conferenceData } = event;
  const organizes = organizer?.email === person.email || organizer?.email === calendarId;
  return {
    id: eventId,
    calendarId,
    ...(organizer?.email && { organizer: { email: organizer.email } }),
    ...(recurringEventId && { recurringEventId }),
    ...(access.includes('READ') && {
      ...(attendees && { attendees }),
      ...(conferenceData && { conferenceData }),
      capabilities: {
        canAddAttendees: organizes || event.guestsCanInviteOthers !== false,
        canSeeAttendees: organizes || event.guestsCanSeeOtherGuests !== false,
        canSeeConferenceData: true,
        canSetConferenceData: organizes || event.guestsCanModify === true,
        canAddAttachments: organizes || event.guestsCanModify === true,
      },
    }),
  };
}
