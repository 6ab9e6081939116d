import type { Feature } from '../runs/feature';
import { installActions, type InstallParts } from './actions';
import { installHealth, type InstallRunPorts } from './checkup';
import { INSTALL } from './names';
import { installNeeds } from './needs';

export const installFeature: Feature<InstallParts, InstallRunPorts> = {
  name: 'install',
  needs: installNeeds,
  places: [{ action: INSTALL.open, title: 'Integrations', isAlways: true }],
  actions: installActions,
  health: installHealth,
};
