/** Cards of the side panels, and what their buttons do. */
import { auditHome } from '../audit/actions';
import type { OpenFile } from '../audit/ports';
import { calendarHome } from '../calendar/panel/actions';
import { mineOf } from '../calendar/panel/mine';
import { whyCard } from '../calendar/panel/why-card';
import type { Answer } from '../card/action';
import type { Card } from '../card/card-json';
import { cardEventOf, type CardEvent } from '../google/card-event';
import { clock } from '../google/clock';
import { readOpenEvent } from '../google/open-event';
import { webAppUrl } from '../google/session';
import { notSetUpCard } from '../install/cards';
import { instantAt } from '../kit/clock';
import { act } from './actions';
import { auditPorts } from './audit-ports';
import { calendarPorts } from './calendar-ports';
import type { Execution } from './execution';

/** What everybody sees before their organisation is set up. */
export const homepage = (): Card => notSetUpCard(webAppUrl());

/** Calls no API: properties and the cache alone. */
export const calendarHomepage = (execution: Execution): Card =>
  execution.tenant === null ? homepage() : calendarHome(calendarPorts(execution), execution.caller);

/** The open event, read with the person's own rights: why it is synced, or is not. */
export function openEventCard(execution: Execution, told: unknown): Card {
  const { openEvent } = cardEventOf(told);
  if (execution.tenant === null || openEvent === null) return calendarHomepage(execution);
  const read = readOpenEvent(openEvent);
  const event = read.ok ? read.value : null;
  const mine = mineOf(calendarPorts(execution), execution.caller);
  return whyCard({
    event,
    state: mine.state(),
    policy: mine.board?.policy() ?? null,
    person: { email: execution.caller.email, zone: event?.start?.timeZone ?? 'Etc/UTC' },
    now: instantAt(clock.now()),
  });
}

/** Reads neither the log nor the file. */
export const sheetsHomepage = (execution: Execution, told: unknown): Card =>
  auditHome(auditPorts(execution, openFileOf(cardEventOf(told))));

export function pressed(execution: Execution, told: unknown): Answer {
  const event = cardEventOf(told);
  return act(execution, event.action, event.inputs, openFileOf(event));
}

const openFileOf = ({ openFile }: CardEvent): OpenFile | null =>
  openFile && { id: openFile.id, hasAccess: openFile.isGiven };
