import calendar from './calendar.v3.json';
import directory from './admin.directory_v1.json';
import drive from './drive.v3.json';
import iamCredentials from './iamcredentials.v1.json';
import marketplace from './appsmarket.v2.json';
import oauth2 from './oauth2.v2.json';
import reports from './admin.reports_v1.json';
import script from './script.v1.json';
import sheets from './sheets.v4.json';

/** A parameter as Discovery describes it. */
export interface ParameterDescription {
  readonly location: 'path' | 'query';
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'any';
  readonly format?: string;
  readonly required?: boolean;
  readonly repeated?: boolean;
  readonly enum?: readonly string[];
  readonly default?: string;
  readonly minimum?: string;
  readonly maximum?: string;
  readonly pattern?: string;
}

/** A method of a Google API as Discovery describes it. */
export interface MethodDescription {
  /** Such as `calendar.events.list`. */
  readonly id: string;
  readonly httpMethod: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Relative to `servicePath`, with `{name}` or `{+name}` for parameters. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, ParameterDescription>>;
  readonly parameterOrder: readonly string[];
  /** The name of the request's schema, or null. */
  readonly request: string | null;
  readonly response: string | null;
  /** Any one of these suffices. Empty: no scope is needed. */
  readonly scopes: readonly string[];
  readonly supportsMediaUpload?: boolean;
  readonly supportsMediaDownload?: boolean;
}

/** One Discovery document, trimmed: see emulator/discovery/README.md for its origin. */
export interface DiscoveryDocument {
  readonly id: string;
  readonly rootUrl: string;
  readonly servicePath: string;
  readonly batchPath: string;
  /** By the method's path in the API, such as `events.list` or `spreadsheets.values.get`. */
  readonly methods: Readonly<Record<string, MethodDescription>>;
  readonly schemas: Readonly<Record<string, SchemaDescription>>;
}

/** A JSON schema in Discovery's dialect. */
export interface SchemaDescription {
  readonly id?: string;
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, SchemaDescription>>;
  readonly additionalProperties?: SchemaDescription;
  readonly items?: SchemaDescription;
  readonly enum?: readonly string[];
  readonly readOnly?: boolean;
}

/** The APIs that the local Workspace answers, by the name in their method ids and addresses. */
export const DOCUMENTS = {
  calendar,
  directory,
  reports,
  sheets,
  drive,
  appsmarket: marketplace,
  iamcredentials: iamCredentials,
  oauth2,
  script,
} as unknown as Readonly<Record<ApiName, DiscoveryDocument>>;

export type ApiName =
  | 'calendar'
  | 'directory'
  | 'reports'
  | 'sheets'
  | 'drive'
  | 'appsmarket'
  | 'iamcredentials'
  | 'oauth2'
  | 'script';

/** The service name a Cloud project enables, by API. @see https://developers.google.com/apps-script/guides/services/advanced */
export const SERVICE_NAMES: Readonly<Record<ApiName, string>> = {
  calendar: 'calendar-json.googleapis.com',
  directory: 'admin.googleapis.com',
  reports: 'admin.googleapis.com',
  sheets: 'sheets.googleapis.com',
  drive: 'drive.googleapis.com',
  appsmarket: 'appsmarket-component.googleapis.com',
  iamcredentials: 'iamcredentials.googleapis.com',
  oauth2: 'oauth2.googleapis.com',
  script: 'script.googleapis.com',
};

/** A method together with the API it belongs to. */
export interface ApiMethodDescription extends MethodDescription {
  readonly api: ApiName;
}

const METHODS: ReadonlyMap<string, ApiMethodDescription> = new Map(
  Object.entries(DOCUMENTS).flatMap(([api, { methods }]) =>
    Object.values(methods).map((method) => [method.id, { ...method, api: api as ApiName }]),
  ),
);

/** The method with this Discovery id; undefined when the documents we carry have none. */
export const apiMethodDescription = (id: string): ApiMethodDescription | undefined =>
  METHODS.get(id);

/** Every method of every document we carry. */
export const apiMethodDescriptions = (): Iterable<ApiMethodDescription> => METHODS.values();
