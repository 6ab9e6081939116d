/** An organization's calendar settings, in the form in which they are saved. */
import {
  array,
  check,
  literal,
  nullable,
  object,
  optional,
  picklist,
  pipe,
  string,
  variant,
} from 'valibot';
import { decoderOf } from '../kit/decoder';
import type { SlotForm } from '../kit/slot';
import { BARE, templateFault, type Template } from './entry/added-text';
import { FIELDS } from './entry/fields';
import type { Field } from './entry/entry';
import type { Policy } from './entry/policy';
import { syncWindow } from './entry/sync-window';

export interface CalendarSettings {
  readonly winner: Policy['winner'];
  readonly privateEvents: Policy['privateEvents'];
  readonly specialEvents: Policy['specialEvents'];
  /** Whose activities go to Google; types made later are among `all` (S19). */
  readonly types:
    { readonly kind: 'all' } | { readonly kind: 'chosen'; readonly ids: readonly string[] };
  /** Overrides the work system's own default; null to use that. */
  readonly defaultTypeId: string | null;
  /** Whether events that Tandem makes say the client's ID (C17, C18). */
  readonly clientId: 'leave-out' | 'include';
  /** Texts of events that Tandem makes, with fields in braces: `templateFault`. */
  readonly titleTemplate: string;
  readonly notesTemplate: string;
}

/** All types until some are chosen; only the time of private events until an administrator decides otherwise. */
export const DEFAULT_SETTINGS: CalendarSettings = {
  winner: 'newest',
  privateEvents: 'busy',
  specialEvents: 'leave-out',
  types: { kind: 'all' },
  defaultTypeId: null,
  clientId: 'leave-out',
  titleTemplate: BARE.title,
  notesTemplate: BARE.notes,
};

type PrivateEvents = CalendarSettings['privateEvents'];

/** From the one that shows the most to the one that shows the least. */
const BY_OPENNESS: readonly PrivateEvents[] = ['full', 'busy', 'leave-out'];

/** Whether less of private events is shown under the first choice than under the second. */
export const isStricter = (now: PrivateEvents, before: PrivateEvents): boolean =>
  BY_OPENNESS.indexOf(now) > BY_OPENNESS.indexOf(before);

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
} as const;

export type SettingWords = typeof SETTING_WORDS;

const template = (of: 'title' | 'notes') =>
  pipe(
    string(),
    check((text) => templateFault(text, of) === null),
  );

const schema = object({
  winner: picklist(['google', 'work', 'newest']),
  privateEvents: picklist(['full', 'busy', 'leave-out']),
  specialEvents: picklist(['busy', 'leave-out']),
  types: variant('kind', [
    object({ kind: literal('all') }),
    object({ kind: literal('chosen'), ids: array(string()) }),
  ]),
  defaultTypeId: nullable(string()),
  clientId: optional(picklist(['leave-out', 'include']), 'leave-out'),
  titleTemplate: optional(template('title'), BARE.title),
  notesTemplate: optional(template('notes'), BARE.notes),
});

export const calendarSettings: SlotForm<CalendarSettings> = {
  key: 'calendar.settings',
  version: 1,
  decode: decoderOf<CalendarSettings>(schema),
};

/** An activity type of the work system. */
export interface ActivityType {
  readonly id: string;
  readonly name: string;
  readonly isTask: boolean;
  readonly isDefault: boolean;
  /** Whether others see only that the time is taken. */
  readonly isPersonal: boolean;
}

/** The ids of the types whose activities go to Google; project tasks never do (S4). */
export const syncedTypes = (
  { types }: Pick<CalendarSettings, 'types'>,
  known: readonly ActivityType[],
): string[] =>
  known
    .filter(({ id, isTask }) => !isTask && (types.kind === 'all' || types.ids.includes(id)))
    .map(({ id }) => id);

/** What these settings add to texts; null for nothing. */
export function templateOf(
  { clientId, titleTemplate, notesTemplate }: CalendarSettings,
  known: readonly ActivityType[],
): Template | null {
  const hasClientId = clientId === 'include';
  const isBare = titleTemplate === BARE.title && notesTemplate === BARE.notes;
  if (isBare && !hasClientId) return null;
  const namesType = `${titleTemplate} ${notesTemplate}`.includes('{type}');
  const typeNames = namesType ? Object.fromEntries(known.map(({ id, name }) => [id, name])) : {};
  return { title: titleTemplate, notes: notesTemplate, hasClientId, typeNames };
}

export interface Circumstances extends Partial<
  Pick<Policy, 'isSomebody' | 'isSynced' | 'choicesOf'>
> {
  readonly now: string;
  readonly held?: readonly Field[];
}

/** The policy for a plan; null when the work system has no type that a new activity could have. */
export function policyOf(
  settings: CalendarSettings,
  known: readonly ActivityType[],
  person: Policy['person'],
  { now, held = FIELDS, isSomebody = () => false, isSynced = () => false, ...of }: Circumstances,
): Policy | null {
  const { types, defaultTypeId, winner, privateEvents, specialEvents } = settings;
  const usable = known.filter(({ isTask }) => !isTask);
  const byDefault =
    usable.find(({ id }) => id === defaultTypeId) ??
    usable.find(({ isDefault }) => isDefault) ??
    usable.find(({ isPersonal }) => !isPersonal);
  if (!byDefault) return null;
  const template = templateOf(settings, known);
  return {
    ...{ winner, privateEvents, specialEvents },
    ...(template && { template }),
    types: {
      synced: usable
        .map(({ id }) => id)
        .filter((id) => types.kind === 'all' || types.ids.includes(id)),
      tasks: known.filter(({ isTask }) => isTask).map(({ id }) => id),
      defaultId: byDefault.id,
      personalId: usable.find(({ isPersonal }) => isPersonal)?.id ?? null,
    },
    held,
    window: syncWindow(now, person.zone),
    person,
    isSomebody,
    isSynced,
    ...of,
  };
}
