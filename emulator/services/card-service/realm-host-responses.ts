import { builds, printable } from './realm-built';
import { a, listOf, STRING } from './realm-kinds';
import type { Json } from './realm-message';
import { messageClass } from './realm-message-class';
import { appended, field } from './realm-setters';

/** @see https://developers.google.com/workspace/add-ons/reference/rpc/apps.extensions.markup#hostappactionmarkup */
const hostAppAction = (action: Json): Json => ({ renderActions: { hostAppAction: action } });

export const Attachment = messageClass('Attachment', {
  setters: {
    setResourceUrl: field('resourceUrl', STRING),
    setTitle: field('title', STRING),
    setMimeType: field('mimeType', STRING),
    setIconUrl: field('iconUrl', STRING),
  },
});

export const CalendarEventActionResponse = printable('CalendarEventActionResponse');

/** `setConferenceData` is not emulated, as conferencing add-ons are not. */
export const CalendarEventActionResponseBuilder = messageClass(
  'CalendarEventActionResponseBuilder',
  {
    finish: calendarAction,
    setters: {
      addAttendees: {
        takes: [[listOf(STRING)]],
        change: (json, emails) => appended(json, 'attendees', emails as readonly unknown[]),
      },
      addAttachments: {
        takes: [[listOf(a(Attachment))]],
        change: (json, added) => appended(json, 'attachments', added as readonly unknown[]),
      },
    },
  },
);
builds(CalendarEventActionResponseBuilder, CalendarEventActionResponse);

function calendarAction({ attendees, attachments }: Json): Json {
  return hostAppAction({
    calendarAction: {
      ...(attendees !== undefined && {
        editAttendeesActionMarkup: { addAttendeeEmails: attendees },
      }),
      ...(attachments !== undefined && {
        addAttachmentsActionMarkup: { addonAttachments: attachments },
      }),
    },
  });
}

export const EditorFileScopeActionResponse = printable('EditorFileScopeActionResponse');

export const EditorFileScopeActionResponseBuilder = messageClass(
  'EditorFileScopeActionResponseBuilder',
  {
    finish: (json) => hostAppAction({ editorAction: json }),
    setters: {
      requestFileScopeForActiveDocument: {
        takes: [[]],
        change: () => ({ requestFileScopeForActiveDocument: {} }),
      },
    },
  },
);
builds(EditorFileScopeActionResponseBuilder, EditorFileScopeActionResponse);
