/** The one composition root: what each door of main.ts does. Every door finds out anew who calls. */
import { adminPage, refusedPage } from './app/admin-page';
import { actionDoor, cardDoor, pageDoor } from './app/door';
import { calendarHomepage, homepage, openEventCard, pressed, sheetsHomepage } from './app/panels';
import { calendarUpdated, continueSyncs, runSyncs } from './app/triggers';
import { builtAnswer } from './google/answer-response';
import { cardEventOf } from './google/card-event';
import { builtCard } from './google/card-service';
import { webPage } from './google/web-page';

export const app = {
  homepage: () => builtCard(cardDoor(homepage)),
  calendarHomepage: () => builtCard(cardDoor(calendarHomepage)),
  calendarEventOpen: (event: unknown) => builtCard(cardDoor((at) => openEventCard(at, event))),
  sheetsHomepage: (event: unknown) => builtCard(cardDoor((at) => sheetsHomepage(at, event))),
  cardAction: (event: unknown) =>
    builtAnswer(actionDoor(cardEventOf(event), (at) => pressed(at, event))),

  adminPageFile: () => webPage('admin-page', 'Tandem'),
  /** Answers a Page as JSON. */
  adminPage: (action: unknown, inputs: unknown): string =>
    JSON.stringify(pageDoor((at) => adminPage(at, action, inputs), refusedPage)),

  runSyncs,
  continueSyncs,
  calendarUpdated,
};
