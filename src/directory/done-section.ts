/** What a person sees after a run that succeeded. */
import { button, buttons, mainButton, runs } from '../card/action';
import { fact, folded, standing, paragraph, section } from '../card/card';
import type { CardSection, Widget } from '../card/card-json';
import { failureWords } from '../card/failure-words';
import type { Throttled } from '../runs/throttle';
import { DO } from './names';
import { KINDS } from './operations';
import { leftOutSections, more } from './preview-section';
import type { FailedPerson } from './settings';
import type { DirectoryState } from './state';
import { freshnessText, grouped, KIND_WORDS, lengthOf, peopleCounted } from './wording';

type Done = Extract<DirectoryState, { readonly kind: 'done' }>;

/** A card has thirty widgets, and other things to show as well. */
const MOST_SHOWN = 5;

export const doneSections = ({ good, freshness, syncAll }: Done): CardSection[] => [
  section(
    'In step with Google',
    freshness.kind === 'behind'
      ? standing('bad', 'The sync is behind', freshnessText(freshness))
      : standing('good', 'The directory sync runs by itself', freshnessText(freshness)),
    fact('Accounts in Google', grouped(good.users)),
    fact('The last run', doneText(good.counts)),
    ...syncAllWidgets(syncAll),
    buttons(
      button('Look at what a run would do', runs(DO.look)),
      button('Who takes part', runs(DO.who)),
      button('Refresh', runs(DO.show)),
    ),
  ),
  ...failedSections(good.failed),
  ...leftOutSections(good.leftOut),
];

export function doneText(counts: Readonly<Record<string, number>>): string {
  const parts = KINDS.filter((kind) => (counts[kind] ?? 0) > 0).map(
    (kind) => `${KIND_WORDS[kind].did}: ${grouped(counts[kind]!)}`,
  );
  return parts.length > 0 ? parts.join(' · ') : 'Nothing had changed';
}

function syncAllWidgets(syncAll: Throttled): Widget[] {
  return syncAll.kind === 'open'
    ? [buttons(mainButton('Sync all users', runs(DO.syncAll)))]
    : [
        fact('Sync all users', `Possible again in ${lengthOf(syncAll.leftMs)}`, {
          below: 'Once in 24 hours. The regular sync goes on in the meantime.',
        }),
      ];
}

/** Known sync issues: new people who do not appear, changes that do not arrive (H42). */
function failedSections({
  count,
  examples,
}: {
  readonly count: number;
  readonly examples: readonly FailedPerson[];
}): CardSection[] {
  if (count === 0) return [];
  return [
    folded(
      `Could not be written: ${peopleCounted(count)}`,
      2,
      ...examples.slice(0, MOST_SHOWN).map(({ who, failure }) => {
        const { heading, cure } = failureWords(failure);
        return fact(who, heading, { below: cure });
      }),
      ...more(count - Math.min(examples.length, MOST_SHOWN)),
      paragraph('Every run tries them again.'),
    ),
  ];
}
