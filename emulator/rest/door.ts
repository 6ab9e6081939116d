import {
  apiMethodDescription,
  SERVICE_NAMES,
  type ApiMethodDescription,
} from '../discovery/discovery';
import type { Execution } from '../runtime/execution';
import { NotEmulated } from '../kit/not-emulated';
import type { Traffic } from '../runtime/traffic';
import { MediaAnswer, type ApiAnswer, type Params } from '../workspace/api-method';
import type { Caller } from '../workspace/caller';
import { GoogleError } from '../workspace/google-error';
import { recordApiActivity } from '../workspace/oauth/api-activity';
import { requireAllowedByAdministrator } from '../workspace/oauth/api-controls';
import type { Workspace } from '../workspace/workspace';
import { API_METHODS } from './api-methods';
import { checkAnswer } from './discovery-check';
import { partialResponse } from './partial-response';
import type { IncomingCall } from './incoming-call';
import { readBody } from './read-body';
import { readParams } from './read-params';
import type { Quotas } from './quotas';

/** The one way to a Google API: for scripts, for clients over HTTP and for the console. */
export class Door {
  constructor(
    private readonly workspace: Workspace,
    private readonly traffic: Traffic,
    private readonly quotas: Quotas,
  ) {}

  /**
   * Calls a method on a caller's authority.
   *
   * @param execution the script's execution; null for a client outside.
   * @param ms the time it takes, where the latency model does not apply (inside a batch or fetchAll).
   * @throws GoogleError as the API would answer.
   */
  call(
    incoming: IncomingCall,
    caller: Caller,
    execution: Execution | null,
    ms?: number,
  ): ApiAnswer {
    const method = apiMethodDescription(incoming.methodId);
    if (!method) throw new GoogleError(404, 'notFound', `No method ${incoming.methodId}`);
    const work = (): ApiAnswer => {
      const answer = this.answer(method, incoming, caller);
      recordApiActivity(this.workspace, caller, method, answer);
      return answer;
    };
    return this.traffic.call(method.id, execution, work, ms);
  }

  private answer(method: ApiMethodDescription, incoming: IncomingCall, caller: Caller): ApiAnswer {
    this.requireEnabledApi(method, caller);
    requireAllowedByAdministrator(this.workspace, caller, method.api);
    requireScope(method, caller);
    this.quotas.take(method, incoming, caller);
    const params = readParams(method, incoming.params);
    const body = readBody(method, incoming.body);
    const handler = API_METHODS[method.id];
    if (!handler) throw new NotEmulated(method.id, referenceOf(method));
    const answer = handler(
      {
        methodId: method.id,
        params,
        body,
        ...(incoming.ifMatch !== undefined && { ifMatch: incoming.ifMatch }),
        ...(incoming.ifNoneMatch !== undefined && { ifNoneMatch: incoming.ifNoneMatch }),
        ...(incoming.media && { media: incoming.media }),
      },
      caller,
      this.workspace,
    );
    if (answer instanceof MediaAnswer) return answer;
    checkAnswer(method, answer);
    return answer && this.shape(method, answer, { ...params, ifNoneMatch: incoming.ifNoneMatch });
  }

  /** What every API does with every resource it returns: 304 for the version that the caller has, and `fields`. */
  private shape(
    method: ApiMethodDescription,
    answer: object,
    { fields, ifNoneMatch }: Params,
  ): object {
    if (method.httpMethod === 'GET' && ifNoneMatch !== undefined) {
      const { etag } = answer as { readonly etag?: string };
      if (etag === ifNoneMatch) throw new GoogleError(304, 'notModified', 'Not Modified');
    }
    return typeof fields === 'string' && fields !== ''
      ? partialResponse(method, answer, fields)
      : answer;
  }

  /** Requires that the API is enabled in the application's Cloud project. Google's own products need none. */
  private requireEnabledApi({ api }: ApiMethodDescription, { projectNumber }: Caller): void {
    if (projectNumber === null || api === 'oauth2') return;
    const project = this.workspace.state.cloud.projects[projectNumber];
    const service = SERVICE_NAMES[api];
    if (project?.enabledApis.includes(service)) return;
    const name = TITLES[api];
    const page = `https://console.developers.google.com/apis/api/${service}/overview?project=${projectNumber}`;
    throw new GoogleError(
      403,
      'accessNotConfigured',
      `${name} has not been used in project ${projectNumber} before or it is disabled. Enable it by visiting ${page} then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry.`,
      { domain: 'usageLimits', status: 'PERMISSION_DENIED', errorInfoReason: 'SERVICE_DISABLED' },
    );
  }
}

const TITLES: Readonly<Record<ApiMethodDescription['api'], string>> = {
  calendar: 'Google Calendar API',
  directory: 'Admin SDK API',
  reports: 'Admin SDK API',
  sheets: 'Google Sheets API',
  drive: 'Google Drive API',
  appsmarket: 'Google Workspace Marketplace API',
  iamcredentials: 'IAM Service Account Credentials API',
  oauth2: 'Google OAuth2 API',
  script: 'Apps Script API',
};

function requireScope({ scopes }: ApiMethodDescription, caller: Caller): void {
  if (scopes.length === 0 || scopes.some((scope) => caller.scopes.has(scope))) return;
  throw new GoogleError(
    403,
    'insufficientPermissions',
    'Request had insufficient authentication scopes.',
    {
      status: 'PERMISSION_DENIED',
      errorInfoReason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
      innerMessage: 'Insufficient Permission',
    },
  );
}

/** Google's reference page for a method. */
export const referenceOf = ({ api, id }: ApiMethodDescription): string => {
  const path = id.split('.').slice(1);
  const root: Readonly<Record<typeof api, string>> = {
    calendar: 'https://developers.google.com/workspace/calendar/api/v3/reference/',
    directory: 'https://developers.google.com/workspace/admin/directory/reference/rest/v1/',
    reports: 'https://developers.google.com/workspace/admin/reports/reference/rest/v1/',
    sheets: 'https://developers.google.com/workspace/sheets/api/reference/rest/v4/',
    drive: 'https://developers.google.com/workspace/drive/api/reference/rest/v3/',
    appsmarket: 'https://developers.google.com/workspace/marketplace/reference/rest/v2/',
    iamcredentials: 'https://cloud.google.com/iam/docs/reference/credentials/rest/v1/',
    oauth2: 'https://developers.google.com/identity/protocols/oauth2/',
    script: 'https://developers.google.com/apps-script/api/reference/rest/v1/',
  };
  return `${root[api]}${path.slice(0, -1).join('.')}/${path.at(-1)}`;
};
