/** Names of the actions of this feature, as buttons carry them. */
export const INSTALL = {
  open: 'install.open',
  begin: 'install.begin',
  administrator: 'install.administrator',
  ask: 'install.ask',
  finalize: 'install.finalize',
  takeOver: 'install.takeOver',
  check: 'install.check',
  authorize: 'install.authorize',
  rights: 'install.rights',
  changeAccount: 'install.changeAccount',
  deputy: 'install.deputy',
  saveDeputy: 'install.saveDeputy',
  acceptRestored: 'install.acceptRestored',
} as const;

export type InstallAction = (typeof INSTALL)[keyof typeof INSTALL];
