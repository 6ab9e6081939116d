import type { ControlAction } from './control-action';

/** Mails that somebody would have received, oldest first. */
export const outbox: ControlAction = ({ workspace }) => ({ mails: workspace.state.outbox });
