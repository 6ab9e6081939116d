/** The mark by which an event is known as the copy of an activity. */
import type { Origin } from './change';

/** What of an event tells its mark. */
interface MarkedEvent {
  readonly id: string;
  readonly recurringEventId?: string;
  readonly visibility?: string;
  readonly extendedProperties?: { readonly private?: Readonly<Record<string, string>> };
}

const ACTIVITY = 'tandemActivity';
const GENERATION = 'tandemGeneration';
/** Holds the event's own id: a copy that a person makes keeps the mark but has another id (D12). */
const EVENT = 'tandemEvent';
/** Holds the name of the environment of the work system in which the copy was made (D22). */
const ENVIRONMENT = 'tandemEnvironment';

/** Earlier releases did not mark the environment, and knew only this one. */
const PRODUCTION = 'production';

/** The private extended properties of an event that Tandem creates. */
export const originMark = (
  eventId: string,
  { id, generation }: Origin,
  environment = PRODUCTION,
): Record<string, string> => ({
  [ACTIVITY]: id,
  [GENERATION]: String(generation),
  [EVENT]: eventId,
  [ENVIRONMENT]: environment,
});

/** In which environment of the work system the copy was made; null for what Tandem did not make. */
export const environmentOfEvent = (event: MarkedEvent): string | null =>
  originOfEvent(event) === null
    ? null
    : (event.extendedProperties?.private?.[ENVIRONMENT] ?? PRODUCTION);

const SHOWN = 'tandemShown';

/** Notes that Tandem has chosen this visibility: then it says nothing about the entry. Empty to take the note back. */
export const shownMark = (visibility: string): Record<string, string> => ({ [SHOWN]: visibility });

/** Whether an event is private only because that is how the organization wants new events to be shown (TF26). */
export function isShownPrivate({
  id,
  recurringEventId,
  visibility,
  extendedProperties,
}: MarkedEvent): boolean {
  const mark = extendedProperties?.private;
  const isOurs = mark?.[EVENT] === id || mark?.[EVENT] === recurringEventId;
  return visibility === 'private' && mark?.[SHOWN] === visibility && isOurs;
}

/** What an event was made from; null when a person made it, including by copying one of ours. */
export function originOfEvent({ id, extendedProperties }: MarkedEvent): Origin | null {
  const mark = extendedProperties?.private;
  const activity = mark?.[ACTIVITY];
  if (!mark || !activity || mark[EVENT] !== id) return null;
  const generation = Number(mark[GENERATION]);
  return { id: activity, generation: Number.isInteger(generation) ? generation : 1 };
}
