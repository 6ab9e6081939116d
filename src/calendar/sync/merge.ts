/** Three-way merge of one pair, field by field, against what both last agreed on. */
import type { Present } from '../entry/change';
import type { Entry, Field, Side } from '../entry/entry';
import { otherSide } from '../entry/entry';
import { FIELDS, sameField } from '../entry/fields';
import type { FieldWay } from '../entry/field-ways';
import { wayOf } from '../entry/own-choices';
import type { Policy } from '../entry/policy';

/** Where changes of a field go. */
export type Course = FieldWay;

export type Courses = Readonly<Record<Field, Course>>;

const coursesOf = (course: (field: Field) => Course): Courses =>
  FIELDS.reduce<Record<Field, Course>>(
    (courses, field) => ({ ...courses, [field]: course(field) }),
    {} as Record<Field, Course>,
  );

const MASKED: ReadonlySet<Field> = new Set<Field>(['title', 'location', 'notes']);

/** The courses for the kinds of pairs, computed once for each plan. */
export interface AllCourses {
  readonly usual: Courses;
  /**
   * For copies that Tandem made in Google: what it adds to their texts is decided by the work system's side. Whether they take up the
   * time is decided once where the organization has chosen that; after that the person decides.
   */
  readonly made: Courses;
  /** For pairs whose details in Google are hidden: what is shown instead never goes back to Google. */
  readonly masked: Courses;
  readonly oneWay: Courses;
  /** What counts as an edit that deleting a copy would lose, whichever way the person syncs. */
  readonly edits: Courses;
  /** Before anybody chose anything. */
  readonly whole: Courses;
}

/** A course that leads nowhere but along the given way. */
const along = (course: Course, way: FieldWay): Course =>
  way === 'both-ways' || course === way ? course : course === 'both-ways' ? way : 'apart';

/** For a person who syncs one way, no course leads to the side that gives (TF14); of single fields, the organization decides (TF18). */
export function allCourses({ held, types, person, shown, fieldWays = {} }: Policy): AllCourses {
  const own = wayOf(person);
  const isHeld = (field: Field): boolean =>
    field !== 'added' && held.includes(field) && (field !== 'private' || types.personalId !== null);
  const ofField = (field: Field): FieldWay => fieldWays[field] ?? 'both-ways';
  const whole = coursesOf((field) => {
    if (!isHeld(field)) return 'apart';
    return field === 'participants' ? 'to-work' : 'both-ways';
  });
  const usual = coursesOf((field) => along(whole[field], ofField(field)));
  const owned = (course: (field: Field) => Course): Courses =>
    coursesOf((field) => along(course(field), own));
  return {
    usual: owned((field) => usual[field]),
    made: owned((field) => {
      if (field === 'busy' && shown?.busy !== undefined) return 'apart';
      return field === 'added' ? 'to-google' : usual[field];
    }),
    masked: owned((field) => along(usual[field], MASKED.has(field) ? 'to-work' : 'both-ways')),
    edits: coursesOf((field) => (ofField(field) === 'apart' ? 'apart' : whole[field])),
    // Nobody but its organizer can say what a meeting is called.
    oneWay: owned((field) =>
      along(isHeld(field) ? 'to-work' : 'apart', field === 'title' ? 'both-ways' : ofField(field)),
    ),
    whole,
  };
}

/** Whether a change of a field on this side goes to the other one. */
const goesFrom = (side: Side, course: Course): boolean =>
  course === 'both-ways' || course === `to-${otherSide[side]}`;

/** Whether a side has a change that would be carried over. */
export const isChanged = (side: Side, now: Entry, base: Entry, courses: Courses): boolean =>
  now !== base &&
  FIELDS.some((field) => goesFrom(side, courses[field]) && !sameField(field, now, base));

/** Google's entry as both agree on it: of fields that go to Google alone, what the work system says. */
export function agreed(google: Entry, work: Entry, courses: Courses): Entry {
  const fields = FIELDS.filter((field) => courses[field] === 'to-google');
  return taking(
    google,
    work,
    fields.filter((field) => !sameField(field, google, work)),
  );
}

export interface Merged {
  /** The entry that each side should have. */
  readonly google: Entry;
  readonly work: Entry;
  /** The fields in which it differs from that. */
  readonly googleFields: readonly Field[];
  readonly workFields: readonly Field[];
  /** The fields that both sides changed differently. */
  readonly conflicts: readonly Field[];
}

/** @param base null when the two are paired for the first time: then an empty value gives way to the other one. */
export function merged(
  { google, work }: Readonly<Record<Side, Entry>>,
  base: Entry | null,
  courses: Courses,
  winner: Side,
): Merged {
  const fields = { google: [] as Field[], work: [] as Field[] };
  const conflicts: Field[] = [];
  for (const field of FIELDS) {
    const course = courses[field];
    if (course === 'apart' || sameField(field, google, work)) continue;
    const googleChanged = base === null ? !isEmpty(google[field]) : !sameField(field, google, base);
    const workChanged = base === null ? !isEmpty(work[field]) : !sameField(field, work, base);
    if (course !== 'both-ways') {
      const changed = { google: googleChanged, work: workChanged };
      const to = course === 'to-work' ? 'work' : 'google';
      // What was added to a text is never taken for what somebody wrote.
      const isSettled = base !== null || field === 'added';
      const isGiven = changed[otherSide[to]] || (base === null && field === 'added');
      if (isGiven && (isSettled || !changed[to])) fields[to].push(field);
      continue;
    }
    if (googleChanged && workChanged) conflicts.push(field);
    const from = googleChanged && workChanged ? winner : workChanged ? 'work' : 'google';
    fields[from === 'google' ? 'work' : 'google'].push(field);
  }
  return {
    google: agreed(taking(google, work, fields.google), work, courses),
    work: withGuests(taking(work, google, fields.work), work, base, fields.work),
    googleFields: fields.google,
    workFields: fields.work,
    conflicts,
  };
}

/** Guests who came or went in Google come or go in the work system; participants whom somebody entered there stay. */
function withGuests(
  after: Entry,
  { participants: before }: Entry,
  base: Entry | null,
  fields: readonly Field[],
): Entry {
  if (base === null || !fields.includes('participants')) return after;
  const there = new Set([...after.participants, ...base.participants].map(({ email }) => email));
  const entered = before.filter(({ email }) => !there.has(email));
  if (entered.length === 0) return after;
  const participants = [...after.participants, ...entered].sort((one, other) =>
    one.email < other.email ? -1 : 1,
  );
  return { ...after, participants };
}

const isEmpty = (value: Entry[Field]): boolean =>
  value === '' || value == null || (Array.isArray(value) && value.length === 0);

export function taking(entry: Entry, from: Entry, fields: readonly Field[]): Entry {
  if (fields.length === 0) return entry;
  const taken: Record<string, unknown> = {};
  for (const field of fields) taken[field] = from[field];
  return { ...entry, ...taken };
}

/** The side whose value wins. `newest` needs the times of both sides; without them, or if they are equal, Google wins. */
export function winnerOf(
  winner: Policy['winner'],
  google: Pick<Present, 'updatedAt'> | null,
  work: Pick<Present, 'updatedAt'> | null,
): Side {
  if (winner !== 'newest') return winner;
  const googleAt = google?.updatedAt ?? null;
  const workAt = work?.updatedAt ?? null;
  if (googleAt === null || workAt === null) return 'google';
  return Date.parse(workAt) > Date.parse(googleAt) ? 'work' : 'google';
}
