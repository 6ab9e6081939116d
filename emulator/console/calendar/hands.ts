import { toast } from '../shell/toast';
import type { CalendarClient } from './calendar-client';
import { bodyOf, patchOf, type EventDraft } from './event-draft';
import {
  othersInvited,
  type Answer,
  type CalendarEvent,
  type SendUpdates,
  type ShownEvent,
} from './event-resource';
import { movedTimes, type Span } from './event-span';
import { keyOf } from './grid-events';
import type { MailKind, Questions } from './questions';
import { changeEvent, removeEvent, type EventPatch, type Scope } from './series-change';
import type { Events } from './use-events';
import { instantOf } from './wall-time';

/** What a person does to events, with the questions Calendar asks before. */
export interface Hands {
  /** @returns false when the person thought better of it. @throws Refused */
  readonly create: (draft: EventDraft) => Promise<boolean>;
  /** @returns false when the person thought better of it. @throws Refused */
  readonly save: (shown: ShownEvent, before: EventDraft, after: EventDraft) => Promise<boolean>;
  readonly move: (shown: ShownEvent, span: Span, revert: () => void) => Promise<void>;
  /** @returns whether it is gone. */
  readonly remove: (shown: ShownEvent) => Promise<boolean>;
  readonly answer: (shown: ShownEvent, answer: Answer) => Promise<void>;
}

export interface HandsContext {
  readonly client: CalendarClient;
  readonly zone: string;
  readonly questions: Questions;
  readonly events: Events;
  /** Something was written: look again. */
  readonly written: () => Promise<void>;
}

const EVERY = ['this', 'following', 'all'] as const;
const WHOLE = ['following', 'all'] as const;

export function handsOf(context: HandsContext): Hands {
  const { client, zone, questions, events, written } = context;
  const scopeOf = async (
    { recurringEventId }: CalendarEvent,
    title: string,
    scopes: readonly Exclude<Scope, 'one'>[] = EVERY,
  ): Promise<Scope | null> =>
    recurringEventId === undefined ? 'one' : questions.askScope(title, scopes);
  const mailOf = async (isNeeded: boolean, mail: MailKind): Promise<SendUpdates | null> =>
    isNeeded ? questions.askMail(mail) : 'none';

  return {
    async create(draft) {
      const send = await mailOf(hasGuests(draft, client.account), 'invite');
      if (send === null) return false;
      const { calendarId } = draft;
      await client.insert(calendarId, withoutNothing(bodyOf(withOrganizer(draft, client))), send);
      toast('Event saved');
      await written();
      return true;
    },

    async save({ event, entry }, before, after) {
      const patch = patchOf(before, withOrganizer(after, client)) as EventPatch;
      if (Object.keys(patch).length === 0) return true;
      const scopes = 'recurrence' in patch ? WHOLE : EVERY;
      const scope = await scopeOf(event, 'Edit recurring event', scopes);
      const had = hasGuests(before, client.account);
      const needsMail = had || hasGuests(after, client.account);
      const send = scope && (await mailOf(needsMail, had ? 'update' : 'invite'));
      if (!scope || !send) return false;
      await changeEvent(client, { calendarId: entry.id, event, scope }, patch, send);
      toast('Event saved');
      await written();
      return true;
    },

    async move(shown, span, revert) {
      const { event, entry } = shown;
      const scope = await scopeOf(event, 'Edit recurring event');
      const send = scope && (await mailOf(othersInvited(event), 'update'));
      if (!scope || !send) return revert();
      const undo = events.pretend((one) =>
        keyOf(one) === keyOf(shown) ? at(one, span, zone) : one,
      );
      const times = movedTimes(event, span, zone);
      try {
        await changeEvent(client, { calendarId: entry.id, event, scope }, { ...times }, send);
        toast('Event saved');
        await written();
      } catch (error) {
        undo();
        revert();
        toast((error as Error).message);
      }
    },

    async remove(shown) {
      const { event, entry } = shown;
      const scope = await scopeOf(event, 'Delete recurring event');
      const organizes = event.organizer?.self ?? event.organizer?.email === entry.id;
      const send = scope && (await mailOf(organizes && othersInvited(event), 'cancel'));
      if (!scope || !send) return false;
      const undo = events.pretend((one) => (isMeant(one, shown, scope) ? null : one));
      try {
        await removeEvent(client, { calendarId: entry.id, event, scope }, send);
        const restore = () => void bringBack(context, shown, scope, send);
        toast('Event deleted', scope === 'following' ? undefined : { label: 'Undo', run: restore });
        await written();
        return true;
      } catch (error) {
        undo();
        toast((error as Error).message);
        return false;
      }
    },

    async answer(shown, answer) {
      const { event, entry } = shown;
      const scope = await scopeOf(event, 'RSVP to recurring event', ['this', 'all']);
      if (!scope) return;
      const undo = events.pretend((one) =>
        isMeant(one, shown, scope) ? { ...one, event: answered(one.event, answer) } : one,
      );
      try {
        const eventId = scope === 'all' ? event.recurringEventId! : event.id;
        const now = scope === 'all' ? await client.event(entry.id, eventId) : event;
        await client.patch(
          { calendarId: entry.id, eventId },
          guestsOf(answered(now, answer)),
          'all',
        );
        await written();
      } catch (error) {
        undo();
        toast((error as Error).message);
      }
    },
  };
}

