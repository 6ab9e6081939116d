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
import { answered, guestsOf, hasGuests, isMeant, movedTo, withOrganizer } from './pretended';
import type { MailKind, Questions } from './questions';
import { changeEvent, removeEvent, type EventPatch, type Scope } from './series-change';
import type { Events } from './use-events';

export interface HandsContext {
  readonly client: CalendarClient;
  readonly zone: string;
  readonly questions: Questions;
  readonly events: Events;
  /** Called after something was written, to reload. */
  readonly onWritten: () => Promise<void>;
}

/** What a person does to events, with the questions Calendar asks first. Changes are shown at once and undone on a refusal. */
export class Hands {
  constructor(private readonly context: HandsContext) {}

  /** @returns false when the person changed their mind. @throws Refused */
  async create(draft: EventDraft): Promise<boolean> {
    const { client } = this.context;
    const send = await this.mailOf(hasGuests(draft, client.account), 'invite');
    if (send === null) return false;
    const body = withoutNothing(bodyOf(withOrganizer(draft, client.account)));
    await client.insert(draft.calendarId, body, send);
    await this.saved();
    return true;
  }

  /** @returns false when the person changed their mind. @throws Refused */
  async save(
    { event, entry }: ShownEvent,
    before: EventDraft,
    after: EventDraft,
  ): Promise<boolean> {
    const { client, questions } = this.context;
    const { account } = client;
    const patch = patchOf(before, withOrganizer(after, account)) as EventPatch;
    if (Object.keys(patch).length === 0) return true;
    const scope = event.recurringEventId
      ? await questions.askScope('Edit recurring event', 'recurrence' in patch ? WHOLE : EVERY)
      : 'one';
    const had = hasGuests(before, account);
    const isTold = had || hasGuests(after, account);
    const send = scope && (await this.mailOf(isTold, had ? 'update' : 'invite'));
    if (!scope || !send) return false;
    await changeEvent(client, { calendarId: entry.id, event, scope }, patch, send);
    await this.saved();
    return true;
  }

  async move(shown: ShownEvent, span: Span, revert: () => void): Promise<void> {
    const { client, zone, events } = this.context;
    const { event, entry } = shown;
    const scope = await this.scopeOf(event, 'Edit recurring event');
    const send = scope && (await this.mailOf(othersInvited(event), 'update'));
    if (!scope || !send) return revert();
    const undo = events.pretend((one) =>
      keyOf(one) === keyOf(shown) ? movedTo(one, span, zone) : one,
    );
    const times = { ...movedTimes(event, span, zone) };
    try {
      await changeEvent(client, { calendarId: entry.id, event, scope }, times, send);
      await this.saved();
    } catch (error) {
      undo();
      revert();
      toast((error as Error).message);
    }
  }

  /** @returns whether it was deleted. */
  async remove(shown: ShownEvent): Promise<boolean> {
    const { client, events, onWritten } = this.context;
    const { event, entry } = shown;
    const scope = await this.scopeOf(event, 'Delete recurring event');
    const send =
      scope && (await this.mailOf(isOrganizers(shown) && othersInvited(event), 'cancel'));
    if (!scope || !send) return false;
    const undo = events.pretend((one) => (isMeant(one, shown, scope) ? null : one));
    try {
      await removeEvent(client, { calendarId: entry.id, event, scope }, send);
      const restore = () => void this.restore(shown, scope, send);
      toast('Event deleted', scope === 'following' ? undefined : { label: 'Undo', run: restore });
      await onWritten();
      return true;
    } catch (error) {
      undo();
      toast((error as Error).message);
      return false;
    }
  }

  async answer(shown: ShownEvent, answer: Answer): Promise<void> {
    const { client, events, onWritten } = this.context;
    const { event, entry } = shown;
    const scope = await this.scopeOf(event, 'RSVP to recurring event', ['this', 'all']);
    if (!scope) return;
    const undo = events.pretend((one) =>
      isMeant(one, shown, scope) ? { ...one, event: answered(one.event, answer) } : one,
    );
    try {
      const now = scope === 'all' ? await client.event(entry.id, event.recurringEventId!) : event;
      const here = { calendarId: entry.id, eventId: now.id };
      await client.patch(here, guestsOf(answered(now, answer)), 'all');
      await onWritten();
    } catch (error) {
      undo();
      toast((error as Error).message);
    }
  }

  /** Undoes a deletion. A guest's answer comes back with the invitation. */
  private async restore(shown: ShownEvent, scope: Scope, send: SendUpdates): Promise<void> {
    const { client, onWritten } = this.context;
    const { event, entry } = shown;
    const eventId = scope === 'all' ? event.recurringEventId! : event.id;
    const answers = !isOrganizers(shown) && event.attendees ? guestsOf(event) : {};
    try {
      const here = { calendarId: entry.id, eventId };
      await client.patch(here, { status: 'confirmed', ...answers }, send);
      toast('Event restored');
    } catch (error) {
      toast((error as Error).message);
    }
    await onWritten();
  }

  private async saved(): Promise<void> {
    toast('Event saved');
    await this.context.onWritten();
  }

  private async scopeOf(
    { recurringEventId }: CalendarEvent,
    title: string,
    scopes: typeof EVERY | readonly ['this', 'all'] = EVERY,
  ): Promise<Scope | null> {
    return recurringEventId === undefined ? 'one' : this.context.questions.askScope(title, scopes);
  }

  private async mailOf(isNeeded: boolean, mail: MailKind): Promise<SendUpdates | null> {
    return isNeeded ? this.context.questions.askMail(mail) : 'none';
  }
}

const EVERY = ['this', 'following', 'all'] as const;
/** A rule applies to more than one occurrence. */
const WHOLE = ['following', 'all'] as const;

const isOrganizers = ({ event, entry }: ShownEvent): boolean =>
  event.organizer?.self ?? event.organizer?.email === entry.id;

/** A new event leaves out fields without a value. */
const withoutNothing = (body: Readonly<Record<string, unknown>>): object =>
  JSON.parse(
    JSON.stringify(body, (_, value: unknown) =>
      value === null || value === '' || (Array.isArray(value) && value.length === 0)
        ? undefined
        : value,
    ),
  ) as object;
