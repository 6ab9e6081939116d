import type { Feature } from '../runs/feature';
import { connectionActions, type ConnectionPorts } from './actions';
import { CONNECTION } from './names';

export const connectionFeature: Feature<ConnectionPorts> = {
  name: 'connection',
  needs: { manifest: [], delegation: [] },
  places: [{ action: CONNECTION.show, title: 'Connection' }],
  actions: connectionActions,
};