/** Takes a deletion back. A guest's answer comes back with the invitation. */
async function bringBack(
  { client, written }: HandsContext,
  { event, entry }: ShownEvent,
  scope: Scope,
  send: SendUpdates,
): Promise<void> {
  const eventId = scope === 'all' ? event.recurringEventId! : event.id;
  try {
    const invited = event.organizer?.self === false || event.organizer?.email !== entry.id;
    await client.patch(
      { calendarId: entry.id, eventId },
      { status: 'confirmed', ...(invited && event.attendees && guestsOf(event)) },
      send,
    );
    toast('Event restored');
  } catch (error) {
    toast((error as Error).message);
  }
  await written();
}

const guestsOf = ({ attendees, attendeesOmitted }: CalendarEvent): object => ({
  attendees: attendees ?? [],
  ...(attendeesOmitted && { attendeesOmitted }),
});

const answered = (event: CalendarEvent, responseStatus: Answer): CalendarEvent => ({
  ...event,
  attendees: (event.attendees ?? []).map((guest) =>
    guest.self ? { ...guest, responseStatus } : guest,
  ),
});

const isMeant = (one: ShownEvent, shown: ShownEvent, scope: Scope): boolean =>
  one.entry.id === shown.entry.id &&
  (one.event.id === shown.event.id ||
    (scope !== 'one' &&
      scope !== 'this' &&
      one.event.recurringEventId === shown.event.recurringEventId &&
      (scope === 'all' || instant(one.event) >= instant(shown.event))));

const instant = ({ start }: CalendarEvent): number => Date.parse(start.dateTime ?? start.date!);

const at = (shown: ShownEvent, { allDay, start, end }: Span, zone: string): ShownEvent => {
  const time = (wall: string, timeZone = zone) =>
    allDay ? { date: wall } : { dateTime: new Date(instantOf(wall, zone)).toISOString(), timeZone };
  const { event } = shown;
  return {
    ...shown,
    event: {
      ...event,
      start: time(start, event.start.timeZone),
      end: time(end, event.end.timeZone),
    },
  };
};

const hasGuests = ({ guests }: EventDraft, account: string): boolean =>
  guests.some(({ email, self }) => !self && email !== account);

/** Whoever invites others to their own calendar's event takes part. */
function withOrganizer(draft: EventDraft, { account }: CalendarClient): EventDraft {
  const { guests, calendarId } = draft;
  const isThere = guests.some(
    ({ email, self, organizer }) => self || organizer || email === account,
  );
  if (calendarId !== account || isThere || !hasGuests(draft, account)) return draft;
  return { ...draft, guests: [{ email: account, responseStatus: 'accepted' }, ...guests] };
}

/** A new event says nothing of what it does not have. */
const withoutNothing = (body: Readonly<Record<string, unknown>>): object =>
  JSON.parse(
    JSON.stringify(body, (_, value: unknown) =>
      value === null || value === '' || (Array.isArray(value) && value.length === 0)
        ? undefined
        : value,
    ),
  ) as object;
