import type { JsonObject } from '../api-method';
import type { Caller } from '../caller';
import { GoogleError } from '../google-error';
import { badRequest, fieldNotWritable } from './errors';
import type { DriveFile } from '../state/drive';

/** Fields of the File resource that only Drive sets. */
const OUTPUT_ONLY = [
  'kind',
  'version',
  'capabilities',
  'owners',
  'permissions',
  'permissionIds',
  'shared',
  'ownedByMe',
  'size',
  'md5Checksum',
  'sha1Checksum',
  'sha256Checksum',
  'quotaBytesUsed',
  'headRevisionId',
  'webViewLink',
  'webContentLink',
  'iconLink',
  'lastModifyingUser',
  'sharingUser',
  'spaces',
  'explicitlyTrashed',
  'isAppAuthorized',
  'exportLinks',
  'fileExtension',
  'fullFileExtension',
];

/** Fields that are stored as sent. */
const KEPT = [
  'folderColorRgb',
  'shortcutDetails',
  'contentRestrictions',
  'downloadRestrictions',
  'inheritedPermissionsDisabled',
];

/** @throws GoogleError 403 `fieldNotWritable` when the body sets a field that only Drive sets. */
export function refuseOutputOnly(body: JsonObject): void {
  if (OUTPUT_ONLY.some((name) => name in body && name !== 'kind')) throw fieldNotWritable();
}

/** Sets the plain metadata of a request: everything but folder, trash and content. Throws before it changes anything. */
export function applyMetadata(file: DriveFile, body: JsonObject, caller: Caller): void {
  const properties = merged(file.properties, body['properties']);
  const own = merged(file.appProperties[caller.clientId] ?? {}, body['appProperties']);
  if (typeof body['name'] === 'string') file.name = body['name'];
  if (typeof body['description'] === 'string') file.description = body['description'];
  if (typeof body['writersCanShare'] === 'boolean') file.writersCanShare = body['writersCanShare'];
  if (typeof body['copyRequiresWriterPermission'] === 'boolean')
    file.copyRequiresWriterPermission = body['copyRequiresWriterPermission'];
  file.properties = properties;
  if (Object.keys(own).length > 0) file.appProperties[caller.clientId] = own;
  else delete file.appProperties[caller.clientId];
  for (const name of KEPT) if (body[name] !== undefined) file.kept[name] = body[name];
}

const MOST_PROPERTIES_OF_AN_APP = 30;
const PROPERTY_BYTES = 124;

/**
 * Custom properties after an update: null clears one, those not named stay.
 *
 * @see https://developers.google.com/workspace/drive/api/guides/properties
 */
function merged(old: Readonly<Record<string, string>>, given: unknown): Record<string, string> {
  const properties = { ...old };
  if (typeof given !== 'object' || given === null) return properties;
  for (const [key, value] of Object.entries(given)) {
    if (value === null) delete properties[key];
    else properties[key] = requireShort(key, String(value));
  }
  if (Object.keys(properties).length > MOST_PROPERTIES_OF_AN_APP)
    throw new GoogleError(
      403,
      'propertiesLimitExceeded',
      'The number of properties has exceeded the limit.',
    );
  return properties;
}

function requireShort(key: string, value: string): string {
  if (Buffer.byteLength(key) + Buffer.byteLength(value) > PROPERTY_BYTES)
    throw badRequest('Property key and value together may have at most 124 bytes in UTF-8.');
  return value;
}

/** A date-time in the body as milliseconds. @throws GoogleError 400 when it is malformed. */
export function instantOf(body: JsonObject, name: string): number | undefined {
  const given = body[name];
  if (given === undefined || given === null) return undefined;
  const at = Date.parse(String(given));
  if (Number.isNaN(at))
    throw badRequest(`Invalid value for field ${name}: ${JSON.stringify(given)}`);
  return at;
}
