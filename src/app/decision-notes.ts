/**
 * What administrators decide about Tandem, on its way into the workbook's Journal. Only the sync account reaches the workbook, and only a run
 * may write there, so decisions wait in the script's properties for the next run. Every saved setting passes through here.
 */
import { object, string } from 'valibot';
import type { Caller, Decided } from '../card/action';
import { clock } from '../google/clock';
import { newUuid } from '../google/uuid';
import type { Decision } from '../journal/ports';
import { instantAt } from '../kit/clock';
import { decoderOf } from '../kit/decoder';
import { slot, valueOr, type SlotForm } from '../kit/slot';
import type { ListedStore } from '../kit/string-store';
import { shortened } from '../kit/text';

/** The most decisions of an organization that may wait, and their longest text, because all organizations share the properties. */
export const DECISION_NOTES = { MOST_WAITING: 50, CHARACTERS: 800 } as const;

const decode = decoderOf<Decision>(
  object({ id: string(), at: string(), by: string(), title: string(), change: string() }),
);

const prefixOf = (customerId: string): string => `noted.${customerId}.`;

const noteForm = (key: string): SlotForm<Decision> => ({ key, version: 1, decode, isShort: true });

/**
 * Leaves a decision for the Journal. If there is no room, it is not noted, but it is valid all the same.
 *
 * @param by who decided.
 */
export function noteDecision(
  store: ListedStore,
  customerId: string,
  { title, change }: Decided,
  by: Pick<Caller, 'email'>,
): void {
  const waiting = Object.keys(store.entries(prefixOf(customerId)));
  if (waiting.length >= DECISION_NOTES.MOST_WAITING) return;
  const at = instantAt(clock.now());
  const id = newUuid().slice(0, 8);
  const kept = {
    id,
    at,
    by: by.email,
    title,
    change: shortened(change, DECISION_NOTES.CHARACTERS),
  };
  void slot(store, noteForm(`${prefixOf(customerId)}${at}.${id}`)).write(kept);
}

/** An organization's waiting decisions, oldest first. */
export const waitingDecisions = (store: ListedStore, customerId: string): readonly Decision[] =>
  Object.keys(store.entries(prefixOf(customerId)))
    .sort()
    .flatMap((key) => valueOr(slot(store, noteForm(key)).read(), null) ?? []);

export const forgetDecisions = (
  store: ListedStore,
  customerId: string,
  decisions: readonly Decision[],
): void => store.delete(decisions.map(({ at, id }) => `${prefixOf(customerId)}${at}.${id}`));
