/**
 * A feature that the local Workspace does not have: a member of a Google service, or a behavior of one, that exists at
 * Google and not here. Saying so aloud beats failing silently.
 */
export class NotEmulated extends Error {
  override readonly name = 'NotEmulated';

  /**
   * @param member the member's full name, such as `CalendarApp.getCalendarById` or `drive.files.copy`.
   * @param page Google's page about it.
   */
  constructor(
    readonly member: string,
    readonly page: string,
  ) {
    super(`${member} is not emulated by the local Workspace. At Google it exists: ${page}`);
  }
}
