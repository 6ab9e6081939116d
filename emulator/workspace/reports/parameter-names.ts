import type { LogEntry } from '../state/reports';

const words = (text: string): readonly string[] => text.split(' ');

/**
 * Parameters that events of a log can have although no entry in this Workspace does. A filter on one of them that
 * no event satisfies yields nothing; a filter on a name that Google does not know is ignored.
 *
 * @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/admin-event-names and its sisters
 */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  admin: words(
    'API_CLIENT_NAME API_SCOPES APPLICATION_EDITION APPLICATION_ENABLED APPLICATION_NAME APP_ID ' +
      'BULK_UPLOAD_FAIL_USERS_NUMBER BULK_UPLOAD_TOTAL_USERS_NUMBER DOMAIN_NAME GROUP_EMAIL ' +
      'GROUP_MEMBER_BULK_UPLOAD_FAILED_NUMBER GROUP_MEMBER_BULK_UPLOAD_TOTAL_NUMBER NEW_VALUE ' +
      'OAUTH2_APP_ID OAUTH2_APP_NAME OAUTH2_APP_TYPE OAUTH2_SERVICE_NAME OLD_VALUE ORG_UNIT_NAME ' +
      'PRIVILEGE_NAME ROLE_NAME SERVICE_NAME SETTING_NAME USER_CUSTOM_FIELD USER_EMAIL USER_NICKNAME',
  ),
  token: words(
    'api_name app_name app_request_info client_id client_type method_name num_response_bytes ' +
      'product_bucket rejection_type requester_email scope scope_data',
  ),
  login: words(
    'affected_email_address is_second_factor is_suspicious login_challenge_method ' +
      'login_challenge_status login_failure_type login_timestamp login_type',
  ),
  calendar: words(
    'access_level api_kind calendar_id end_time event_guest event_id event_response_status ' +
      'event_title grantee_email is_recurring old_event_title organizer_calendar_id recurring start_time user_agent',
  ),
  drive: words(
    'actor_is_collaborator_account billable doc_id doc_title doc_type new_value old_value ' +
      'originating_app_id owner owner_is_shared_drive primary_event target_user visibility visibility_change',
  ),
};

interface Seen {
  readonly names: Set<string>;
  entries: number;
}

const seenNames = new WeakMap<readonly LogEntry[], Seen>();

/** Records the parameters of an entry that is about to join the log. */
export function noteParameters(log: readonly LogEntry[], entry: LogEntry): void {
  const seen = seenIn(log);
  seen.entries++;
  note(seen.names, entry);
}

/** Whether Google knows a parameter of this name in this log. */
export const isParameterName = (
  applicationName: string,
  log: readonly LogEntry[],
  name: string,
): boolean => KNOWN[applicationName]?.includes(name) || seenIn(log).names.has(name);

function seenIn(log: readonly LogEntry[]): Seen {
  const known = seenNames.get(log);
  if (known?.entries === log.length) return known;
  const names = new Set<string>();
  for (const entry of log) note(names, entry);
  const seen = { names, entries: log.length };
  seenNames.set(log, seen);
  return seen;
}

function note(names: Set<string>, { activity }: LogEntry): void {
  for (const { parameters = [] } of activity.events)
    for (const { name } of parameters) names.add(name);
}
