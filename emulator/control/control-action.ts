import type { WorkspaceHost } from './host';
import type { Input } from './input';

/** One thing the control API can do. Answers JSON. */
export type ControlAction = (host: WorkspaceHost, input: Input) => object;
