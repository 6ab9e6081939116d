import type { ControlAction } from './control';

/** Mails that somebody would have received, oldest first. */
export const outbox: ControlAction = ({ workspace }) => ({ mails: workspace.state.outbox });
