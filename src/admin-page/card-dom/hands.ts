import type { Action, Card, OpenLink, SelectionInputSelectionItem } from '../../card/card-json';
import type { CardForm, FormInputs } from './form-inputs';

/** What a drawn card calls when a person uses it. */
export interface CardHands {
  /** Runs an action's function and shows its answer. The card shows that it is busy until then. */
  run(action: Action, inputs: FormInputs): Promise<void>;
  /** Runs an action whose answer is a link, and opens the link. */
  runForLink(action: Action, inputs: FormInputs): Promise<void>;
  openLink(link: OpenLink): void;
  /** Shows a card that was nested in another one. */
  showCard(card: Card): void;
  /** The action's suggestions for the text typed so far. */
  suggest(action: Action, inputs: FormInputs): Promise<readonly string[]>;
  /** What an action finds for a multi-select's query. */
  find(
    action: Action,
    inputs: FormInputs,
    query: string,
  ): Promise<readonly SelectionInputSelectionItem[]>;
}

/** What every widget of a card is drawn with: its card's form, and its hands. */
export interface Drawing {
  readonly hands: CardHands;
  readonly form: CardForm;
  /** Runs `work` while the card shows that it is busy, if `indicator` asks for that. */
  busy(work: () => Promise<void>, indicator: boolean): Promise<void>;
}
