/** Names that the cards and actions of the Journal share. */

export const TITLE = 'Journal';

export const JOURNAL = {
  show: 'journal.show',
  save: 'journal.save',
} as const;

export const JOURNAL_DAYS_INPUT = 'journalDays';
export const RUNS_DAYS_INPUT = 'runsDays';
