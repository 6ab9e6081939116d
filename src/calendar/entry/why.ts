/** Why something is not synced: a closed list of reasons, each with its sentence for people. */
export const WHY_NOT = {
  chosen: 'You chose not to sync it.',
  filtered: 'Your own filter leaves it out.',
  'only-to-work':
    'You chose that nothing is copied from your work system to Google Calendar, so it stays in your work system.',
  'only-to-google':
    'You chose that nothing is copied from Google Calendar to your work system, so it stays in Google Calendar.',
  'copy-deleted': 'Its copy was deleted while your sync goes one way, so no new one is made.',
  declined: 'You declined this invitation, so it does not take up your time.',
  'organizer-synced':
    'It is in your work system as the entry of its organizer, and you are among its participants.',
  imported: 'This is a copy that was imported into your calendar; its original is kept elsewhere.',
  locked: 'Google does not let this copy be changed.',
  'several-rules':
    'It repeats by more than one rule, which only Google Calendar can hold. It stays there.',
  'exception-rule':
    'It repeats by a rule with an excluding rule, which only Google Calendar can hold. It stays there.',
  'finer-than-days': 'It repeats more than once a day, which Tandem does not sync.',
  'extra-times':
    'It has additional dates at other times of day, which only Google Calendar can hold. It stays there.',
  'too-many-parts': 'The rule by which it repeats is too long to be read.',
  'unreadable-rule': 'The rule by which it repeats cannot be read.',
  'start-outside-rule':
    'It repeats, but its start is not one of the dates of its own rule. Make Start the first of them.',
  'repeating-exception': 'It takes the place of one date of a series, so it cannot repeat itself.',
  'no-such-series': 'It is one date of an entry that repeats, and that entry is not synced.',
  'date-taken': 'Another activity already takes the place of this date.',
  'no-such-date': 'It takes the place of a date on which its series does not take place.',
  birthday: 'Birthdays stay in Google Calendar.',
  'working-location': 'Working locations stay in Google Calendar.',
  'from-gmail': 'Google made it from an email. Such events stay in Google Calendar.',
  'special-event':
    'Focus time and out of office stay in Google Calendar: your organization chose so.',
  'unknown-event-type': 'Tandem does not know this type of event.',
  private: 'It is private, and your organization leaves private events out.',
  'type-not-synced':
    'Activities of this type are not sent to Google Calendar: your organization chose so.',
  'project-task': 'It is a project task. Project tasks are never synced.',
  'owned-by-other': 'Somebody else owns this activity.',
  'handed-over':
    'Its activity was given to somebody else. The event stays in your calendar, and is no longer synced.',
  'owner-unknown': 'Its activity names nobody in your organization as its owner.',
  apart:
    'Its activity is left out, was deleted, or is somebody else’s by now, so Tandem leaves the event as it is. My calendar sync says why.',
  'before-window': 'It was over more than 30 days before it could first be synced.',
  'no-start': 'It has no start time.',
  'no-end': 'It has no end time.',
  'unreadable-time': 'Its times cannot be read.',
  'unknown-zone': 'Its time zone is unknown.',
  'end-before-start': 'It ends before it starts.',
  'too-long': 'It lasts longer than ten years.',
} as const;

export type Reason = keyof typeof WHY_NOT;

/** What the card of an open event says about it. */
export type Why =
  /** Synced, but only as busy time. */
  | { readonly kind: 'synced-as-busy' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'left-out'; readonly reason: Reason };

const WHY_SYNCED: Readonly<Record<Exclude<Why['kind'], 'left-out'>, string>> = {
  'synced-as-busy': 'Your work system sees that you are busy, and nothing else.',
  waiting: 'It is synced with the next run.',
};

/** The sentence for people. */
export const whySentence = (why: Why): string =>
  why.kind === 'left-out' ? WHY_NOT[why.reason] : WHY_SYNCED[why.kind];
