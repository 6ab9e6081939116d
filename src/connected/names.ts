/** Names of the actions of the page Connected people. */
export const CONNECTED = {
  show: 'connected.show',
  save: 'connected.save',
  start: 'connected.start',
  startAll: 'connected.start-all',
  policy: 'connected.policy',
  savePolicy: 'connected.save-policy',
} as const;

export const TITLE = 'Connected people';
