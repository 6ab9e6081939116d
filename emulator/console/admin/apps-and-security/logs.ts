import { actorOf, parameterOf, titleOf, valuesOf, type LogRow } from './log-row';

/** A property of an event that can be a column or a condition. */
export interface Attribute {
  readonly id: string;
  readonly title: string;
  readonly of: (row: LogRow) => readonly string[];
}

/** One of the logs of Audit and investigation. */
export interface Log {
  /** The Reports API's name. */
  readonly application: string;
  readonly title: string;
  /** How late entries may appear, in Google's orders of magnitude. @see https://support.google.com/a/answer/7061566 */
  readonly lag: string;
  readonly attributes: readonly Attribute[];
  /** Ids of the columns shown at first. */
  readonly columns: readonly string[];
  /** The console's titles of events, by their name in the log. */
  readonly events: Readonly<Record<string, string>>;
}

interface Outline {
  readonly title: string;
  readonly lag: string;
  /** Ids of columns after date and before IP address, parameters' names among them. */
  readonly columns: readonly string[];
  /** The title of the actor column. */
  readonly actor?: string;
  /** Parameters and their titles in the console; others are named by their own name in words. */
  readonly parameters: readonly (string | readonly [name: string, title: string])[];
  readonly events?: Readonly<Record<string, string>>;
  readonly describe?: (row: LogRow) => string;
}

const MINUTES = 'a few minutes';
const TENS_OF_MINUTES = 'tens of minutes';

const OUTLINES: Readonly<Record<string, Outline>> = {
  token: {
    title: 'OAuth log events',
    lag: 'a couple of hours or more',
    actor: 'User',
    columns: ['client_id', 'app_name', 'event', 'description', 'actor', 'scope'],
    parameters: [
      ['client_id', 'Application ID'],
      ['app_name', 'Application name'],
      'scope',
      'client_type',
      ['api_name', 'API name'],
      ['method_name', 'Method'],
      ['product_bucket', 'Product'],
      ['num_response_bytes', 'Response bytes'],
      'rejection_type',
      ['requester_email', 'Requester'],
    ],
    events: {
      authorize: 'Grant',
      revoke: 'Revoke',
      deny: 'Deny',
      request: 'Request',
      activity: 'API call',
    },
    describe: describeOAuth,
  },
  admin: {
    title: 'Admin log events',
    lag: MINUTES,
    columns: ['event', 'description', 'actor'],
    parameters: [
      ['USER_EMAIL', 'User'],
      ['GROUP_EMAIL', 'Group'],
      ['ORG_UNIT_NAME', 'Organizational unit'],
      ['APPLICATION_NAME', 'Application name'],
      ['APP_ID', 'Application ID'],
      ['SETTING_NAME', 'Setting name'],
      ['OLD_VALUE', 'Old value'],
      ['NEW_VALUE', 'New value'],
      ['API_CLIENT_NAME', 'API client'],
      ['API_SCOPES', 'API scopes'],
      ['ROLE_NAME', 'Role'],
      ['OAUTH2_APP_NAME', 'OAuth app'],
    ],
  },
  login: {
    title: 'User log events',
    lag: MINUTES,
    actor: 'User',
    columns: ['event', 'description', 'actor', 'login_type'],
    parameters: [
      'login_type',
      ['login_challenge_method', 'Challenge method'],
      ['login_failure_type', 'Failure type'],
      ['affected_email_address', 'Affected user'],
      'is_suspicious',
    ],
  },
  calendar: {
    title: 'Calendar log events',
    lag: 'tens of minutes up to a couple of hours',
    describe: describeSubject('event_title'),
    columns: ['event', 'event_title', 'description', 'actor', 'organizer_calendar_id'],
    parameters: [
      'event_title',
      ['organizer_calendar_id', 'Organizer calendar'],
      ['calendar_id', 'Target calendar'],
      ['event_id', 'Event ID'],
      ['event_guest', 'Guest'],
      'start_time',
      'end_time',
      ['api_kind', 'API kind'],
    ],
  },
  drive: {
    title: 'Drive log events',
    lag: MINUTES,
    describe: describeSubject('doc_title'),
    columns: ['doc_title', 'event', 'description', 'actor', 'owner', 'visibility'],
    parameters: [
      ['doc_title', 'Title'],
      ['doc_id', 'Document ID'],
      ['doc_type', 'Document type'],
      'owner',
      'visibility',
      ['target_user', 'Target'],
      ['originating_app_id', 'Application ID'],
    ],
  },
  groups: {
    title: 'Groups log events',
    lag: TENS_OF_MINUTES,
    columns: ['event', 'description', 'actor', 'group_email'],
    parameters: [
      ['group_email', 'Group'],
      ['user_email', 'User'],
    ],
  },
  user_accounts: {
    title: 'User accounts log events',
    lag: TENS_OF_MINUTES,
    actor: 'User',
    columns: ['event', 'description', 'actor'],
    parameters: [],
  },
  rules: {
    title: 'Rule log events',
    lag: TENS_OF_MINUTES,
    columns: ['rule_name', 'event', 'description', 'actor'],
    parameters: [['rule_name', 'Rule name'], ['data_source', 'Data source'], 'resource_recipients'],
  },
};

