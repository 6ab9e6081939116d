import type { Role } from '../card/action';
import { INSTALL, type InstallAction } from './names';

/** Before an organization is set up, the checks are what finds out who is an administrator. Afterwards the role is. */
export const LEAST_ROLES: Readonly<Record<InstallAction, Role | 'everyone'>> = {
  [INSTALL.open]: 'auditor',
  [INSTALL.begin]: 'operator',
  [INSTALL.administrator]: 'operator',
  [INSTALL.ask]: 'operator',
  [INSTALL.find]: 'operator',
  [INSTALL.send]: 'operator',
  [INSTALL.remind]: 'operator',
  [INSTALL.withdraw]: 'operator',
  [INSTALL.finalize]: 'operator',
  [INSTALL.takeOver]: 'owner',
  [INSTALL.check]: 'operator',
  [INSTALL.health]: 'auditor',
  [INSTALL.pause]: 'operator',
  [INSTALL.resume]: 'operator',
  [INSTALL.changeAccount]: 'operator',
  [INSTALL.deputy]: 'owner',
  [INSTALL.saveDeputy]: 'owner',
  [INSTALL.acceptRestored]: 'owner',
  [INSTALL.demo]: 'owner',
  [INSTALL.promotion]: 'operator',
  [INSTALL.production]: 'owner',
  [INSTALL.early]: 'operator',
  [INSTALL.removeFormer]: 'owner',
  [INSTALL.keepFormer]: 'owner',
  // Google may have stopped telling who is an administrator: these two say what to do about that, and nothing else.
  [INSTALL.authorize]: 'everyone',
  [INSTALL.rights]: 'everyone',
};
