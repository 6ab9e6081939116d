import type { WorkspaceHost } from './host';
import type { Input } from './input';

/** One request that the control API can answer, in JSON. */
export type ControlAction = (host: WorkspaceHost, input: Input) => object;
