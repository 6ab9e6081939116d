import { FIELDS } from '../../src/calendar/entry/fields';
import { eventPatch, type GoogleEvent } from '../../src/calendar/entry/google-event';
import type { Person } from './company';
import { anEntry } from './world';

/** A meeting in the calendars of everybody who was invited: one id, and each calendar's own view of who is who. */
export class Meeting {
  /** What each guest answered. */
  readonly answers = new Map<Person, string>();

  constructor(
    readonly id: string,
    public organizer: { readonly email: string } | Person,
    guests: readonly Person[],
    private event: Partial<GoogleEvent> = eventPatch(anEntry(), FIELDS) as Partial<GoogleEvent>,
    /** Of a group that was invited; its members are in no guest list. */
    private readonly group: string | null = null,
  ) {
    for (const guest of guests) this.answers.set(guest, 'accepted');
    this.show();
  }

  private get owner(): Person | null {
    return 'google' in this.organizer ? this.organizer : null;
  }

  everybody = (): Person[] => [
    ...new Set([...(this.owner ? [this.owner] : []), ...this.answers.keys()]),
  ];

  change(changes: Partial<GoogleEvent>): void {
    this.event = { ...this.event, ...changes };
    this.show();
  }

  answer(guest: Person, answer: string): void {
    this.answers.set(guest, answer);
    this.show();
  }

  give(to: Person): void {
    if (this.owner) this.answers.set(this.owner, 'accepted');
    this.organizer = to;
    this.show();
  }

  cancel(): void {
    for (const { google } of this.everybody()) google.remove(this.id);
  }

  /** Writes it into all calendars, as Google does. */
  show(): void {
    for (const person of this.everybody()) {
      const attendees = [...this.answers]
        .filter(([one]) => one !== this.organizer)
        .map(([one, responseStatus]) => ({
          email: one.email,
          responseStatus,
          ...(one === person && { self: true }),
        }));
      person.google.put({
        ...person.google.events.get(this.id),
        ...this.event,
        id: this.id,
        organizer: {
          email: this.organizer.email,
          ...(this.organizer === person && { self: true }),
        },
        attendees: this.group ? [{ email: this.group, responseStatus: 'accepted' }] : attendees,
      } as GoogleEvent);
    }
  }
}
