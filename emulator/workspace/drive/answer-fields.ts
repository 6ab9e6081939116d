import { apiMethodDescription, DOCUMENTS } from '../../discovery/discovery';
import { textParam, type ApiRequest } from '../api-method';
import { GoogleError } from '../google-error';
import { parseFieldMask, unknownField, type FieldTree } from './field-mask';

const FILE = 'kind,id,name,mimeType';
const PERMISSION = 'kind,id,type,role';
const REVISION = 'kind,id,mimeType,modifiedTime';

/** The fields that Drive v3 returns when `fields` is not set. */
const DEFAULT_FIELDS: Readonly<Record<string, string>> = {
  File: FILE,
  FileList: `kind,incompleteSearch,nextPageToken,files(${FILE})`,
  Permission: PERMISSION,
  PermissionList: `kind,nextPageToken,permissions(${PERMISSION})`,
  Revision: REVISION,
  RevisionList: `kind,nextPageToken,revisions(${REVISION})`,
  ChangeList: `kind,nextPageToken,newStartPageToken,changes(kind,type,changeType,time,removed,fileId,file(${FILE}))`,
};

/**
 * The fields that a call of the Drive API returns: those asked for, else Drive's default ones.
 *
 * @throws GoogleError 400 for a field that the resource does not have.
 */
export function fieldsOfAnswer(request: ApiRequest): FieldTree {
  const response = apiMethodDescription(request.methodId)?.response ?? '';
  const asked = textParam(request, 'fields');
  const text = asked ?? DEFAULT_FIELDS[response] ?? '*';
  const cached = checked.get(`${response} ${text}`);
  if (cached) return cached;
  const tree = toTree(text);
  const { schemas } = DOCUMENTS.drive;
  const unknown = unknownField(tree, schemas[response], schemas);
  if (unknown !== undefined) throw invalidSelection(unknown.split('.').at(-1)!);
  checked.set(`${response} ${text}`, tree);
  return tree;
}

/** Masks that were found valid, by response and text: programs use the same ones over and over. */
const checked = new Map<string, FieldTree>();

function toTree(text: string): FieldTree {
  try {
    return parseFieldMask(text);
  } catch {
    throw invalidSelection(text);
  }
}

const invalidSelection = (field: string): GoogleError =>
  new GoogleError(400, 'invalidParameter', `Invalid field selection ${field}`, {
    locationType: 'parameter',
    location: 'fields',
  });
