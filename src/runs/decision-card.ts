/** How a decision is shown, whichever feature asks: why the run is held, what it would do, and what a person can answer. */
import { button, buttons, mainButton, runs } from '../card/action';
import { card, paragraph, section, standing } from '../card/card';
import type { Card, CardSection, Widget } from '../card/card-json';
import { seenParameters, type Seen } from './decision';

/** A button: its label, and the action that it runs. */
export interface Offer {
  readonly text: string;
  readonly action: string;
}

export interface DecisionView {
  /** The heading, such as "The sync is waiting for you". */
  readonly heading: string;
  /** Why the run is held, in one line, with the figures in a smaller one; null when nothing is wrong. */
  readonly reason: { readonly text: string; readonly evidence: string } | null;
  /** What to check before saying go. */
  readonly advice: string;
  /** What the go would allow, as facts. */
  readonly numbers: readonly Widget[];
  /** The feature's own preview. */
  readonly preview: readonly CardSection[];
  /** What the go button brings back. */
  readonly seen: Seen;
  /** Null when a go would not help. */
  readonly go: Offer | null;
  readonly lookAgain: Offer | null;
  /** Changes nothing; the person is asked again. */
  readonly leave: Offer | null;
}

/** The buttons come last: nobody says go to what they did not scroll past. */
export const decisionSections = (view: DecisionView): CardSection[] => [
  section(
    view.heading,
    ...(view.reason ? [standing('waiting', view.reason.text, view.reason.evidence)] : []),
    paragraph(view.advice),
    ...view.numbers,
  ),
  ...view.preview,
  section('', offers(view)),
];

export const decisionCard = (title: string, view: DecisionView): Card =>
  card(title, ...decisionSections(view));

function offers({ go, seen, lookAgain, leave }: DecisionView): Widget {
  const others = [lookAgain, leave].flatMap((offer) =>
    offer ? [button(offer.text, runs(offer.action))] : [],
  );
  return buttons(
    ...(go ? [mainButton(go.text, runs(go.action, seenParameters(seen)))] : []),
    ...others,
  );
}
