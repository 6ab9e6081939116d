/** The one list of features. A new one is its folder and a line here. */
import { auditFeature } from '../audit/feature';
import { availabilityFeature } from '../availability/feature';
import { calendarFeature } from '../calendar/feature';
import { connectedFeature } from '../connected/feature';
import { connectionFeature } from '../connection/feature';
import { directoryFeature } from '../directory/feature';
import { installFeature } from '../install/feature';
import { journalFeature } from '../journal/feature';
import { auditPorts } from './audit-ports';
import { availabilityPorts, availabilityRunPorts } from './availability-ports';
import { calendarPorts, calendarRunPorts } from './calendar-ports';
import { connectedPorts } from './connected-ports';
import { connectionPorts } from './connection-ports';
import { directoryPorts, directoryRunPorts } from './directory-ports';
import { installPorts, installRunPorts } from './install-ports';
import { journalPorts, journalRunPorts } from './journal-ports';
import { mounted, type Mounted } from './mounted';

/** @param more further features, for example of a test. */
export function mountFeatures(more: readonly Mounted[] = []): readonly Mounted[] {
  const all: readonly Mounted[] = [
    mounted(
      installFeature,
      (execution) => installPorts(execution, all),
      (round) => installRunPorts(round, all),
    ),
    mounted(directoryFeature, directoryPorts, directoryRunPorts),
    mounted(calendarFeature, calendarPorts, calendarRunPorts),
    mounted(connectedFeature, connectedPorts),
    mounted(availabilityFeature, availabilityPorts, availabilityRunPorts),
    mounted(connectionFeature, (execution) => connectionPorts(execution, all)),
    mounted(auditFeature, auditPorts),
    mounted(journalFeature, journalPorts, journalRunPorts),
    ...more,
  ];
  return all;
}

export const FEATURES = mountFeatures();
