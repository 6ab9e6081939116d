/** Everything Apps Script may call by name. gas-webpack-plugin writes one top-level function for each line. */
import { app } from './app';

declare const global: Record<string, unknown>;

// Side panels
global.onHomepage = () => app.homepage();
global.onCalendarHomepage = () => app.calendarHomepage();
global.onCalendarEventOpen = (event: unknown) => app.calendarEventOpen(event);
global.onSheetsHomepage = (event: unknown) => app.sheetsHomepage(event);
global.onFileScopeGranted = (event: unknown) => app.sheetsHomepage(event);
global.onCardAction = (event: unknown) => app.cardAction(event);

// The Admin page
global.doGet = () => app.adminPageFile();
global.adminPage = (action: unknown, inputs: unknown) => app.adminPage(action, inputs);
global.keyOpenerFile = () => app.keyOpenerFile();

// Triggers
global.runSyncs = (event: unknown) => app.runSyncs(event);
global.continueSyncs = (event: unknown) => app.continueSyncs(event);
global.onCalendarUpdated = (event: unknown) => app.calendarUpdated(event);
