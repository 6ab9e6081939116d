/** Cards of the side panels, and what their buttons do. */
import type { Answer } from '../card/action';
import type { Card } from '../card/card-json';
import { cardEventOf, type CardEvent } from '../google/card-event';
import { webAppUrl } from '../google/session';
import { notSetUpCard } from '../install/cards';
import { act } from './actions';
import type { Execution } from './execution';
import { FEATURES } from './features';
import type { Mounted } from './mounted';

/** What everybody sees before their organization is set up. */
export const homepage = (): Card => notSetUpCard(webAppUrl());

/** The first feature that offers this panel has it. */
function panel<K extends keyof Mounted['panels']>(
  kind: K,
): NonNullable<Mounted['panels'][K]> | null {
  return FEATURES.map(({ panels }) => panels[kind]).find((show) => show !== null) ?? null;
}

export const calendarHomepage = (execution: Execution): Card =>
  (execution.tenant === null ? null : panel('calendar')?.(execution)) ?? homepage();

export function openEventCard(execution: Execution, told: unknown): Card {
  const { openEvent } = cardEventOf(told);
  if (execution.tenant === null || openEvent === null) return calendarHomepage(execution);
  return panel('openEvent')?.(execution, openEvent) ?? calendarHomepage(execution);
}

/** Reads neither the log nor the file. */
export const sheetsHomepage = (execution: Execution, told: unknown): Card =>
  panel('sheets')?.(withFile(execution, cardEventOf(told))) ?? homepage();

export function pressed(execution: Execution, told: unknown): Answer {
  const event = cardEventOf(told);
  return act(withFile(execution, event), event.action, event.inputs);
}

const withFile = (execution: Execution, { openFile }: CardEvent): Execution => ({
  ...execution,
  openFile: openFile && { id: openFile.id, hasAccess: openFile.isGiven },
});
