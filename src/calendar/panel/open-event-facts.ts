/** Facts about the open event beyond whether it is synced. */
import { button, opens } from '../../card/action';
import { fact } from '../../card/card';
import type { Widget } from '../../card/card-json';
import { msOf } from '../../kit/clock';
import { dateWords } from '../../kit/date-words';
import { wordsOfRepeats } from '../../kit/recurrence/words';
import type { SyncState } from '../boards/state';
import { entryOfEvent, type GoogleEvent } from '../entry/google-event';
import { originOfEvent } from '../entry/origin-mark';
import { seriesStart } from '../entry/series-start';
import { ago, capital, SIDE_NAME } from './sentences';

interface FactsAround {
  readonly zone: string;
  readonly now: string;
  /** Null unless it is known that the person can open the workbook. */
  readonly activitiesUrl: string | null;
}

/** Its series, its other half, and what the last runs did to it. */
export function openEventFacts(
  event: GoogleEvent,
  state: SyncState,
  { zone, now, activitiesUrl }: FactsAround,
): Widget[] {
  const origin = originOfEvent(event);
  return [
    ...seriesFacts(event, zone),
    ...(origin === null
      ? []
      : [
          fact('In your work system', origin.id, {
            below: 'The id of the activity that it was made from.',
            ...(activitiesUrl && { button: button('Open Activities', opens(activitiesUrl)) }),
          }),
        ]),
    ...changeFacts(event, state, now),
  ];
}

function seriesFacts(event: GoogleEvent, zone: string): Widget[] {
  const { originalStartTime: at, recurringEventId } = event;
  if (recurringEventId !== undefined) {
    const date = (at?.date ?? at?.dateTime ?? '').slice(0, 10);
    return date === '' ? [] : [fact('One date of a series', dateWords(date))];
  }
  const entry = entryOfEvent(event, zone);
  if (typeof entry === 'string' || entry.recurrence === null) return [];
  return [fact('A series', capital(wordsOfRepeats(entry.recurrence, seriesStart(entry.when))))];
}

/** Only the last few changes are known here; a change of the whole series counts for each of its dates. */
function changeFacts({ id, recurringEventId }: GoogleEvent, state: SyncState, now: string) {
  const changes = (state.kind === 'on' && state.status?.changes) || [];
  const last = changes.find(
    ({ event }) => event !== null && (event.id === id || event.id === recurringEventId),
  );
  if (!last?.event) return [];
  return [
    fact(`Last change, made in ${SIDE_NAME[last.event.madeIn]}`, last.what, {
      below: `Carried over ${ago(msOf(now) - msOf(last.at))}`,
    }),
  ];
}
