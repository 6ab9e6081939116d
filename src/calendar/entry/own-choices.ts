/** What a person chose about their own sync, beyond having it on (TF14-TF16). */
import { array, object, optional, picklist, string } from 'valibot';
import { decoderOf } from '../../kit/decoder';
import { isPrivate, type GoogleEvent } from './google-event';
import { leftOutBy, NO_FILTER, ownFilterForm, type OwnFilter } from './own-filter';

/** Where changes go (TF14). */
export type Way = 'both-ways' | 'to-work' | 'to-google';

/** What applies to everything that is synced. */
export interface OwnRules {
  readonly way: Way;
  readonly filter: OwnFilter;
}

export const NO_RULES: OwnRules = { way: 'both-ways', filter: NO_FILTER };

export interface OwnChoices {
  /** When they last chose something else: everything is read again after that. Empty for never. */
  readonly at: string;
  /** Google's ids of the events that they do not want synced; of a series, its own. */
  readonly leftOut: readonly string[];
  /** Absent until they choose any. */
  readonly rules?: OwnRules | undefined;
  /** Marks of the pairs that they said are one entry when they turned the sync on. */
  readonly same?: string | undefined;
}

export const NO_CHOICES: OwnChoices = { at: '', leftOut: [] };

/** Some of a person's choices, made anew. */
export interface NewChoices {
  readonly events: readonly { readonly id: string; readonly isLeftOut: boolean }[];
  readonly rules?: OwnRules | undefined;
}

/** The most events that one person can leave out one by one: they have to fit into a cell. */
export const MOST_LEFT_OUT = 200;

export const ownRulesForm = object({
  way: picklist(['both-ways', 'to-work', 'to-google']),
  filter: ownFilterForm,
});

const decode = decoderOf<OwnChoices>(
  object({
    at: string(),
    leftOut: array(string()),
    rules: optional(ownRulesForm),
    same: optional(string()),
  }),
);

/** Saved choices as they were; none if the data is anything else. */
export const choicesOf = (data: unknown): OwnChoices => decode(data) ?? NO_CHOICES;

interface Choosing {
  readonly choices?: OwnChoices | undefined;
}

export const wayOf = ({ choices }: Choosing): Way => choices?.rules?.way ?? 'both-ways';

export const filterOf = ({ choices }: Choosing): OwnFilter => choices?.rules?.filter ?? NO_FILTER;

/** The choices after the new ones; the same object when nothing is different. */
export function withChoices(
  before: OwnChoices,
  { events, rules }: NewChoices,
  at: string,
): OwnChoices {
  const leftOut = withEvents(before.leftOut, events);
  const isSame = !rules || JSON.stringify(rules) === JSON.stringify(before.rules ?? NO_RULES);
  if (leftOut === before.leftOut && isSame) return before;
  const kept = rules ?? before.rules;
  return { ...before, at, leftOut, ...(kept && { rules: kept }) };
}

export function withEvents(
  before: readonly string[],
  events: NewChoices['events'],
): readonly string[] {
  return events.reduce<readonly string[]>((leftOut, { id, isLeftOut }) => {
    if (leftOut.includes(id) === isLeftOut) return leftOut;
    return isLeftOut ? [...leftOut, id] : leftOut.filter((one) => one !== id);
  }, before);
}

/**
 * Whether the choices of the person who organizes a meeting keep it out of the work system, as far as a guest's copy of the event
 * shows: its color is each calendar's own.
 */
export function isKeptOut(meeting: GoogleEvent, choices: OwnChoices): boolean {
  const { way, filter } = choices.rules ?? NO_RULES;
  if (way === 'to-google' || choices.leftOut.includes(choiceIdOf(meeting))) return true;
  if (filter.privateEvents === 'leave-out' && isPrivate(meeting.visibility)) return true;
  return filter !== NO_FILTER && leftOutBy(meeting, { ...filter, colors: [] }) !== null;
}

/** The id by which an event is left out: a date of a series goes with its series. */
export const choiceIdOf = ({
  id,
  recurringEventId,
}: {
  readonly id: string;
  readonly recurringEventId?: string;
}): string => recurringEventId ?? id;
