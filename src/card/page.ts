/** What the Admin page's one door answers: the same for its opening, for another place, and for a card's button. */
import type { Answer, Inputs } from './action';
import type { Card } from './card-json';

/**
 * `google.script.run.adminPage(action, inputs)`. It answers a Page as JSON text, which crosses over unchanged.
 *
 * Inputs are what the pressed card's widgets hold and the action's own parameters. Dates and times arrive as texts: a date,
 * or a date with its time, in milliseconds since 1970; a time as `HH:MM`.
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
  /** Who is signed in. */
  readonly account: string;
  readonly places: readonly Place[];
  /** Null leaves what is shown. */
  readonly cards: readonly Card[] | null;
  /**
   * How they come: `root`, as all there is; `push`, on top of what is shown, with a way back; `replace`, in place of the card
   * whose button was pressed, beside which the others stay.
   */
  readonly how: Answer['how'];
  /** One sentence that is shown for a moment; null for none. */
  readonly notice: string | null;
  /** An address to open in a tab of its own; null for none. */
  readonly open: string | null;
}

/** What every answer says, whatever it is about. */
export type PageFrame = Pick<Page, 'title' | 'account' | 'places'>;

/** A place as a whole. */
export const pageOf = (frame: PageFrame, cards: readonly Card[]): Page => ({
  ...frame,
  cards,
  how: 'root',
  notice: null,
  open: null,
});

/** The answer of a card's action, as the page takes it. Access to an open file is asked for in side panels alone. */
export const pageAnswer = (frame: PageFrame, { card, how, notice, open }: Answer): Page => ({
  ...frame,
  cards: card && [card],
  how,
  notice,
  open,
});
