import type { ApiMethods } from '../api-method';

/** The methods of this API that the local Workspace answers. */
export const sheetsMethods: ApiMethods = {};
