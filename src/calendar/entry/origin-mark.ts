/** The mark by which an event is known as the copy of an activity. */
import type { Origin } from './change';
import type { GoogleEvent } from './google-event';

const ACTIVITY = 'tandemActivity';
const GENERATION = 'tandemGeneration';
/** Holds the event's own id: a copy that a person makes keeps the mark but has another id (D12). */
const EVENT = 'tandemEvent';

/** The private extended properties of an event that Tandem creates. */
export const originMark = (
  eventId: string,
  { id, generation }: Origin,
): Record<string, string> => ({
  [ACTIVITY]: id,
  [GENERATION]: String(generation),
  [EVENT]: eventId,
});

/** What an event was made from; null when a person made it, including by copying one of ours. */
export function originOfEvent({ id, extendedProperties }: GoogleEvent): Origin | null {
  const mark = extendedProperties?.private;
  const activity = mark?.[ACTIVITY];
  if (!mark || !activity || mark[EVENT] !== id) return null;
  const generation = Number(mark[GENERATION]);
  return { id: activity, generation: Number.isInteger(generation) ? generation : 1 };
}
