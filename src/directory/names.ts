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

/** The input with the address that somebody asks about. */
export const WHO_INPUT = 'who';
