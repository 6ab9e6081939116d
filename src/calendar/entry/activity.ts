/** Converts the work system's activity to an Entry and back. */
import { fingerprint, type Hash, type Json } from '../../kit/canonical';
import type { Repeats, Unsaid } from '../../kit/recurrence/repeats';
import { zoneNamed } from '../../kit/zone-names';
import { addedBy } from './added-text';
import type { Change, Present } from './change';
import type { Entry, Field, Slot, When } from './entry';
import { allDayWhen, localWhen, withOffset, type BadTime } from './moments';
import type { Policy, TypePolicy } from './policy';
import { plainLine, plainText } from './text';
import type { Reason } from './why';

/** The parts of an activity that a person may change. */
export interface ActivityContent {
  readonly typeId: string;
  readonly name: string;
  readonly isAllDay: boolean;
  /** RFC 3339 with an offset, local time in `zone`, or a date. */
  readonly start: string;
  /** Exclusive, in the same form as `start`. */
  readonly end: string;
  /** IANA name. Empty for all-day activities, and where the work system has none: then the zone of the owner's calendar counts. */
  readonly zone: string;
  readonly location: string;
  readonly notes: string;
  readonly isBusy: boolean;
  readonly isTentative: boolean;
  /** Addresses. */
  readonly participants: readonly string[];
  /** How it repeats; null for what happens once; what is wrong if it cannot be read. The times are those of the first date. */
  readonly repeats: Repeats | Unsaid | null;
  /** Who organizes it, if it is a copy of somebody else's meeting; otherwise empty. */
  readonly organizer: string;
  /** The owner's answer to that; null when there is none. */
  readonly answer: Entry['answer'];
}

export type Times = Pick<ActivityContent, 'isAllDay' | 'start' | 'end' | 'zone'>;

export interface Activity extends ActivityContent {
  readonly id: string;
  /** Changes with the content: the work system's own version, or `activityVersion`. */
  readonly version: string;
  /** The owner's address. */
  readonly owner: string;
  /** For one date of a series that differs from the rest: the activity that repeats, and the date it takes the place of. */
  readonly slot: Slot | null;
  /** The client or customer that it is about, by the work system's own ID. Never written. */
  readonly reference?: string;
  /** The id of the Google event it was made from; null for all others. */
  readonly externalId: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** Times of day entered although "All day" is ticked: whichever of the two was entered last counts. */
  readonly besideBox?: Times;
}

/** The version of an activity whose work system has no versions. */
export const activityVersion = (content: ActivityContent, hash: Hash): string =>
  fingerprint(content as unknown as Json, hash);

/** Work systems want a name; Google does not. */
const NO_TITLE = '(no title)';

/** An activity as an entry, or what is wrong with its times or its rule. */
export function entryOfActivity(
  activity: ActivityContent,
  { types, person }: Pick<Policy, 'types' | 'person'>,
): Entry | BadTime | Unsaid {
  const when = whenOf(activity, person.zone);
  if (typeof when === 'string') return when;
  if (typeof activity.repeats === 'string') return activity.repeats;
  const title = plainLine(activity.name, 'title', 'work');
  return {
    title: title === NO_TITLE ? '' : title,
    when,
    recurrence: activity.repeats,
    private: types.personalId !== null && activity.typeId === types.personalId,
    busy: activity.isBusy,
    location: plainLine(activity.location, 'location', 'work'),
    notes: plainText(activity.notes, 'work'),
    participants: activity.participants
      .map((email) => ({ email: email.toLowerCase(), response: 'needsAction' as const }))
      .sort((one, other) => (one.email < other.email ? -1 : 1)),
    status: activity.isTentative ? 'tentative' : 'confirmed',
    organizer: plainLine(activity.organizer, 'title', 'work'),
    answer: activity.answer,
  };
}

function whenOf({ start, end, zone, isAllDay }: Times, fallback: string): When | BadTime {
  if (!start) return 'no-start';
  if (!end) return 'no-end';
  if (isAllDay) return allDayWhen(start.slice(0, 10), end.slice(0, 10));
  if (zone !== '' && zoneNamed(zone) === null) return 'unknown-zone';
  return localWhen([start, end], zone, fallback);
}

type LeftOut = Extract<Change, { readonly kind: 'left-out' }>;

