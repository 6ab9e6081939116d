import type { ApiName } from '../discovery/discovery';

/**
 * How Google's front end of an API reads requests and phrases its own refusals.
 *
 * `classic`: unknown names are ignored, values are read leniently. `transcoded`: the request is read into a protocol
 * buffer, and whatever does not fit is refused by name.
 */
export interface FrontEnd {
  readonly reads: 'classic' | 'transcoded';
  /**
   * Whether errors carry the older `errors` list: always, or only when `$.xgafv=1` asks for it. APIs that always do
   * leave `status` out where the API itself refuses.
   */
  readonly errorsList: 'always' | 'on-request';
  /** A GET without credentials is an unregistered caller (403) where API keys are accepted, else a missing login (401). */
  readonly takesApiKeys: boolean;
  /** The package of its messages, as type names in refusals show it. */
  readonly protoPackage: string;
}

const classic = (takesApiKeys: boolean): FrontEnd => ({
  reads: 'classic',
  errorsList: 'always',
  takesApiKeys,
  protoPackage: '',
});

const transcoded = (
  protoPackage: string,
  options: Partial<Pick<FrontEnd, 'errorsList' | 'takesApiKeys'>> = {},
): FrontEnd => ({
  reads: 'transcoded',
  errorsList: 'on-request',
  takesApiKeys: false,
  protoPackage,
  ...options,
});

/** By API. A document with the parameter `$.xgafv` belongs to a transcoding front end. */
export const FRONT_ENDS: Readonly<Record<ApiName, FrontEnd>> = {
  calendar: classic(true),
  oauth2: classic(false),
  drive: transcoded('google.apps.drive.v3', { errorsList: 'always', takesApiKeys: true }),
  directory: transcoded('ccc.hosted.frontend.directory.v1', { errorsList: 'always' }),
  reports: transcoded('ccc.hosted.reporting.v1', { errorsList: 'always' }),
  sheets: transcoded('google.apps.sheets.v4', { takesApiKeys: true }),
  script: transcoded('google.apps.script.management.v1'),
  appsmarket: transcoded('google.apps.appsmarket.v2'),
  iamcredentials: transcoded('google.iam.credentials.v1'),
};

/** A message's or enum's full type name, such as `type.googleapis.com/google.apps.sheets.v4.ValueRange`. */
export const typeName = ({ protoPackage }: FrontEnd, name: string): string =>
  `type.googleapis.com/${protoPackage}.${name}`;
