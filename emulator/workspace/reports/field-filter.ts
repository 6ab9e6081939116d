import { textParam, type ApiRequest } from '../api-method';
import { GoogleError, invalid } from '../google-error';
import { NotEmulated } from '../../kit/not-emulated';
import type { Activity } from '../state/reports';

const PAGE =
  'https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list';

const NOT_EMULATED = ['agentInfoFilter', 'deviceFilter', 'resourceDetailsFilter', 'statusFilter'];

/** Logs with sensitive content, which requests may ask for. */
const SENSITIVE = ['rules', 'chat', 'workspace_studio'];

/** The fields that each of the newer filters may name, and where an activity has them. */
const FIELDS = {
  applicationInfoFilter: {
    field: 'oAuthClientId',
    of: ({ actor }: Activity) => actor.applicationInfo?.oauthClientId,
  },
  networkInfoFilter: {
    field: 'regionCode',
    of: ({ networkInfo }: Activity) => networkInfo?.regionCode,
  },
} as const;

/**
 * The newer filters of a request (`applicationInfoFilter`, `networkInfoFilter`) as one test of an activity.
 *
 * @throws NotEmulated for filters on data that the local Workspace does not log. @see https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list
 */
export function fieldFilter(request: ApiRequest): (activity: Activity) => boolean {
  for (const name of NOT_EMULATED) {
    if (textParam(request, name) !== undefined)
      throw new NotEmulated(`${request.methodId} ${name}`, PAGE);
  }
  requireNoSensitiveData(request);
  const tests = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).flatMap((parameter) => {
    const text = textParam(request, parameter);
    return text === undefined ? [] : [fieldTest(parameter, text)];
  });
  return (activity) => tests.every((test) => test(activity));
}

function fieldTest(parameter: keyof typeof FIELDS, text: string): (activity: Activity) => boolean {
  const { field, of } = FIELDS[parameter];
  const match = /^\s*(\w+)\s*=\s*"([^"]*)"\s*$/.exec(text);
  if (!match || match[1] !== field) throw invalid(`Invalid value for: ${parameter}`, parameter);
  return (activity) => of(activity) === match[2];
}

function requireNoSensitiveData(request: ApiRequest): void {
  if (request.params['includeSensitiveData'] !== true) return;
  if (SENSITIVE.includes(String(request.params['applicationName'])))
    throw new NotEmulated(`${request.methodId} includeSensitiveData`, PAGE);
  throw new GoogleError(403, 'forbidden', 'Not Authorized to access this resource/api');
}
