/** How this Workspace behaves where Google's documents leave it open, or where a test wants one side of it. */
export interface Settings {
  /** Fire calendar-updated triggers for script and API writes too. Google says it does not. */
  readonly scriptWritesFireTriggers: boolean;
  /** Let a web app's execution make a per-minute trigger: inferred, not documented. */
  readonly webAppMayTriggerEveryMinute: boolean;
  /** Delays before what an admin or the log did shows: derived membership, role changes, delegation, log lag. */
  readonly propagation: 'immediate' | 'as-documented';
  /** For how long after its creation a user cannot be changed: "User creation is not complete." */
  readonly userCreationMs: number;
  /** The language of GoogleJsonResponseException sentences; Google localises them. */
  readonly exceptionLocale: 'en' | 'es';
  /** Whether a person who was never asked grants what an execution needs (`allow`), or the execution fails (`ask`). */
  readonly consent: 'allow' | 'ask';
}

export const DEFAULT_SETTINGS: Settings = {
  scriptWritesFireTriggers: false,
  webAppMayTriggerEveryMinute: true,
  propagation: 'as-documented',
  userCreationMs: 0,
  exceptionLocale: 'en',
  consent: 'allow',
};
