import type { LocalWorkspace } from '../../local-workspace';
import type { JsonObject } from '../../workspace/api-method';

/** Calls a method of the Calendar API on somebody's own calendar, by their hand. Nobody is mailed. */
export const onCalendarOf =
  (workspace: LocalWorkspace, email: string) =>
  (method: string, params: object, body: object | null = null): JsonObject =>
    workspace.act(
      email,
      `calendar.events.${method}`,
      { calendarId: 'primary', ...params },
      body,
    ) as JsonObject;
