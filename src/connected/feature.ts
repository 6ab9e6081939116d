import type { Feature } from '../runs/feature';
import { connectedActions } from './actions';
import { CONNECTED, TITLE } from './names';
import type { ConnectedPorts } from './ports';

/** Who is connected, by whose decision (D24). */
export const connectedFeature: Feature<ConnectedPorts> = {
  name: 'connected',
  needs: { manifest: [], delegation: [] },
  places: [{ action: CONNECTED.show, title: TITLE, isForLater: true }],
  actions: connectedActions,
};
