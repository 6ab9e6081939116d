import type { Feature } from '../runs/feature';
import { auditActions, auditHome } from './actions';
import { auditNeeds } from './needs';
import type { AuditPorts } from './ports';

export const auditFeature: Feature<AuditPorts> = {
  name: 'audit',
  needs: auditNeeds,
  actions: auditActions,
  panels: { sheets: auditHome },
};
