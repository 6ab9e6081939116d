import { useEffect, useState } from 'preact/hooks';
import { Loaded, useLoaded } from '../shell/loading';
import type { CalendarClient } from './calendar-client';
import type { CalendarHome } from './calendar-home';
import { draftOf, type EventDraft } from './event-draft';
import { EventForm } from './event-form';
import { rightsOf } from './event-rights';
import type { ShownEvent } from './event-resource';
import type { OpenEvent } from './calendar-place';
import type { Hands } from './hands';

interface EditEventProps {
  readonly client: CalendarClient;
  readonly home: CalendarHome;
  readonly open: OpenEvent;
  /** Addresses that an add-on invites: they are in the form until it is saved. */
  readonly invited: readonly string[];
  readonly hands: Hands;
  readonly close: () => void;
}

/** The form of an existing event, which is fetched first. */
export function EditEvent(props: EditEventProps) {
  const { client, home, open } = props;
  const loaded = useLoaded(async () => {
    const entry = home.calendars.find(({ id }) => id === open.calendarId);
    if (!entry) throw new Error('This calendar is not on your list.');
    const event = await client.event(open.calendarId, open.eventId, home.zone);
    const series = event.recurringEventId
      ? await client.event(open.calendarId, event.recurringEventId)
      : event;
    const draft = draftOf(event, {
      calendarId: entry.id,
      zone: home.zone,
      lines: series.recurrence ?? [],
    });
    return { shown: { event, entry }, draft };
  }, [client, open.calendarId, open.eventId]);
  return <Loaded of={loaded}>{(value) => <LoadedEvent {...props} {...value} />}</Loaded>;
}

function LoadedEvent({
  shown,
  draft: before,
  home,
  invited,
  hands,
  close,
}: EditEventProps & { readonly shown: ShownEvent; readonly draft: EventDraft }) {
  const [draft, setDraft] = useState(before);
  useEffect(() => setDraft((now) => withGuests(now, invited)), [invited]);
  const { event } = shown;
  return (
    <EventForm
      draft={draft}
      change={setDraft}
      home={home}
      isNew={false}
      mayChange={rightsOf(shown).change}
      organizer={event.organizer?.self ?? true}
      save={() => hands.save(shown, before, draft)}
      close={close}
    />
  );
}

/** A draft with additional guests. */
export function withGuests(draft: EventDraft, emails: readonly string[]): EventDraft {
  const known = new Set(draft.guests.map(({ email }) => email.toLowerCase()));
  const come = emails.filter((email) => !known.has(email.toLowerCase()));
  if (come.length === 0) return draft;
  const guests = come.map((email) => ({ email, responseStatus: 'needsAction' as const }));
  return { ...draft, guests: [...draft.guests, ...guests] };
}
