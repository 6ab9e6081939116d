/** The open event, read with the person's own rights: why it is synced, or is not. */
import { inputOf, notices, shows, type Answer, type Caller, type Inputs } from '../../card/action';
import type { Card } from '../../card/card-json';
import { instantAt } from '../../kit/clock';
import type { OpenEventId } from '../../runs/feature';
import type { CalendarActionPorts } from './action-ports';
import { choiceIdOf, MOST_LEFT_OUT } from '../entry/own-choices';
import { mineOf, type Mine } from './mine';
import { whyCard } from './why-card';

export function openEventCard(ports: CalendarActionPorts, caller: Caller, id: OpenEventId): Card {
  const mine = mineOf(ports, caller);
  return cardOf(ports, caller, { id, mine });
}

/** What was pressed on the card: to sync the open event, or not (TF16). */
export function chooseEvent(ports: CalendarActionPorts, inputs: Inputs, caller: Caller): Answer {
  const mine = mineOf(ports, caller);
  const id = {
    calendarId: inputOf(inputs, 'calendar'),
    eventId: inputOf(inputs, 'event'),
  };
  const event = ports.openEvent(id);
  // Only what is in the caller's own calendar is theirs to choose about.
  if (event.ok && mine.isOn()) {
    const isLeftOut = inputOf(inputs, 'choice') === 'leave-out';
    const put = mine.choose(choiceIdOf(event.value), isLeftOut);
    if (!put.ok) return notices(put.failure.kind === 'store-full' ? NO_ROOM : LATER);
    if (put.value !== 'put') return notices(put.value === 'full' ? FULL : LATER);
  }
  return shows(cardOf(ports, caller, { id, mine }));
}

const LATER =
  'Tandem could not save that right now. Try again in a few minutes, after its next run.';
const NO_ROOM =
  'Tandem has no room left for what your organization’s people ask for. Nothing was changed; your administrators are told.';
const FULL = `You have left out ${MOST_LEFT_OUT} events, the most that Tandem can keep. Choose “Sync this” on one of them first.`;

function cardOf(
  ports: CalendarActionPorts,
  caller: Caller,
  { id, mine }: { readonly id: OpenEventId; readonly mine: Mine },
): Card {
  const read = ports.openEvent(id);
  const event = read.ok ? read.value : null;
  const choices = mine.choices();
  const seriesId = choices.rules && event?.recurringEventId;
  const series = seriesId ? ports.openEvent({ ...id, eventId: seriesId }) : null;
  const status = caller.userId === null ? null : mine.board?.status(caller.userId);
  return whyCard({
    event,
    series: series?.ok ? series.value : null,
    calendarId: id.calendarId,
    state: mine.state(),
    isApart:
      event && caller.userId !== null
        ? (mine.board?.isApart(caller.userId, event.id) ?? null)
        : null,
    organizers: status?.organizers ?? [],
    ownMeetings: status?.ownMeetings ?? [],
    policy: mine.board?.policy() ?? null,
    person: {
      email: caller.email,
      addresses: [caller.email],
      zone: event?.start?.timeZone ?? 'Etc/UTC',
      choices,
    },
    now: instantAt(ports.clock.now()),
    activitiesUrl: ports.activitiesUrl ?? null,
  });
}
