/** One thing that Google would not take, or would not show. */
export interface CardProblem {
  /** Where: `sections[0].widgets[2].decoratedText.text`; empty for the whole. */
  readonly path: string;
  /** The problem, as a sentence. */
  readonly sentence: string;
  /** Whether Google refuses the whole answer because of it; otherwise it shows the rest. */
  readonly refused: boolean;
}
