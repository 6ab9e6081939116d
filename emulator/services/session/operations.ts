/** What Session asks of the host. */
export interface SessionOperations {
  /** Empty where Google does not say who is at the keyboard. */
  'session.getActiveUser'(): string;
  'session.getEffectiveUser'(): string;
  'session.getActiveUserLocale'(): string;
  'session.getTemporaryActiveUserKey'(): string;
}
