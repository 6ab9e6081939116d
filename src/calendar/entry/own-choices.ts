/** What a person chose about their own sync, beyond having it on (TF14, TF16). */
import { array, object, string } from 'valibot';
import { decoderOf } from '../../kit/decoder';

export interface OwnChoices {
  /** When they last chose something else: everything is read again after that. Empty for never. */
  readonly at: string;
  /** Google's ids of the events that they do not want synced; of a series, its own. */
  readonly leftOut: readonly string[];
}

export const NO_CHOICES: OwnChoices = { at: '', leftOut: [] };

/** Some of a person's choices, made anew. */
export interface NewChoices {
  readonly events: readonly { readonly id: string; readonly isLeftOut: boolean }[];
}

/** The most events that one person can leave out one by one: they have to fit into a cell. */
export const MOST_LEFT_OUT = 200;

const decode = decoderOf<OwnChoices>(object({ at: string(), leftOut: array(string()) }));

/** Saved choices as they were; none if the data is anything else. */
export const choicesOf = (data: unknown): OwnChoices => decode(data) ?? NO_CHOICES;

/** The choices after the new ones; the same object when nothing is different. */
export function withChoices(before: OwnChoices, { events }: NewChoices, at: string): OwnChoices {
  const leftOut = withEvents(before.leftOut, events);
  return leftOut === before.leftOut ? before : { at, leftOut };
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

/** The id by which an event is left out: a date of a series goes with its series. */
export const choiceIdOf = ({
  id,
  recurringEventId,
}: {
  readonly id: string;
  readonly recurringEventId?: string;
}): string => recurringEventId ?? id;
