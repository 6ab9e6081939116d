/** Names that the cards and actions of availability share. */

export const AVAILABILITY = {
  mine: 'availability.mine',
  day: 'availability.day',
  dayOf: 'availability.day-of',
  admin: 'availability.admin',
  save: 'availability.save',
  person: 'availability.person',
  find: 'availability.find',
} as const;

export const ADMIN_TITLE = 'Availability';
export const MINE_TITLE = 'What clients can book';

/** The input with the address of somebody whose week is wanted. */
export const WHO_INPUT = 'who';
