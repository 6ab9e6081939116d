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
import type { FieldWay, FieldWays } from './entry/field-ways';
import type { Way } from './entry/own-choices';
import type { Policy, Shown } from './entry/policy';
import { syncWindow } from './entry/sync-window';

export type { SettingWords } from './setting-words';

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
  /** Whether new events that Tandem makes take up the time, and who sees their details (TF26). */
  readonly shownAs: 'as-activity' | 'busy' | 'free';
  readonly visibility: 'default' | 'public' | 'private';
  /** Which way changes of a field go (TF18). Nobody is ever invited because of a participant. */
  readonly titleWay: Way;
  readonly notesWay: FieldWay;
  readonly locationWay: FieldWay;
  readonly participantsWay: 'to-work' | 'apart';
  /** Who may connect somebody: only they themself, or administrators too, for their work appointments alone (D24). */
  readonly whoConnects: 'person' | 'administrators';
}

export type FieldSettings = Pick<
  CalendarSettings,
  'titleWay' | 'notesWay' | 'locationWay' | 'participantsWay'
>;

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
  shownAs: 'as-activity',
  visibility: 'default',
  titleWay: 'both-ways',
  notesWay: 'both-ways',
  locationWay: 'both-ways',
  participantsWay: 'to-work',
  whoConnects: 'person',
};

type PrivateEvents = CalendarSettings['privateEvents'];

/** From the one that shows the most to the one that shows the least. */
const BY_OPENNESS: readonly PrivateEvents[] = ['full', 'busy', 'leave-out'];

/** Whether less of private events is shown under the first choice than under the second. */
export const isStricter = (now: PrivateEvents, before: PrivateEvents): boolean =>
  BY_OPENNESS.indexOf(now) > BY_OPENNESS.indexOf(before);

const template = (of: 'title' | 'notes') =>
  pipe(
    string(),
    check((text) => templateFault(text, of) === null),
  );

const fieldWay = optional(picklist(['both-ways', 'to-google', 'to-work', 'apart']), 'both-ways');

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
  shownAs: optional(picklist(['as-activity', 'busy', 'free']), 'as-activity'),
  visibility: optional(picklist(['default', 'public', 'private']), 'default'),
  titleWay: optional(picklist(['both-ways', 'to-google', 'to-work']), 'both-ways'),
  notesWay: fieldWay,
  locationWay: fieldWay,
  participantsWay: optional(picklist(['to-work', 'apart']), 'to-work'),
  whoConnects: optional(picklist(['person', 'administrators']), 'person'),
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

/** How these settings want new events to be shown; null where they want nothing. */
function shownOf({ shownAs, visibility }: CalendarSettings): Shown | null {
  if (shownAs === 'as-activity' && visibility === 'default') return null;
  return {
    ...(shownAs !== 'as-activity' && { busy: shownAs === 'busy' }),
    ...(visibility !== 'default' && { visibility }),
  };
}

/** The fields that do not go the usual way; null when all do. */
export function fieldWaysOf(settings: FieldSettings): FieldWays | null {
  const { titleWay: title, notesWay: notes, locationWay: location } = settings;
  const found = Object.entries({
    title,
    notes,
    location,
    participants: settings.participantsWay,
  }).filter(([field, way]) => way !== (field === 'participants' ? 'to-work' : 'both-ways'));
  return found.length === 0 ? null : (Object.fromEntries(found) as FieldWays);
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
  const shown = shownOf(settings);
  const fieldWays = fieldWaysOf(settings);
  return {
    ...{ winner, privateEvents, specialEvents },
    ...(template && { template }),
    ...(shown && { shown }),
    ...(fieldWays && { fieldWays }),
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
