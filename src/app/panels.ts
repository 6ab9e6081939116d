/** Cards of the side panels, and what their buttons do. */
import { statusBoard } from '../calendar/boards/status-board';
import type { Answer } from '../card/action';
import type { Card } from '../card/card-json';
import { cardEventOf, type CardEvent } from '../google/card-event';
import { scriptCache } from '../google/cache';
import { LIMITS } from '../google/limits';
import { webAppUrl } from '../google/session';
import { notSetUpCard } from '../install/cards';
import type { Tenant } from '../install/tenant';
import { act } from './actions';
import type { Execution } from './execution';
import type { Mounted } from './mounted';
import { giveOwnTriggerBack } from './own-trigger';
import { rememberedCaller } from './remembered-caller';

type Features = readonly Mounted[];

/** What everybody sees until their organization is set up. */
export const homepage = (): Card => notSetUpCard(webAppUrl());

/** The first feature that offers this panel has it. */
function panel<K extends keyof Mounted['panels']>(
  features: Features,
  kind: K,
): NonNullable<Mounted['panels'][K]> | null {
  return features.map(({ panels }) => panels[kind]).find((show) => show !== null) ?? null;
}

export function calendarHomepage(features: Features, execution: Execution): Card {
  const { tenant, caller, own } = execution;
  if (tenant === null) return homepage();
  giveOwnTriggerBack(execution);
  const isAsking = caller.userId === null && mayBeConnected(tenant);
  const known = isAsking ? rememberedCaller(own, caller.email, true).caller : caller;
  return panel(features, 'calendar')?.({ ...execution, caller: known }) ?? homepage();
}

/** Whether somebody who has never pressed anything may have something to see: then Google is asked who they are, once for good. */
const mayBeConnected = ({ customerId }: Tenant): boolean =>
  statusBoard(scriptCache(LIMITS.CACHE_SECONDS), customerId).policy()?.areConnected === true;

export function openEventCard(features: Features, execution: Execution, event: unknown): Card {
  const { openEvent } = cardEventOf(event);
  if (execution.tenant === null || openEvent === null) return calendarHomepage(features, execution);
  return (
    panel(features, 'openEvent')?.(execution, openEvent) ?? calendarHomepage(features, execution)
  );
}

/** Reads neither the log nor the file. */
export const sheetsHomepage = (features: Features, execution: Execution, event: unknown): Card =>
  panel(features, 'sheets')?.(withFile(execution, cardEventOf(event))) ?? homepage();

export function answerPress(features: Features, execution: Execution, pressed: unknown): Answer {
  const event = cardEventOf(pressed);
  const { action, inputs } = event;
  return act({ features, execution: withFile(execution, event), action, inputs });
}

const withFile = (execution: Execution, { openFile }: CardEvent): Execution => ({
  ...execution,
  openFile: openFile && { id: openFile.id, hasAccess: openFile.isGiven },
});
