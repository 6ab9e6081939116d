import type { Answer } from '../card/action';
import { builtLink } from './card-clicks';
import { builtCard } from './card-service';
import { given } from './given';

/** What a card's action answers, as a side panel takes it. An answer that says nothing would be refused: it says so. */
export function builtAnswer(answer: Answer): unknown {
  if (answer.asksForFile) return askForFile();
  const built = CardService.newActionResponseBuilder();
  if (answer.card) built.setNavigation(builtNavigation(answer.card, answer.how));
  const isEmpty = !answer.card && answer.open === null;
  given(answer.notice ?? (isEmpty ? 'Nothing to show.' : undefined), (text) =>
    built.setNotification(CardService.newNotification().setText(text)),
  );
  if (answer.open !== null) built.setOpenLink(builtLink({ url: answer.open, openAs: 'FULL_SIZE' }));
  return built.build();
}

function builtNavigation(
  card: NonNullable<Answer['card']>,
  how: Answer['how'],
): GoogleAppsScript.Card_Service.Navigation {
  const navigation = CardService.newNavigation();
  switch (how) {
    case 'push':
      return navigation.pushCard(builtCard(card));
    case 'replace':
      return navigation.updateCard(builtCard(card));
    case 'root':
      return navigation.popToRoot().updateCard(builtCard(card));
  }
}

/**
 * Lets Google ask the person to give the app the open file; when they did, the manifest's onFileScopeGrantedTrigger runs.
 *
 * @see https://developers.google.com/workspace/add-ons/editors/gsao/editor-actions
 */
const askForFile = (): unknown =>
  CardService.newEditorFileScopeActionResponseBuilder().requestFileScopeForActiveDocument().build();
