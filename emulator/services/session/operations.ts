/** What Session needs from the host. */
export interface SessionOperations {
  /** Empty where Google does not reveal who is at the keyboard. */
  'session.getActiveUser'(): string;
  'session.getEffectiveUser'(): string;
  'session.getActiveUserLocale'(): string;
  'session.getTemporaryActiveUserKey'(): string;
}
