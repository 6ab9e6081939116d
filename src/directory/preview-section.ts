/** A preview as sections of a card. */
import { fact, folded, paragraph, section } from '../card/card';
import type { CardSection, Widget } from '../card/card-json';
import type { OperationKind } from './operations';
import type { Named, Preview } from './preview';
import { WHY_LEFT_OUT } from './why';
import { grouped, KIND_WORDS, peopleCounted } from './wording';

const SHOWN: readonly OperationKind[] = ['insert', 'link', 'update', 'reactivate', 'deactivate'];

export function previewSections(preview: Preview): CardSection[] {
  const kinds = SHOWN.filter((kind) => preview.kinds[kind].count > 0);
  return [
    section(
      'What will happen',
      fact('Accounts in Google', grouped(preview.users)),
      ...outsideFact(preview.outside),
      ...kinds.map((kind) => namedFact(KIND_WORDS[kind].will, preview.kinds[kind])),
      ...(kinds.length === 0 ? [paragraph('Nothing: both sides agree.')] : []),
      ...(preview.unchanged > 0
        ? [fact('Already the same on both sides', peopleCounted(preview.unchanged))]
        : []),
    ),
    ...leftOutSections(preview.leftOut),
  ];
}

/** Empty where everybody takes part. */
export const outsideFact = (outside = 0): Widget[] =>
  outside === 0 ? [] : [fact('Do not take part', peopleCounted(outside))];

/** Empty when nobody was left out. */
export const leftOutSections = ({ count, examples }: Preview['leftOut']): CardSection[] =>
  count === 0
    ? []
    : [
        folded(
          `Left out: ${peopleCounted(count)}`,
          2,
          ...examples
            .slice(0, MOST_SHOWN)
            .map(({ who, reason }) => paragraph(`${who} ${WHY_LEFT_OUT[reason]}`)),
          ...more(count - Math.min(examples.length, MOST_SHOWN)),
        ),
      ];

/** A card has thirty widgets, and other things to show as well. */
const MOST_SHOWN = 8;

export const more = (count: number): Widget[] =>
  count > 0 ? [paragraph(`And ${peopleCounted(count)} more.`)] : [];

const namedFact = (label: string, { count, names }: Named): Widget =>
  fact(label, peopleCounted(count), { below: namesText({ count, names }) });

export const namesText = ({ count, names }: Named): string =>
  names.join(', ') + (count > names.length ? ` and ${grouped(count - names.length)} more` : '');
