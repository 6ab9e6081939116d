import type { ApiMethods } from '../api-method';
import { licenseMethods } from './licenses';

/** The methods of this API that the local Workspace answers. */
export const marketplaceMethods: ApiMethods = licenseMethods;
