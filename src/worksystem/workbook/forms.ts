/** The sheets that make up the work system. People may move their columns, but not rename the headings. */
import { tableForm, type Cells, type FieldOf } from '../../sheets/table';

const WHEN = 'yyyy-mm-dd hh:mm';
const DAY = 'yyyy-mm-dd';

export const ACTIVITY_TYPES = tableForm({
  title: 'Activity types',
  headings: {
    id: 'Type id',
    name: 'Name',
    isDefault: 'Default',
    isPersonal: 'Personal',
    isTask: 'Project task',
  },
  firstRows: [
    ['appointment', 'Appointment', true, false, false],
    ['meeting', 'Meeting', false, false, false],
    ['personal', 'Personal', false, true, false],
    ['task', 'Project task', false, false, true],
  ],
});

export const PEOPLE = tableForm({
  title: 'People',
  headings: {
    email: 'Email',
    givenName: 'First name',
    familyName: 'Last name',
    isActive: 'Active',
    title: 'Title',
    department: 'Department',
    manager: 'Manager',
    phone: 'Phone',
    orgUnitPath: 'Org unit',
    aliases: 'Email aliases',
    googleId: 'Google id',
    isOurs: 'Added by Tandem',
    id: 'Person id',
    isBookable: 'Takes appointments',
    hours: 'Working hours',
    calendars: 'Also busy in',
  },
  key: ['id'],
  widths: {
    email: 240,
    title: 160,
    department: 140,
    manager: 240,
    orgUnitPath: 160,
    googleId: 180,
    hours: 200,
    calendars: 240,
  },
});

/** For whole days, `end` is the last day, as people write it. */
export const ACTIVITIES = tableForm({
  title: 'Activities',
  headings: {
    name: 'Name',
    type: 'Type',
    owner: 'Owner',
    start: 'Start',
    end: 'End',
    isAllDay: 'All day',
    zone: 'Time zone',
    repeats: 'Repeats',
    location: 'Location',
    notes: 'Notes',
    isBusy: 'Busy',
    isTentative: 'Tentative',
    participants: 'Participants',
    organizer: 'Organizer',
    answer: 'Answer',
    series: 'Series',
    insteadOf: 'Instead of',
    reference: 'Client ID',
    externalId: 'From Google event',
    id: 'Activity id',
  },
  key: ['id'],
  formats: { start: WHEN, end: WHEN, insteadOf: DAY },
  widths: {
    ...{ name: 220, owner: 220, start: 130, end: 130, zone: 120, repeats: 200 },
    ...{ organizer: 180, series: 120, externalId: 200, id: 120 },
  },
});

export type ActivityField = FieldOf<typeof ACTIVITIES>;
export type ActivityCells = Cells<ActivityField>;

/** The columns that the first workbooks did not have. An existing sheet has them at its end, and no column of it moves. */
export const ADDED_TO_ACTIVITIES = [
  'repeats',
  'organizer',
  'answer',
  'series',
  'insteadOf',
] as const satisfies readonly (keyof typeof ACTIVITIES.headings)[];

/** Columns that came after those. */
export const ADDED_LATER = ['reference'] as const satisfies readonly ActivityField[];

/** When clients cannot book people: one row a block. Start and end are as the clocks in the person's zone show them. */
export const AVAILABILITY = tableForm({
  title: 'Availability',
  headings: {
    email: 'Person',
    start: 'Not available from',
    end: 'Until',
    zone: 'Time zone',
    why: 'Why',
    startUtc: 'From (UTC)',
    endUtc: 'Until (UTC)',
    userId: 'Google id',
    key: 'Row',
  },
  key: ['key'],
  formats: { start: WHEN, end: WHEN },
  widths: { email: 240, start: 150, end: 130, zone: 140, why: 170, startUtc: 180, endUtc: 180 },
  hidden: ['userId', 'key'],
  isFiltered: true,
});
