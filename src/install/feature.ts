import type { Feature } from '../runs/feature';
import { installActions, type InstallParts } from './actions';
import { INSTALL } from './names';
import { installNeeds } from './needs';

export const installFeature: Feature<InstallParts> = {
  name: 'install',
  needs: installNeeds,
  places: [{ action: INSTALL.open, title: 'Integrations', isAlways: true }],
  actions: installActions,
};
