import type { Action, Card, OpenLink, SelectionInputSelectionItem } from '../../card/card-json';
import type { CardForm, FormInputs } from './form-inputs';

/** What a drawn card needs of whoever shows it. */
export interface CardHands {
  /** Runs an action's function and shows what it answers. The card shows it is busy until then. */
  run(action: Action, inputs: FormInputs): Promise<void>;
  /** Runs an action whose answer is a link, and opens that. */
  runForLink(action: Action, inputs: FormInputs): Promise<void>;
  openLink(link: OpenLink): void;
  /** Shows a card that lay inside another one. */
  showCard(card: Card): void;
  /** What an action suggests for what was typed. */
  suggest(action: Action, inputs: FormInputs): Promise<readonly string[]>;
  /** What an action finds for a multi-select's query. */
  find(
    action: Action,
    inputs: FormInputs,
    query: string,
  ): Promise<readonly SelectionInputSelectionItem[]>;
}

/** What every widget of a card is drawn with. */
export interface Drawing {
  readonly hands: CardHands;
  readonly form: CardForm;
  /** Does this while the card shows that it is busy, unless it should not. */
  busy(work: () => Promise<void>, indicator: boolean): Promise<void>;
}
