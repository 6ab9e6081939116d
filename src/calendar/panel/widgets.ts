import { folded, sentence, standing, paragraph } from '../../card/card';
import type { CardSection, Widget } from '../../card/card-json';
import type { Reason } from '../entry/why';
import { WHY_NOT } from '../entry/why';
import { entriesOf } from './sentences';
import type { SayableFailure } from '../boards/sayable';

/** What happened, what it means, and the cure. */
export const failureWidgets = ({ heading, meaning, cure }: SayableFailure): Widget[] => [
  standing('bad', heading, meaning),
  paragraph(cure),
];

/** More reasons than this are combined, because a card holds few widgets. */
const REASONS_SHOWN = 6;

/** What is not synced, and why; empty when everything is. */
export function leftOutSections(
  leftOut: readonly { readonly reason: Reason; readonly count: number }[],
): CardSection[] {
  if (leftOut.length === 0) return [];
  const all = leftOut.reduce((sum, { count }) => sum + count, 0);
  const shown = leftOut.slice(0, REASONS_SHOWN);
  const rest = leftOut.slice(REASONS_SHOWN).reduce((sum, { count }) => sum + count, 0);
  return [
    folded(
      `Left out: ${entriesOf(all)}`,
      1,
      ...shown.map(({ reason, count }) => sentence(WHY_NOT[reason], entriesOf(count))),
      ...(rest > 0 ? [sentence('For other reasons.', entriesOf(rest))] : []),
    ),
  ];
}
