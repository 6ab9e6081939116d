/** The one composition root: what each door of main.ts does. Every door finds out anew who calls. */
import { adminPage, refusedPage } from './app/admin-page';
import { actionDoor, cardDoor, pageDoor } from './app/door';
import { FEATURES } from './app/features';
import type { Mounted } from './app/mounted';
import {
  answerPress,
  calendarHomepage,
  homepage,
  openEventCard,
  sheetsHomepage,
} from './app/panels';
import { continueSyncs, noteCalendarChange, runSyncs } from './app/triggers';
import { buildAnswer } from './google/answer-response';
import { cardEventOf } from './google/card-event';
import { buildCard } from './google/card-service';
import { pageFile, webPage } from './google/web-page';
// Read only by calls that the build writes.
import './google/sentences';

/** The doors over a list of features. */
export const appOf = (features: readonly Mounted[]) => ({
  homepage: () => buildCard(cardDoor(homepage)),
  calendarHomepage: () => buildCard(cardDoor((at) => calendarHomepage(features, at))),
  calendarEventOpen: (event: unknown) =>
    buildCard(cardDoor((at) => openEventCard(features, at, event))),
  sheetsHomepage: (event: unknown) =>
    buildCard(cardDoor((at) => sheetsHomepage(features, at, event))),
  cardAction: (event: unknown) =>
    buildAnswer(actionDoor(cardEventOf(event), (at) => answerPress(features, at, event))),

  adminPageFile: () => webPage('admin-page', 'Tandem'),
  /** The script with which the page opens key files. It is the same for everybody, and says nothing about anybody. */
  keyOpenerFile: () => pageFile('key-opener'),
  /** Answers a Page as JSON. */
  adminPage: (action: unknown, inputs: unknown): string =>
    JSON.stringify(
      pageDoor((at) => adminPage(features, at, action, inputs), refusedPage(features)),
    ),

  runSyncs: (event: unknown) => runSyncs(features, event),
  continueSyncs: (event: unknown) => continueSyncs(features, event),
  calendarUpdated: (event: unknown) => noteCalendarChange(features, event),
});

export const app = appOf(FEATURES);
