import type { Feature, FeatureJob } from '../runs/feature';
import { directoryActions, hasBegun, type DirectoryPorts } from './actions';
import { directoryIsDue } from './due';
import { DO, TITLE } from './names';
import { directoryNeeds } from './needs';
import { DIRECTORY_JOB, directoryPoint, type Point } from './point';
import type { DirectoryRunPorts } from './run-ports';
import { directoryWork } from './work';
import { slot } from '../kit/slot';

const fullRun: FeatureJob<DirectoryRunPorts, Point> = {
  name: DIRECTORY_JOB,
  isDue: directoryIsDue,
  place: ({ store }) => slot(store, directoryPoint),
  work: directoryWork,
};

export const directoryFeature: Feature<DirectoryPorts, DirectoryRunPorts> = {
  name: 'directory',
  needs: directoryNeeds,
  places: [{ action: DO.show, title: TITLE }],
  step: { text: 'Bring your people in', action: DO.look, isDone: hasBegun },
  actions: directoryActions,
  jobs: [fullRun],
};
