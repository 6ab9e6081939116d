/** Cards for an administrator for whom the sync account does something. */
import { button, buttons, runs, type Parameters } from '../../card/action';
import { card, paragraph, section } from '../../card/card';
import type { Card, CardSection } from '../../card/card-json';
import { timeWords } from '../../kit/date-words';

/** How soon the next run comes, in words. */
export function soonness(everyMinutes: number | null): string {
  if (everyMinutes === null) return 'as soon as it runs again';
  if (everyMinutes === 1) return 'within a minute';
  return everyMinutes === 60 ? 'within an hour' : `within ${everyMinutes} minutes`;
}

const refresh = (action: string, parameters: Parameters = {}) =>
  buttons(button('Refresh', runs(action, parameters)));

/** @param action what Refresh shows. */
export const askedCard = (title: string, everyMinutes: number | null, action: string): Card =>
  card(
    title,
    section(
      'Asked for',
      paragraph(`The sync account does it ${soonness(everyMinutes)}. This page then shows it.`),
      refresh(action),
    ),
  );

/** Shown until there is a board. */
export const notYetCard = (title: string, everyMinutes: number | null, action: string): Card =>
  card(
    title,
    section(
      'Asked for',
      paragraph(
        `Only the sync account opens the workbook. It shows here ${soonness(everyMinutes)}.`,
      ),
      refresh(action),
    ),
  );

/** A card as the sync account saw it, with its time. */
export const boardCard = (
  shown: Card,
  at: string,
  { action, waiting }: { readonly action: string; readonly waiting: string | null },
): Card => ({
  ...shown,
  sections: [
    section(
      '',
      ...(waiting === null ? [] : [paragraph(waiting)]),
      paragraph(`As of ${timeWords(at)}.`),
      refresh(action),
    ),
    ...(shown.sections ?? []),
  ],
});

/** The answer to a wish, with the way back to where it was asked for. */
export const outcomeCard = (shown: Card, back: string): Card => {
  const way: CardSection = section('', buttons(button('Back', runs(back))));
  return { ...shown, sections: [...(shown.sections ?? []), way] };
};
