/** Everything Apps Script may call by name. gas-webpack-plugin writes one top-level function for each line. */
import { app } from './app';

declare const global: { onHomepage: () => unknown };

global.onHomepage = () => app.homepage();
