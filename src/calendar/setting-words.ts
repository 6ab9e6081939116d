/** How an organization's calendar settings are called, and what can be chosen. */

const WAYS = {
  'both-ways': 'Both ways',
  'to-google': 'Only from the work system',
  'to-work': 'Only from Google Calendar',
} as const;

const FIELD_WAYS = { ...WAYS, apart: 'Not at all' } as const;

/** The names of the settings and their choices, on the Admin page, in the sheet Settings and on people's cards. */
export const SETTING_WORDS = {
  winner: {
    name: 'When both sides changed the same',
    choices: {
      newest: 'The newest change wins',
      google: 'Google Calendar wins',
      work: 'The work system wins',
    },
  },
  privateEvents: {
    name: 'Private events',
    choices: {
      full: 'Copy everything',
      busy: 'Copy only that the time is taken',
      'leave-out': 'Leave out',
    },
  },
  specialEvents: {
    name: 'Focus time and out of office',
    choices: { 'leave-out': 'Leave out', busy: 'Copy only that the time is taken' },
  },
  types: { name: 'Activity types sent to Google Calendar' },
  defaultTypeId: { name: 'Type of new activities' },
  clientId: {
    name: 'Include the client ID in the event’s description',
    choices: { 'leave-out': 'No', include: 'Yes' },
  },
  titleTemplate: {
    name: 'Title of events that Tandem makes',
    meaning: '{title} exactly once; {type} and {reference} around it if you like',
  },
  notesTemplate: {
    name: 'Description of events that Tandem makes',
    meaning: '{notes} exactly once; {type} and {reference} around it if you like',
  },
  shownAs: {
    name: 'New events that Tandem makes are shown as',
    choices: { 'as-activity': 'As the activity says', busy: 'Always busy', free: 'Always free' },
  },
  visibility: {
    name: 'Visibility of new events that Tandem makes',
    choices: { default: 'As the calendar has it', public: 'Public', private: 'Private' },
  },
  titleWay: { name: 'Changes of titles', choices: WAYS },
  notesWay: { name: 'Changes of notes', choices: FIELD_WAYS },
  locationWay: { name: 'Changes of locations', choices: FIELD_WAYS },
  participantsWay: {
    name: 'Changes of guests',
    choices: { 'to-work': WAYS['to-work'], apart: FIELD_WAYS.apart },
  },
  whoConnects: {
    name: 'Who may connect people',
    choices: {
      person: 'Only each person, for themself',
      administrators: 'Administrators too, for work appointments',
    },
  },
} as const;

export type SettingWords = typeof SETTING_WORDS;
