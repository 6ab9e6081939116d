/** Which of their own events a person lets into the work system (TF15). Nothing is filtered until they choose so. */
import { array, maxLength, object, picklist, pipe, string } from 'valibot';
import { originOfEvent } from './origin-mark';
import type { GoogleEvent } from './google-event';

export interface OwnFilter {
  /** Parts of titles. If there are any, only events with one of them in their title are copied. */
  readonly only: readonly string[];
  /** Events with one of these in their title are left out. */
  readonly except: readonly string[];
  /** Google's color ids of events that are left out. Events in their calendar's color have none. */
  readonly colors: readonly string[];
  readonly kinds: readonly OwnKind[];
  /** Never shows more of private events than the organization allows. */
  readonly privateEvents: 'as-organization' | 'busy' | 'leave-out';
  /** What becomes of the activities that Tandem made from what is left out now. */
  readonly copies: 'keep' | 'remove';
}

/** What can be left out, in the words of the card. */
export const OWN_KINDS = {
  'all-day': 'All-day events',
  focusTime: 'Focus time',
  outOfOffice: 'Out of office',
} as const;

export type OwnKind = keyof typeof OWN_KINDS;

/**
 * Google Calendar's names of its event colors.
 *
 * @see https://developers.google.com/workspace/calendar/api/v3/reference/colors/get
 */
export const COLORS: Readonly<Record<string, string>> = {
  11: 'Tomato',
  4: 'Flamingo',
  6: 'Tangerine',
  5: 'Banana',
  2: 'Sage',
  10: 'Basil',
  7: 'Peacock',
  9: 'Blueberry',
  1: 'Lavender',
  3: 'Grape',
  8: 'Graphite',
};

export const NO_FILTER: OwnFilter = {
  only: [],
  except: [],
  colors: [],
  kinds: [],
  privateEvents: 'as-organization',
  copies: 'keep',
};

/** A filter waits in a wish, which has to be short. */
export const MOST_WORDS = 10;
export const WORD_CHARACTERS = 30;

const words = pipe(array(pipe(string(), maxLength(WORD_CHARACTERS))), maxLength(MOST_WORDS));

export const ownFilterForm = object({
  only: words,
  except: words,
  colors: array(picklist(Object.keys(COLORS))),
  kinds: array(picklist(Object.keys(OWN_KINDS) as OwnKind[])),
  privateEvents: picklist(['as-organization', 'busy', 'leave-out']),
  copies: picklist(['keep', 'remove']),
});

/**
 * What leaves an event out, in words that follow "your filter"; null when the filter lets it through. One date of a series is not
 * judged by itself: it goes with its series. Copies of activities are not from Google, so they always pass.
 */
export function leftOutBy(event: GoogleEvent, filter: OwnFilter): string | null {
  if (filter === NO_FILTER || originOfEvent(event) !== null) return null;
  const title = (event.summary ?? '').toLowerCase();
  const found = filter.except.find((word) => title.includes(word.toLowerCase()));
  if (found !== undefined) return `its title contains “${found}”`;
  if (filter.only.length > 0 && !filter.only.some((word) => title.includes(word.toLowerCase())))
    return `its title contains none of ${filter.only.map((word) => `“${word}”`).join(', ')}`;
  const color = event.colorId ?? '';
  if (filter.colors.includes(color)) return `its color is ${COLORS[color]!}`;
  const { eventType = 'default' } = event;
  const kind = filter.kinds.find((one) =>
    one === 'all-day' ? Boolean(event.start?.date) : one === eventType,
  );
  return kind === undefined ? null : KIND_WORDS[kind];
}

const KIND_WORDS: Readonly<Record<OwnKind, string>> = {
  'all-day': 'it lasts all day',
  focusTime: 'it is focus time',
  outOfOffice: 'it is out of office',
};
