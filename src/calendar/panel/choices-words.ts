/** A person's choices in words. */
import { COLORS, OWN_KINDS, type OwnFilter } from '../entry/own-filter';
import type { Way } from '../entry/own-choices';

export const WAY_NAME: Readonly<Record<Way, string>> = {
  'both-ways': 'Both ways',
  'to-work': 'Only from Google Calendar to my work system',
  'to-google': 'Only from my work system to Google Calendar',
};

/** What the way means for edits, on either side. */
export const WAY_MEANS: Readonly<Record<Way, string>> = {
  'both-ways': 'Changes and deletions travel both ways.',
  'to-work':
    'Nothing is written in Google Calendar. When somebody edits a copy in your work system, the next run puts back what your event says, and your card shows the version that lost. A copy that is deleted there stays away.',
  'to-google':
    'Nothing is written in your work system. When you edit a copy in Google Calendar, the next run puts back what the activity says, and your card shows the version that lost. A copy that you delete stays away.',
};

export const OWN_PRIVACY: Readonly<Record<OwnFilter['privateEvents'], string>> = {
  'as-organization': 'As my organization chose',
  busy: 'At most the time',
  'leave-out': 'Leave out',
};

/** What a filter leaves out, one sentence each; empty for none. */
export const filterSentences = (filter: OwnFilter): string[] => [
  ...(filter.only.length > 0 ? [`Only events with ${oneOfWords(filter.only)} in the title.`] : []),
  ...(filter.except.length > 0
    ? [`No events with ${oneOfWords(filter.except)} in the title.`]
    : []),
  ...(filter.colors.length > 0
    ? [`No events of the color ${filter.colors.map((id) => COLORS[id]!).join(' or ')}.`]
    : []),
  ...(filter.kinds.length > 0
    ? [`Not copied: ${filter.kinds.map((kind) => OWN_KINDS[kind].toLowerCase()).join(', ')}.`]
    : []),
  ...(filter.privateEvents === 'busy' ? ['At most the time of private events.'] : []),
  ...(filter.privateEvents === 'leave-out' ? ['No private events.'] : []),
];

const oneOfWords = (words: readonly string[]): string =>
  words.map((word) => `“${word}”`).join(' or ');
