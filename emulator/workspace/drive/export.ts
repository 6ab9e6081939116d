import { NotEmulated } from '../../kit/not-emulated';
import { MediaAnswer, requiredParam, type ApiMethod } from '../api-method';
import { separatedText } from '../spreadsheet/csv-export';
import { requireFile } from './access';
import { auditAccess } from './audit';
import { badRequest, notExportable } from './errors';
import { isGoogleType, SPREADSHEET } from './mime-types';

const PAGE = 'https://developers.google.com/workspace/drive/api/guides/ref-export-formats';

const SEPARATORS: Readonly<Record<string, ',' | '\t'>> = {
  'text/csv': ',',
  'text/tab-separated-values': '\t',
};

/** Formats into which Google exports a spreadsheet and we do not. */
const OTHER_FORMATS = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/x-vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/pdf',
  'application/zip',
];

/**
 * `drive.files.export`: for a spreadsheet, its first sheet as text.
 *
 * @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/export
 */
export const exportFile: ApiMethod = (request, caller, workspace) => {
  const mimeType = requiredParam(request, 'mimeType');
  const file = requireFile(workspace, caller, requiredParam(request, 'fileId'), {
    role: 'reader',
    reach: 'drive.download',
  });
  if (!isGoogleType(file.mimeType)) throw notExportable();
  const separator = SEPARATORS[mimeType];
  if (file.mimeType !== SPREADSHEET || OTHER_FORMATS.includes(mimeType))
    throw new NotEmulated(`drive.files.export ${file.mimeType} as ${mimeType}`, PAGE);
  if (separator === undefined) throw badRequest('The requested conversion is not supported.');
  auditAccess(workspace, caller, file, 'download');
  const text = separatedText(workspace, file.id, separator);
  return new MediaAnswer(mimeType, new Uint8Array(Buffer.from(text)));
};
