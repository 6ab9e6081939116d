import type { Feature, FeatureJob } from '../runs/feature';
import { availabilityActions } from './actions';
import { ADMIN_TITLE, AVAILABILITY } from './names';
import { availabilityNeeds } from './needs';
import type { AvailabilityPorts, AvailabilityRunPorts } from './ports';
import {
  AVAILABILITY_JOB,
  availabilityIsDue,
  availabilityIsOff,
  availabilityPlace,
  availabilityWork,
  type Point,
} from './run';

const feed: FeatureJob<AvailabilityRunPorts, Point> = {
  name: AVAILABILITY_JOB,
  isOff: availabilityIsOff,
  isDue: availabilityIsDue,
  place: availabilityPlace,
  work: availabilityWork,
};

/** When people are busy, for whatever books appointments with them: from their calendars to the work system. */
export const availabilityFeature: Feature<AvailabilityPorts, AvailabilityRunPorts> = {
  name: 'availability',
  needs: availabilityNeeds,
  places: [{ action: AVAILABILITY.admin, title: ADMIN_TITLE, isForLater: true }],
  actions: availabilityActions,
  jobs: [feed],
};
