/** Why the open event is synced, or is not. */
import { button, buttons, runs } from '../../card/action';
import { card, standing, paragraph, section, type Mark } from '../../card/card';
import type { Card, Widget } from '../../card/card-json';
import { CALENDAR } from './action-names';
import { cardPolicy, type CardPolicyParts } from './card-policy';
import { changeOfEvent } from '../entry/google-change';
import type { GoogleEvent } from '../entry/google-event';
import { originOfEvent } from '../entry/origin-mark';
import { openEventFacts } from './open-event-facts';
import { choiceIdOf, filterOf, wayOf } from '../entry/own-choices';
import { leftOutBy } from '../entry/own-filter';
import { withinMinutes } from './sentences';
import type { SyncState } from '../boards/state';
import { isInWindow } from '../entry/sync-window';
import { WHY_NOT, whySentence, type Why } from '../entry/why';

export interface OpenEvent extends CardPolicyParts {
  /** The event, read with the person's own grant; null when it could not be read. */
  readonly event: GoogleEvent | null;
  /** The series that it is a date of, where a filter needs it: a date goes with its series. */
  readonly series?: GoogleEvent | null;
  readonly calendarId: string;
  readonly state: SyncState;
  /** Whether the runner leaves it alone though it has an activity; null when the cache has lost that. */
  readonly isApart: boolean | null;
  /** `CalendarActionPorts.activitiesUrl` */
  readonly activitiesUrl?: string | null;
}

/** What the event itself shows. Links and cursors belong to the runner and are not read here. */
export type EventWhy =
  | Why
  /** Marked as the copy of an activity that Tandem made. */
  | { readonly kind: 'copy' }
  /** Nothing keeps it from being synced. */
  | { readonly kind: 'taking-part' }
  /** Somebody else organizes it, and the work system has a copy. */
  | { readonly kind: 'copied' }
  /** The runner knows whether it is synced, but has not posted it yet. */
  | { readonly kind: 'unknown' }
  /** It depends on the organization's choices, which are not known here. */
  | { readonly kind: 'choice-unknown' };

export function whyOpenEvent(
  event: GoogleEvent,
  { series = null, ...parts }: CardPolicyParts & Partial<Pick<OpenEvent, 'series'>>,
): EventWhy {
  const policy = cardPolicy(parts);
  const { policy: summary, person } = parts;
  const change = changeOfEvent(event, policy);
  const isOurs = originOfEvent(event) !== null;
  if (change.kind === 'gone') return { kind: 'waiting' };
  if (change.kind === 'left-out')
    return change.reason === 'special-event' && summary === null
      ? { kind: 'choice-unknown' }
      : { kind: 'left-out', reason: change.reason };
  if (change.unsent === 'chosen') return { kind: 'left-out', reason: 'chosen' };
  if (leftOutBy(series ?? event, filterOf(person)) !== null)
    return { kind: 'left-out', reason: 'filtered' };
  if (isOurs) return { kind: 'copy' };
  if (wayOf(person) === 'to-google') return { kind: 'left-out', reason: 'only-to-google' };
  if (change.entry.private && summary === null) return { kind: 'choice-unknown' };
  if (change.unsent) return { kind: 'left-out', reason: change.unsent };
  if (!isInWindow(change.entry, policy.window))
    return { kind: 'left-out', reason: 'before-window' };
  if (change.entry.private && policy.privateEvents === 'busy') return { kind: 'synced-as-busy' };
  if (change.entry.organizer !== '') return { kind: 'copied' };
  return { kind: change.writable ? 'taking-part' : 'synced-as-busy' };
}

export function whyCard(open: OpenEvent): Card {
  const { event, state } = open;
  const again = buttons(button('My calendar sync', runs(CALENDAR.home)));
  if (event === null)
    return card(
      TITLE,
      section(
        '',
        standing('bad', 'The event cannot be read'),
        paragraph(
          'Google did not show it to Tandem. Open it again, or allow Tandem to see your events.',
        ),
        again,
      ),
    );
  const why = asRunnerKnows(whyOpenEvent(event, open), open);
  const [mark, name] =
    why.kind === 'left-out'
      ? NOT_SYNCED
      : why.kind === 'unknown'
        ? UNKNOWN
        : STATE_MARKS[state.kind];
  const facts = openEventFacts(event, state, {
    zone: open.person.zone,
    now: open.now,
    activitiesUrl: open.activitiesUrl ?? null,
  });
  return card(
    TITLE,
    section(
      '',
      standing(mark, name),
      ...sentences(why, open).map(paragraph),
      ...facts,
      ...choiceWidgets(event, why, open),
      again,
    ),
  );
}

