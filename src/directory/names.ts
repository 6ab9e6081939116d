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
  who: 'directory.who',
  units: 'directory.units',
  tryWho: 'directory.tryWho',
  saveWho: 'directory.saveWho',
} as const;

/** What somebody typed to ask about a person: a name, an address, or a part of either. */
export const WHO_INPUT = 'who';

/** Who takes part: everyone or only some, the lines that name them, the exceptions, and what becomes of those who leave. */
export const SCOPE_INPUTS = {
  everyone: 'everyone',
  takesPart: 'takesPart',
  except: 'except',
  leavers: 'leavers',
} as const;

/** The address of a person who was chosen among several. */
export const CHOSEN_INPUT = 'chosen';
