/** Names of the actions of this feature, as buttons carry them. */
export const CONNECTION = {
  show: 'connection.show',
  own: 'connection.own',
  saveKey: 'connection.saveKey',
  saveKeyless: 'connection.saveKeyless',
  use: 'connection.use',
  keyBefore: 'connection.keyBefore',
  dropKey: 'connection.dropKey',
  askRemove: 'connection.askRemove',
  remove: 'connection.remove',
  askLeave: 'connection.askLeave',
  leave: 'connection.leave',
  leaveNow: 'connection.leaveNow',
  stay: 'connection.stay',
} as const;