/** Offered where the person's choice decides (TF16). */
function choiceWidgets(
  event: GoogleEvent,
  why: EventWhy,
  { state, calendarId }: OpenEvent,
): Widget[] {
  if (state.kind !== 'on') return [];
  const isChosen = why.kind === 'left-out' && why.reason === 'chosen';
  if (why.kind === 'left-out' && (why.reason === 'filtered' || why.reason === 'only-to-google'))
    return [buttons(button('Choose what is synced', runs(CALENDAR.choices)))];
  if (why.kind === 'left-out' && !isChosen) return [];
  const given = { calendar: calendarId, event: event.id };
  const isSeries = choiceIdOf(event) !== event.id || (event.recurrence ?? []).length > 0;
  return [
    ...(isChosen ? [paragraph(originOfEvent(event) ? COPY_STAYS : ROW_GOES)] : []),
    ...(isSeries ? [paragraph('It repeats: your choice is for all its dates.')] : []),
    buttons(
      isChosen
        ? button('Sync this', runs(CALENDAR.chooseEvent, { ...given, choice: 'sync' }))
        : button('Do not sync this', runs(CALENDAR.chooseEvent, { ...given, choice: 'leave-out' })),
    ),
  ];
}

const COPY_STAYS = 'It stays here as it is. Changes of its activity are not carried over.';
const ROW_GOES =
  'The next run removes the activity that Tandem made from it, unless somebody has edited that since.';

/** The event alone does not show that its activity belongs to somebody else by now, or cannot be read. */
function asRunnerKnows(why: EventWhy, { isApart, state }: OpenEvent): EventWhy {
  if (state.kind !== 'on' || why.kind === 'left-out') return why;
  if (isApart === null) return { kind: 'unknown' };
  if (isApart && state.waiting === 'look') return { kind: 'unknown' };
  return isApart ? { kind: 'left-out', reason: 'apart' } : why;
}

const TITLE = 'Is this event synced?';

const NOT_SYNCED: readonly [Mark, string] = ['off', 'It is not synced'];
const UNKNOWN: readonly [Mark, string] = ['waiting', 'Unknown right now'];
const SYNC_IS_OFF: readonly [Mark, string] = ['off', 'Not while your sync is off'];

const STATE_MARKS: Readonly<Record<SyncState['kind'], readonly [Mark, string]>> = {
  'not-set-up': ['off', 'Tandem is not set up'],
  'org-off': ['off', 'Off for your organization'],
  off: SYNC_IS_OFF,
  looking: SYNC_IS_OFF,
  'preview-ready': SYNC_IS_OFF,
  starting: ['waiting', 'Your sync is starting'],
  on: ['good', 'It takes part in your sync'],
  stopping: ['waiting', 'Your sync is being turned off'],
};

function sentences(why: EventWhy, { state, event, series, person }: OpenEvent): string[] {
  const by = event && leftOutBy(series ?? event, filterOf(person));
  if (why.kind === 'left-out' && why.reason === 'filtered' && by !== null)
    return [`Left out by your filter: ${by}.`];
  if (why.kind === 'left-out') return [WHY_NOT[why.reason]];
  const on = state.kind === 'on' ? state : null;
  const next = on
    ? `A change that you make now is carried over ${withinMinutes(on.everyMinutes)}, later where many people’s calendars change.`
    : '';
  const trouble = on && (on.health === 'failed' || on.health === 'held') ? [TROUBLE] : [];
  return [sentenceOf(why, on !== null), next, ...trouble].filter((sentence) => sentence !== '');
}

const TROUBLE = 'The last run had a problem: see My calendar sync.';

function sentenceOf(why: Exclude<EventWhy, { readonly kind: 'left-out' }>, isOn: boolean): string {
  switch (why.kind) {
    case 'copy':
      return 'Tandem made it from an activity of your work system.';
    case 'taking-part':
      return isOn
        ? 'It is in your work system, or will be after the next run.'
        : 'It would be synced.';
    case 'copied':
      return isOn
        ? 'Somebody else organizes it. Your work system has a copy, or will have one after the next run; what is changed there does not come back.'
        : 'Somebody else organizes it. It would be copied to your work system.';
    case 'unknown':
      return 'The next run will show whether it is synced.';
    case 'choice-unknown':
      return 'Whether it is synced depends on your organization’s settings, which are unknown right now. The next run will show it.';
    default:
      return whySentence(why);
  }
}
