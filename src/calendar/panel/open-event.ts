/** The open event, read with the person's own rights: why it is synced, or is not. */
import type { Caller } from '../../card/action';
import type { Card } from '../../card/card-json';
import { instantAt } from '../../kit/clock';
import type { OpenEventId } from '../../runs/feature';
import type { CalendarActionPorts } from './action-ports';
import { mineOf } from './mine';
import { whyCard } from './why-card';

export function openEventCard(ports: CalendarActionPorts, caller: Caller, id: OpenEventId): Card {
  const read = ports.openEvent(id);
  const event = read.ok ? read.value : null;
  const mine = mineOf(ports, caller);
  return whyCard({
    event,
    state: mine.state(),
    isApart:
      event && caller.userId !== null
        ? (mine.board?.isApart(caller.userId, event.id) ?? null)
        : null,
    organizers: (caller.userId !== null && mine.board?.status(caller.userId)?.organizers) || [],
    policy: mine.board?.policy() ?? null,
    person: {
      email: caller.email,
      addresses: [caller.email],
      zone: event?.start?.timeZone ?? 'Etc/UTC',
    },
    now: instantAt(ports.clock.now()),
  });
}
