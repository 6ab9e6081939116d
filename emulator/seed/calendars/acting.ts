import type { LocalWorkspace } from '../../local-workspace';
import type { JsonObject } from '../../workspace/api-method';

/** Calls a method of the Calendar API on a person's own calendar, as that person by hand. Nobody receives mail. */
export const onCalendarOf =
  (workspace: LocalWorkspace, email: string) =>
  (method: string, params: object, body: object | null = null): JsonObject =>
    workspace.act(
      email,
      `calendar.events.${method}`,
      { calendarId: 'primary', ...params },
      body,
    ) as JsonObject;
