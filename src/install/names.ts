/** Names of the actions of this feature, as buttons carry them. */
export const INSTALL = {
  open: 'install.open',
  begin: 'install.begin',
  administrator: 'install.administrator',
  ask: 'install.ask',
  find: 'install.find',
  send: 'install.send',
  remind: 'install.remind',
  withdraw: 'install.withdraw',
  finalize: 'install.finalize',
  takeOver: 'install.takeOver',
  check: 'install.check',
  health: 'install.health',
  pause: 'install.pause',
  resume: 'install.resume',
  authorize: 'install.authorize',
  rights: 'install.rights',
  changeAccount: 'install.changeAccount',
  deputy: 'install.deputy',
  saveDeputy: 'install.saveDeputy',
  acceptRestored: 'install.acceptRestored',
  demo: 'install.demo',
  promotion: 'install.promotion',
  production: 'install.production',
  early: 'install.early',
  removeFormer: 'install.removeFormer',
  keepFormer: 'install.keepFormer',
} as const;

export type InstallAction = (typeof INSTALL)[keyof typeof INSTALL];

/** Whom to ask: a name, an address, or a part of either. */
export const WHO_INPUT = 'who';

/** The address of the colleague who was chosen. */
export const TO_INPUT = 'to';
