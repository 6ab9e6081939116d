import { GoogleError } from '../google-error';

/**
 * Drive's refusals, in its words.
 * @see https://developers.google.com/workspace/drive/api/guides/handle-errors
 */

/** A file that the caller may not see does not exist for them. */
export const fileNotFound = (fileId: string): GoogleError =>
  new GoogleError(404, 'notFound', `File not found: ${fileId}.`, {
    locationType: 'parameter',
    location: 'fileId',
  });

export const permissionNotFound = (permissionId: string): GoogleError =>
  new GoogleError(404, 'notFound', `Permission not found: ${permissionId}.`, {
    locationType: 'parameter',
    location: 'permissionId',
  });

export const insufficientRole = (): GoogleError =>
  new GoogleError(
    403,
    'insufficientFilePermissions',
    'The user does not have sufficient permissions for this file.',
  );

/** A reading scope lets the application see the file, but the person never opened it with the application. */
export const appNotAuthorized = (projectNumber: string | null, fileId: string): GoogleError =>
  new GoogleError(
    403,
    'appNotAuthorizedToFile',
    `The user has not granted the app ${projectNumber ?? ''} write access to the file ${fileId}.`,
  );

export const forbidden = (message: string, location?: string): GoogleError =>
  new GoogleError(
    403,
    'forbidden',
    message,
    location ? { locationType: 'parameter', location } : {},
  );

export const badRequest = (message: string): GoogleError =>
  new GoogleError(400, 'badRequest', message);

export const fieldNotWritable = (): GoogleError =>
  new GoogleError(
    403,
    'fieldNotWritable',
    'The resource body includes fields which are not directly writable.',
  );

export const notDownloadable = (): GoogleError =>
  new GoogleError(
    403,
    'fileNotDownloadable',
    'Only files with binary content can be downloaded. Use Export with Docs Editors files.',
    { locationType: 'parameter', location: 'alt' },
  );

export const notExportable = (): GoogleError =>
  new GoogleError(403, 'fileNotExportable', 'Export only supports Docs Editors files.');

export const invalidSharing = (sentence: string): GoogleError =>
  new GoogleError(400, 'invalidSharingRequest', `Bad Request. User message: "${sentence}"`);
