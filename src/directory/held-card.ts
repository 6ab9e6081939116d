/** What a person sees of a run that waits for them. */
import { buttons, mainButton, button, runs } from '../card/action';
import { card, fact, standing, paragraph, section } from '../card/card';
import type { Button, Card, CardSection } from '../card/card-json';
import type { Hold } from './brakes';
import { DO, TITLE } from './names';
import { namesText, previewSections } from './preview-section';
import type { Outlook } from './settings';
import { grouped, peopleCounted } from './wording';

export function heldCard(outlook: Outlook): Card {
  const { hold, preview } = outlook;
  if (hold.kind === 'first-run')
    return card(
      TITLE,
      section('', paragraph('Nothing has been written yet.')),
      ...previewSections(preview),
      section('', buttons(goButton(outlook), lookAgain)),
    );
  return card(
    TITLE,
    brakeSection(hold, outlook),
    ...(isEmpty(hold) ? [] : previewSections(preview)),
  );
}

const isEmpty = ({ kind }: Hold): boolean => kind === 'empty-listing';

const lookAgain: Button = button('Read the directory again', runs(DO.look));

const goButton = ({ at, hold, preview: { kinds } }: Outlook): Button => {
  const coming = kinds.insert.count + kinds.link.count;
  const text =
    hold.kind === 'first-run'
      ? coming > 0
        ? `Bring ${peopleCounted(coming)} in`
        : 'Start the sync'
      : `Deactivate ${peopleCounted(kinds.deactivate.count)}`;
  return mainButton(text, runs(DO.go, { at }));
};

function brakeSection(hold: Exclude<Hold, { kind: 'first-run' }>, outlook: Outlook): CardSection {
  const { deactivate } = outlook.preview.kinds;
  const words = holdWords(hold);
  return section(
    'The sync waits for you',
    standing('waiting', words.heading, words.evidence),
    paragraph(words.cure),
    ...(isEmpty(hold)
      ? [buttons(lookAgain)]
      : [
          fact('Would be deactivated', peopleCounted(deactivate.count), {
            below: namesText(deactivate),
          }),
          buttons(lookAgain, goButton(outlook)),
        ]),
  );
}

interface HoldWords {
  readonly heading: string;
  readonly evidence: string;
  readonly cure: string;
}

function holdWords(hold: Exclude<Hold, { kind: 'first-run' }>): HoldWords {
  const before = `${peopleCounted(hold.active)} from Google ${hold.active === 1 ? 'is' : 'are'} active in the work system.`;
  switch (hold.kind) {
    case 'empty-listing':
      return {
        heading: 'Google listed no accounts at all',
        evidence: before,
        cure: 'Nobody was changed. Check that the sync account may still read all users, at Admin console → Account → Admin roles; then read the directory again.',
      };
    case 'shrunken-listing':
      return {
        heading: `${peopleCounted(hold.missing)} ${hold.missing === 1 ? 'is' : 'are'} missing in Google’s list`,
        evidence: before,
        cure: 'Nobody was changed. If these accounts were deleted, go on. If not, the sync account may see only a part of the organization: check its role at Admin console → Account → Admin roles, and read the directory again.',
      };
    case 'too-many-deactivations':
      return {
        heading: `${grouped(hold.deactivations)} people would be deactivated at once`,
        evidence: before,
        cure: 'Nobody was changed. If these accounts were suspended, archived or deleted on purpose, go on. Nobody is ever deleted from the work system.',
      };
  }
}
