import type { Feature, FeatureJob } from '../runs/feature';
import { journalActions } from './actions';
import { JOURNAL, TITLE } from './names';
import type { JournalPorts, JournalRunPorts } from './ports';
import { JOURNAL_JOB, journalIsDue, journalPlace, journalWork, type Point } from './run';

const upkeep: FeatureJob<JournalRunPorts, Point> = {
  name: JOURNAL_JOB,
  isDue: journalIsDue,
  place: journalPlace,
  work: journalWork,
};

/** What Tandem did and what was decided about it, for people to read; and for how long it is kept. */
export const journalFeature: Feature<JournalPorts, JournalRunPorts> = {
  name: 'journal',
  needs: { manifest: [], delegation: [] },
  places: [{ action: JOURNAL.show, title: TITLE, isForLater: true }],
  actions: journalActions,
  jobs: [upkeep],
};
