import type { Mark } from '../card/card';
import { doneText } from './done-section';
import type { DirectoryState } from './state';
import { freshnessText, grouped, peopleCounted } from './wording';

/** The directory sync in one line, for a page that shows all features. */
export interface Summary {
  readonly mark: Mark;
  readonly text: string;
  /** A smaller line; may be empty. */
  readonly below: string;
}

export function directorySummary(state: DirectoryState): Summary {
  switch (state.kind) {
    case 'never':
      return {
        mark: 'off',
        text: 'Nobody has been brought in yet',
        below: 'Look at what will happen first.',
      };
    case 'waiting':
      return { mark: 'waiting', text: 'A run begins soon', below: '' };
    case 'running':
      return {
        mark: 'waiting',
        text: 'A run is under way',
        below: state.point
          ? `${grouped(state.point.done)} of ${grouped(state.point.total)} people`
          : '',
      };
    case 'held':
      return {
        mark: 'waiting',
        text: 'Waits for you',
        below:
          state.outlook.hold.kind === 'first-run'
            ? 'Look at what the first run will do.'
            : 'A run was held before it wrote.',
      };
    case 'failed':
      return { mark: 'bad', text: 'The last run failed', below: freshnessText(state.freshness) };
    case 'done':
      return {
        mark: state.freshness.kind === 'behind' ? 'bad' : 'good',
        text: `${peopleCounted(state.good.users)} in step · ${doneText(state.good.counts)}`,
        below: freshnessText(state.freshness),
      };
  }
}
