/**
 * The answers of the Admin page's only door. They have the same form when the page opens, goes to another place, or
 * runs a card's button.
 */
import type { Answer, Inputs } from './action';
import type { Card } from './card-json';
import type { PageTable } from './page-table';

/**
 * `google.script.run.adminPage(action, inputs)`. It returns a Page as JSON text, which reaches the browser unchanged.
 *
 * Inputs are the values of the pressed card's widgets and the action's own parameters. Dates and times arrive as
 * texts: a date, or a date with its time, in milliseconds since 1970; a time as `HH:MM`.
 */
export type AdminPageDoor = (action: string, inputs: Inputs) => string;

/** An entry of the page's navigation. */
export interface Place {
  /** Its name in `inputs.place`. */
  readonly action: string;
  readonly title: string;
  readonly isCurrent: boolean;
}

export interface Page {
  /** The heading of what is shown: the current place's title. */
  readonly title: string;
  /** The account that is signed in. */
  readonly account: string;
  readonly places: readonly Place[];
  /** The step of the set-up that comes next; null when all are done, or are not this person's. */
  readonly next: { readonly text: string; readonly action: string } | null;
  /** Null keeps the cards that are shown. */
  readonly cards: readonly Card[] | null;
  /**
   * Where they go: `root`, as the only ones; `push`, on top of those shown, with a way back; `replace`, in place of
   * the card whose button was pressed, while the others stay.
   */
  readonly how: Answer['how'];
  /** What stands below the place's cards; null keeps what is there, unless `how` is `root`. */
  readonly table: PageTable | null;
  /** One sentence that is shown for a moment; null for none. */
  readonly notice: string | null;
  /** An address to open in a new tab; null for none. */
  readonly open: string | null;
  /** Whether the place is to be opened again when its tab is shown again: what it shows depends on what is done elsewhere. */
  readonly isWatched: boolean;
}

/** What every answer contains. */
export type PageFrame = Pick<Page, 'title' | 'account' | 'places' | 'next'>;

/** The answer that shows a whole place. */
export const pageOf = (frame: PageFrame, cards: readonly Card[]): Page => ({
  ...frame,
  cards,
  how: 'root',
  table: null,
  notice: null,
  open: null,
  isWatched: false,
});

/** An action's answer as the page expects it. Only side panels ask for access to an open file. */
export const pageAnswer = (
  frame: PageFrame,
  { card, how, table, notice, open, isWatched = false }: Answer,
): Page => ({
  ...frame,
  cards: card && [card],
  how,
  table: table ?? null,
  notice,
  open,
  isWatched,
});