/** The logs to choose from, in this order. */
export const LOG_NAMES: readonly string[] = Object.keys(OUTLINES);

/** A log by the Reports API's name; undefined for one that this console does not show. */
export function logNamed(application: string): Log | undefined {
  const outline = Object.hasOwn(OUTLINES, application) ? OUTLINES[application] : undefined;
  if (!outline) return undefined;
  const { title, lag, columns, events = {}, parameters, actor = 'Actor' } = outline;
  const describe = outline.describe ?? describeByParameters;
  return {
    application,
    title,
    lag,
    events,
    columns: ['date', ...columns, 'ip_address'],
    attributes: [
      { id: 'date', title: 'Date', of: ({ activity }) => [activity.id.time] },
      { id: 'event', title: 'Event', of: ({ event }) => [event.name] },
      { id: 'description', title: 'Description', of: (row) => [describe(row)] },
      { id: 'actor', title: actor, of: (row) => listOf(actorOf(row)) },
      {
        id: 'ip_address',
        title: 'IP address',
        of: ({ activity }) => listOf(activity.ipAddress ?? ''),
      },
      ...parameters.map(parameterAttribute),
    ],
  };
}

const parameterAttribute = (given: Outline['parameters'][number]): Attribute => {
  const [name, title] = typeof given === 'string' ? [given, titleOf(given)] : given;
  return { id: name, title, of: (row) => parameterOf(row, name) };
};

const listOf = (text: string): readonly string[] => (text === '' ? [] : [text]);

/** An event's name in the console's words. */
export const eventTitle = ({ events }: Log, name: string): string => events[name] ?? titleOf(name);

/** @see https://developers.google.com/workspace/admin/reports/v1/appendix/activity/token */
function describeOAuth(row: LogRow): string {
  const who = actorOf(row) || 'Somebody';
  const app = parameterOf(row, 'app_name')[0] ?? 'an application';
  const scopes = parameterOf(row, 'scope').join(', ');
  switch (row.event.name) {
    case 'authorize':
      return `${who} authorized access to ${app} for ${scopes} scopes`;
    case 'revoke':
      return `${who} revoked access to ${app} for ${scopes} scopes`;
    case 'deny':
      return `${who} was denied access to ${app} for ${scopes} scopes`;
    case 'request':
      return `${who} requested access to ${app} for ${scopes} scopes`;
    case 'activity':
      return `${app} called ${parameterOf(row, 'method_name')[0] ?? 'an API'} on behalf of ${who}`;
    default:
      return describeByParameters(row);
  }
}

/** Describes who did what to what, where one parameter names the object. */
function describeSubject(name: string): (row: LogRow) => string {
  return (row) => {
    const [subject] = parameterOf(row, name);
    const [target] = parameterOf(row, 'target_user');
    const did = `${actorOf(row) || 'Somebody'}: ${titleOf(row.event.name).toLowerCase()}`;
    return [did, subject && `“${subject}”`, target && `for ${target}`].filter(Boolean).join(' ');
  };
}

const describeByParameters = ({ event }: LogRow): string =>
  (event.parameters ?? [])
    .map((parameter) => [titleOf(parameter.name), valuesOf(parameter).join(', ')] as const)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');
