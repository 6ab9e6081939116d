/**
 * Marked read-only in Discovery although the reference asks for them in requests.
 * @see https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/create
 */
const WRITABLE: ReadonlySet<string> = new Set(['Permission.emailAddress', 'Permission.domain']);

/** Whether a field of a request is left out because only Google writes it. */
export const isLeftOut = (
  schemaName: string,
  field: string,
  readOnly: boolean | undefined,
): boolean => readOnly === true && !WRITABLE.has(`${schemaName}.${field}`);
