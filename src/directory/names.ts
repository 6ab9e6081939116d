/** Names that cards and actions of the directory sync share. */

export const TITLE = 'People';

/** Actions of the closed table in app.ts. */
export const DO = {
  show: 'directory.show',
  look: 'directory.look',
  go: 'directory.go',
  syncAll: 'directory.syncAll',
  again: 'directory.again',
  why: 'directory.why',
} as const;

/** The input with the address somebody asks about. */
export const WHO_INPUT = 'who';

/** Says which preview somebody says go to. */
export const AT_PARAMETER = 'at';
