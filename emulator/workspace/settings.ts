/** How this Workspace behaves where Google's documents leave it open, or where a test needs one of several behaviors. */
export interface Settings {
  /** Fire calendar-updated triggers for script and API writes too. Google says it does not. */
  readonly scriptWritesFireTriggers: boolean;
  /** Let a web app's execution create a per-minute trigger: inferred, not documented. */
  readonly webAppMayTriggerEveryMinute: boolean;
  /** Delays before an administrator's change or a log entry becomes visible: derived membership, roles, delegation, log lag. */
  readonly propagation: 'immediate' | 'as-documented';
  /** For how long after its creation a user cannot be changed: "User creation is not complete." */
  readonly userCreationMs: number;
  /** The language of GoogleJsonResponseException messages; Google localizes them. */
  readonly exceptionLocale: 'en' | 'es';
  /** Whether a person who was never asked grants the scopes an execution needs (`allow`), or the execution fails (`ask`). */
  readonly consent: 'allow' | 'ask';
  /** Who Calendar mails when a change or deletion does not say: nobody (Google's pages), or all guests (reports). */
  readonly calendarMailUnasked: 'never' | 'as-reported';
  /** How many event writes one calendar accepts per minute; Google throttles bursts but publishes no number. */
  readonly calendarWritesPerMinute: number | null;
  /** Event pages: as full as filters allow, or cut short (empty ones too) in a fixed rhythm. */
  readonly calendarPages: 'full' | 'short';
}

export const DEFAULT_SETTINGS: Settings = {
  scriptWritesFireTriggers: false,
  webAppMayTriggerEveryMinute: true,
  propagation: 'as-documented',
  userCreationMs: 0,
  exceptionLocale: 'en',
  consent: 'allow',
  calendarMailUnasked: 'as-reported',
  calendarWritesPerMinute: null,
  calendarPages: 'full',
};
