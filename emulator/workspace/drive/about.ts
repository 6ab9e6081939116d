import { GoogleError } from '../google-error';
import { numberParam, textParam, type ApiMethod } from '../api-method';
import { callingAccount, userResource } from './account';
import { fieldsOfAnswer } from './answer-fields';
import { selectFields } from './field-mask';
import { newFileId, ownerIdOf } from './files';
import { SPREADSHEET } from './mime-types';

/** `drive.about.get`: who asks and how much they store. `fields` is required. @see https://developers.google.com/workspace/drive/api/reference/rest/v3/about/get */
export const getAbout: ApiMethod = (request, caller, workspace) => {
  if (textParam(request, 'fields') === undefined)
    throw new GoogleError(400, 'required', "The 'fields' parameter is required for this method.", {
      locationType: 'parameter',
      location: 'fields',
    });
  const fields = fieldsOfAnswer(request);
  const me = callingAccount(caller);
  const usage = Object.values(workspace.state.drive.files)
    .filter((file) => ownerIdOf(file) === me.id)
    .flatMap(({ revisions }) => revisions)
    .reduce((sum, { content = '' }) => sum + Buffer.byteLength(content, 'base64'), 0);
  return selectFields(
    {
      kind: 'drive#about',
      user: userResource(workspace, me, me),
      storageQuota: { usage: String(usage), usageInDrive: String(usage), usageInDriveTrash: '0' },
      importFormats: { 'text/csv': [SPREADSHEET], 'text/tab-separated-values': [SPREADSHEET] },
      exportFormats: { [SPREADSHEET]: ['text/csv', 'text/tab-separated-values'] },
      maxImportSizes: { [SPREADSHEET]: '104857600' },
      maxUploadSize: '5242880000000',
      appInstalled: false,
      canCreateDrives: false,
    },
    fields,
  );
};

/** `drive.files.generateIds`: ids that a later create may use. @see https://developers.google.com/workspace/drive/api/reference/rest/v3/files/generateIds */
export const generateIds: ApiMethod = (request, _caller, workspace) => ({
  kind: 'drive#generatedIds',
  space: textParam(request, 'space') ?? 'drive',
  ids: Array.from({ length: numberParam(request, 'count') ?? 10 }, () =>
    newFileId(workspace, false),
  ),
});
