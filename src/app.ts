/** The one composition root: what each door of main.ts does. Every door finds out anew who calls. */
import { adminPage } from './app/admin-page';
import { execution } from './app/execution';
import { calendarHomepage, homepage, openEventCard, pressed, sheetsHomepage } from './app/panels';
import { calendarUpdated, continueSyncs, runSyncs } from './app/triggers';
import { builtAnswer } from './google/answer-response';
import { builtCard } from './google/card-service';
import { webPage } from './google/web-page';

export const app = {
  homepage: () => builtCard(homepage()),
  calendarHomepage: () => builtCard(calendarHomepage(execution('card'))),
  calendarEventOpen: (event: unknown) => builtCard(openEventCard(execution('card'), event)),
  sheetsHomepage: (event: unknown) => builtCard(sheetsHomepage(execution('card'), event)),
  cardAction: (event: unknown) => builtAnswer(pressed(execution('card'), event)),

  adminPageFile: () => webPage('admin-page', 'Tandem'),
  /** Answers a Page as JSON. */
  adminPage: (action: unknown, inputs: unknown): string =>
    JSON.stringify(adminPage(execution('script'), action, inputs)),

  runSyncs,
  continueSyncs,
  calendarUpdated,
};