/** An activity as a change on the work system's side. */
export function changeOfActivity(activity: Activity, policy: Policy): Change {
  const { id, version } = activity;
  const owner = activity.owner.toLowerCase();
  const said = changeOfContent(activity, policy);
  if (policy.person.addresses.includes(owner)) return said;
  if (!policy.isSomebody(owner)) return { kind: 'left-out', id, version, reason: 'owner-unknown' };
  return { kind: 'handed-over', id, version, present: said.kind === 'present' ? said : null };
}

function changeOfContent(activity: Activity, policy: Policy): Present | LeftOut {
  const { id, version, typeId } = activity;
  const reason = reasonAgainst(activity, policy);
  if (reason !== null) return { kind: 'left-out', id, version, reason };
  const bare = entryOfActivity(activity, policy);
  if (typeof bare === 'string') return { kind: 'left-out', id, version, reason: bare };
  const entry = withTemplate(bare, activity, policy);
  const { externalId, updatedAt, createdAt, besideBox } = activity;
  return {
    kind: 'present',
    id,
    version,
    entry,
    slot: activity.slot,
    ...(besideBox && typedBeside(besideBox, entry, policy)),
    origin: externalId === null ? null : { id: externalId, generation: 1 },
    writable: true,
    unsent: policy.types.synced.includes(typeId) ? null : 'type-not-synced',
    updatedAt,
    createdAt,
  };
}

function withTemplate(entry: Entry, activity: Activity, { template }: Policy): Entry {
  const added = template && addedBy(template, activity);
  return added ? { ...entry, added } : entry;
}

function typedBeside(
  times: Times,
  entry: Entry,
  { person }: Policy,
): Pick<Present, 'besideBox'> | null {
  const when = whenOf(times, person.zone);
  if (typeof when === 'string') return null;
  return { besideBox: { entry: { ...entry, when }, key: besideBoxKey(times) } };
}

/** A text that identifies these times. */
export const besideBoxKey = ({ start, end, zone }: Times): string => `${start} ${end} ${zone}`;

function reasonAgainst(activity: Activity, { types }: Policy): Reason | null {
  if (types.tasks.includes(activity.typeId)) return 'project-task';
  return activity.slot !== null && activity.repeats !== null ? 'repeating-exception' : null;
}

/** How each field is written into an activity. */
const WRITTEN: {
  readonly [F in Field]: (entry: Entry, types: TypePolicy) => Partial<ActivityContent>;
} = {
  title: ({ title }) => ({ name: title || NO_TITLE }),
  when: ({ when }) => writtenTimes(when),
  recurrence: ({ recurrence }) => ({ repeats: recurrence }),
  private: (entry, types) => ({ typeId: typeOf(entry, types) }),
  busy: ({ busy }) => ({ isBusy: busy }),
  location: ({ location }) => ({ location }),
  notes: ({ notes }) => ({ notes }),
  participants: ({ participants }) => ({ participants: participants.map(({ email }) => email) }),
  status: ({ status }) => ({ isTentative: status === 'tentative' }),
  organizer: ({ organizer }) => ({ organizer }),
  answer: ({ answer }) => ({ answer }),
  added: () => ({}),
};

/** The type marked as personal for private entries, if there is one; the default type for all others (S21, S22). */
const typeOf = (entry: Entry, { personalId, defaultId }: TypePolicy): string =>
  entry.private && personalId !== null ? personalId : defaultId;

/** The content that a patch sets. It touches nothing else, so an activity keeps its type unless privacy changed. */
export const activityPatch = (
  entry: Entry,
  fields: readonly Field[],
  types: TypePolicy,
): Partial<ActivityContent> =>
  fields.reduce<Partial<ActivityContent>>(
    (patch, field) => ({ ...patch, ...WRITTEN[field](entry, types) }),
    {},
  );

/** A new activity with all its content. */
export const activityOfEntry = (entry: Entry, types: TypePolicy): ActivityContent => ({
  typeId: typeOf(entry, types),
  name: entry.title || NO_TITLE,
  ...writtenTimes(entry.when),
  location: entry.location,
  notes: entry.notes,
  isBusy: entry.busy,
  isTentative: entry.status === 'tentative',
  participants: entry.participants.map(({ email }) => email),
  repeats: entry.recurrence,
  organizer: entry.organizer,
  answer: entry.answer,
});

const writtenTimes = (when: When): Pick<ActivityContent, 'isAllDay' | 'start' | 'end' | 'zone'> =>
  when.kind === 'all-day'
    ? { isAllDay: true, start: when.start, end: when.end, zone: '' }
    : {
        isAllDay: false,
        start: withOffset(when.start),
        end: withOffset(when.end),
        zone: when.start.zone,
      };
