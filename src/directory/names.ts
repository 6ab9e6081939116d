/** Names that cards and actions of the directory sync share. */

export const TITLE = 'People';

/** Actions of the closed table in app.ts. */
export const DO = {
  show: 'directory.show',
  look: 'directory.look',
  go: 'directory.go',
  leave: 'directory.leave',
  syncAll: 'directory.syncAll',
  again: 'directory.again',
  why: 'directory.why',
} as const;

/** What somebody typed to ask about a person: a name, an address, or a part of either. */
export const WHO_INPUT = 'who';

/** The address of a person who was chosen among several. */
export const CHOSEN_INPUT = 'chosen';
