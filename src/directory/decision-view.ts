/** What a person sees of a directory run that waits for them. */
import { fact } from '../card/card';
import type { Waiting } from '../runs/decision';
import type { DecisionView } from '../runs/decision-card';
import type { Hold } from './brakes';
import type { HeldRun } from './hold';
import { DO } from './names';
import type { Preview } from './preview';
import { namesText, previewSections } from './preview-section';
import { grouped, peopleCounted } from './wording';

export function decisionView(waiting: Waiting<HeldRun>): DecisionView {
  const { hold, preview } = waiting.what;
  const { heading, reason, advice } = holdWords(hold);
  const isBrake = hold.kind === 'shrunken-listing' || hold.kind === 'too-many-deactivations';
  const { deactivate } = preview.kinds;
  return {
    heading,
    reason,
    advice,
    numbers: isBrake
      ? [
          fact('Would be deactivated', peopleCounted(deactivate.count), {
            below: namesText(deactivate),
          }),
        ]
      : [],
    preview: hold.kind === 'empty-listing' ? [] : previewSections(preview),
    seen: waiting,
    go: waiting.mayGo ? { text: goText(hold, preview), action: DO.go } : null,
    lookAgain: { text: 'Read the directory again', action: DO.look },
    leave: isBrake ? { text: 'Leave it', action: DO.leave } : null,
  };
}

function goText({ kind }: Hold, { kinds }: Preview): string {
  if (kind !== 'first-run') return `Deactivate ${peopleCounted(kinds.deactivate.count)}`;
  const coming = kinds.insert.count + kinds.link.count;
  return coming > 0 ? `Bring ${peopleCounted(coming)} in` : 'Start the sync';
}

const WAITING = 'The sync is waiting for you';

function holdWords(hold: Hold): Pick<DecisionView, 'heading' | 'reason' | 'advice'> {
  if (hold.kind === 'first-run')
    return { heading: '', reason: null, advice: 'Nothing has been written yet.' };
  const evidence = `${peopleCounted(hold.active)} from Google ${hold.active === 1 ? 'is' : 'are'} active in the work system.`;
  switch (hold.kind) {
    case 'empty-listing':
      return {
        heading: WAITING,
        reason: { text: 'Google listed no accounts at all', evidence },
        advice:
          'Nobody was changed. Check at Admin console → Account → Admin roles that the sync account may still read all users; then read the directory again.',
      };
    case 'shrunken-listing':
      return {
        heading: WAITING,
        reason: {
          text: `${peopleCounted(hold.missing)} ${hold.missing === 1 ? 'is' : 'are'} missing from Google’s list`,
          evidence,
        },
        advice:
          'Nobody was changed. If these accounts were deleted, go on. If not, the sync account may see only part of the organization: check its role at Admin console → Account → Admin roles, and read the directory again.',
      };
    case 'too-many-deactivations':
      return {
        heading: WAITING,
        reason: {
          text: `${grouped(hold.deactivations)} people would be deactivated at once`,
          evidence,
        },
        advice:
          'Nobody was changed. If these accounts were suspended, archived or deleted on purpose, go on. Nobody is ever deleted from the work system.',
      };
  }
}
