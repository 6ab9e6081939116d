/** A run in words, as people read it in the sheet Runs. */
import type { RunOutcome, RunRecord } from '../runs/ports';

export const OUTCOME_WORDS: Readonly<Record<RunOutcome, string>> = {
  running: 'Running',
  finished: 'Finished',
  continues: 'Goes on in the next run',
  failed: 'Failed',
  'cut-off': 'Cut off before it finished',
};

/** Jobs as the Admin page calls them; any other is shown by its own name. */
const JOB_WORDS: Readonly<Record<string, string>> = {
  directory: 'People',
  calendar: 'Calendars',
  journal: 'Journal',
  availability: 'Availability',
};

export const jobWords = (job: string): string => own(JOB_WORDS, job) ?? spaced(job);

type Phrase = readonly [one: string, many: string];

const COUNT_WORDS: Readonly<Record<string, Phrase>> = {
  people: ['person looked at', 'people looked at'],
  idle: ['person with nothing to do', 'people with nothing to do'],
  toGoogle: ['change to Google Calendar', 'changes to Google Calendar'],
  toWork: ['change to the work system', 'changes to the work system'],
  written: ['row written', 'rows written'],
  conflicts: ['conflict', 'conflicts'],
  held: ['person waits for a decision', 'people wait for a decision'],
  failed: ['failed', 'failed'],
  insert: ['brought in', 'brought in'],
  link: ['joined by address', 'joined by address'],
  update: ['changed', 'changed'],
  deactivate: ['deactivated', 'deactivated'],
  reactivate: ['active again', 'active again'],
  removed: ['old row removed', 'old rows removed'],
  noted: ['decision noted', 'decisions noted'],
  calls: ['call', 'calls'],
};

/** For example `3 people looked at, 1 conflict`; counts of 0 are left out. */
export const countsWords = (counts: RunRecord['counts']): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => {
      const [one, many] = own(COUNT_WORDS, name) ?? [spaced(name), spaced(name)];
      return `${count} ${count === 1 ? one : many}`;
    })
    .join(', ');

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.prototype.hasOwnProperty.call(table, name) ? table[name] : undefined;

/** `toGoogle` becomes `to google`. */
const spaced = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
