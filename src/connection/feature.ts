import type { Feature } from '../runs/feature';
import { CONNECTION, connectionActions, type ConnectionPorts } from './actions';

export const connectionFeature: Feature<ConnectionPorts> = {
  name: 'connection',
  needs: { manifest: [], delegation: [] },
  places: [{ action: CONNECTION.show, title: 'Connection' }],
  actions: connectionActions,
};
