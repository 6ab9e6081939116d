import type { Answer } from '../card/action';
import { buildLink } from './card-clicks';
import { buildCard } from './card-service';
import { ifGiven } from './if-given';

/**
 * The answer to a card's action, as a side panel expects it. Google would refuse an empty answer, so that one says
 * that there is nothing to show.
 */
export function buildAnswer(answer: Answer): unknown {
  if (answer.asksForFile) return askForFile();
  const built = CardService.newActionResponseBuilder();
  if (answer.card) built.setNavigation(buildNavigation(answer.card, answer.how));
  const isEmpty = !answer.card && answer.open === null;
  ifGiven(answer.notice ?? (isEmpty ? 'Nothing to show.' : undefined), (text) =>
    built.setNotification(CardService.newNotification().setText(text)),
  );
  if (answer.open !== null) built.setOpenLink(buildLink({ url: answer.open, openAs: 'FULL_SIZE' }));
  return built.build();
}

function buildNavigation(
  card: NonNullable<Answer['card']>,
  how: Answer['how'],
): GoogleAppsScript.Card_Service.Navigation {
  const navigation = CardService.newNavigation();
  switch (how) {
    case 'push':
      return navigation.pushCard(buildCard(card));
    case 'replace':
      return navigation.updateCard(buildCard(card));
    case 'root':
      return navigation.popToRoot().updateCard(buildCard(card));
  }
}

/**
 * Lets Google ask the person to give the app the open file. Once they have, the manifest's onFileScopeGrantedTrigger
 * runs.
 *
 * @see https://developers.google.com/workspace/add-ons/editors/gsao/editor-actions
 */
const askForFile = (): unknown =>
  CardService.newEditorFileScopeActionResponseBuilder().requestFileScopeForActiveDocument().build();
