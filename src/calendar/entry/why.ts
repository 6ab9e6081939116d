/** Why something is not synced: a closed list of reasons, each with its sentence for people. */
export const WHY_NOT = {
  'others-meeting':
    'Somebody else organizes this meeting. Tandem never changes meetings of others, and does not copy them yet.',
  declined: 'You declined this invitation, so it does not take up your time.',
  imported: 'This is a copy that was imported into your calendar; its original is kept elsewhere.',
  locked: 'Google does not let this copy be changed.',
  series: 'It repeats. Tandem does not sync repeating entries yet.',
  occurrence:
    'It is one date of an entry that repeats. Tandem does not sync repeating entries yet.',
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
    'Its activity is left out, or is somebody else’s by now, so Tandem leaves the event as it is. My calendar sync says why.',
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
