import { apiMethodDescription, DOCUMENTS } from '../../discovery/discovery';
import { textParam, type ApiRequest } from '../api-method';
import { parseFieldMask, selectFields, unknownField, type FieldTree } from '../drive/field-mask';
import { GoogleError } from '../google-error';

/**
 * The fields that a call of the Sheets API returns: all unless the request selects some.
 *
 * @throws GoogleError 400 for a field that the answer does not have.
 */
export function fieldsOfAnswer(request: ApiRequest): FieldTree {
  const text = textParam(request, 'fields');
  if (text === undefined || text === '' || text === '*') return true;
  const response = apiMethodDescription(request.methodId)!.response!;
  const { schemas } = DOCUMENTS.sheets;
  let tree: FieldTree;
  try {
    tree = parseFieldMask(text);
  } catch {
    throw noSuchField(text);
  }
  const unknown = unknownField(tree, schemas[response], schemas);
  if (unknown !== undefined) throw noSuchField(unknown);
  return tree;
}

/** An answer with only the requested fields. */
export const answerFields = (request: ApiRequest, answer: object): object =>
  selectFields(answer, fieldsOfAnswer(request));

const noSuchField = (path: string): GoogleError =>
  new GoogleError(400, 'badRequest', 'Request contains an invalid argument.', {
    status: 'INVALID_ARGUMENT',
    fieldViolations: [
      {
        field: path,
        description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${path}'.`,
      },
    ],
  });
