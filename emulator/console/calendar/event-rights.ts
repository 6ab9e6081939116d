import { nameOf, type ShownEvent } from './event-resource';

/** What a person may do with an event, and why they may not change it. */
export interface Rights {
  readonly change: boolean;
  readonly remove: boolean;
  readonly invite: boolean;
  /** Set where `change` is false. */
  readonly why?: string;
}

const NOTHING = { change: false, remove: false, invite: false };

/** Judges as Calendar does before asking the server, which has the last word. */
export function rightsOf({ event, entry }: ShownEvent): Rights {
  if (entry.accessRole === 'freeBusyReader')
    return { ...NOTHING, why: `${nameOf(entry)} shares only when they are free or busy with you.` };
  if (isHidden(event))
    return { ...NOTHING, why: 'This event is private: its details are hidden from you.' };
  if (entry.accessRole === 'reader')
    return { ...NOTHING, why: `You can see ${nameOf(entry)}, but not make changes to its events.` };
  if (event.eventType === 'fromGmail')
    return { ...NOTHING, remove: true, why: 'Events from Gmail can’t be edited.' };
  if (event.eventType === 'workingLocation')
    return { ...NOTHING, remove: true, why: 'Working locations can’t be edited here.' };
  if (event.locked)
    return { ...NOTHING, remove: true, why: 'This event is locked by its organizer.' };
  if (event.privateCopy || organizes({ event, entry }) || event.guestsCanModify)
    return { change: true, remove: true, invite: canHaveGuests(event) };
  const organizer = event.organizer?.displayName ?? event.organizer?.email ?? 'its organizer';
  return {
    change: false,
    remove: true,
    invite: event.guestsCanInviteOthers !== false,
    why: `Only the organizer, ${organizer}, can change this event.`,
  };
}

const canHaveGuests = ({ eventType = 'default' }: ShownEvent['event']): boolean =>
  eventType === 'default';

/** A reader of somebody's calendar only sees that private events are busy. */
export const isHidden = ({ summary, visibility, organizer }: ShownEvent['event']): boolean =>
  summary === undefined && organizer === undefined && visibility === 'private';

const organizes = ({ event, entry }: ShownEvent): boolean =>
  event.organizer === undefined ||
  event.organizer.self === true ||
  event.organizer.email === entry.id;

/** The title in the grid and on the card. */
export function titleOf({ event, entry }: ShownEvent): string {
  if (entry.accessRole === 'freeBusyReader' || isHidden(event)) return 'Busy';
  if (event.summary) return event.summary;
  if (event.eventType === 'outOfOffice') return 'Out of office';
  if (event.eventType === 'focusTime') return 'Focus time';
  return '(No title)';
}
