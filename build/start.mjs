import { createRequire } from 'node:module';
import { EMULATOR_FILE } from './emulator.mjs';

// Builds everything, then runs the Workspace in this process: options are the emulator's own (`npm start -- --help`).
await import('./build.mjs');
// Our own add-on expects these properties from its publisher; `src/app.ts` reads them.
if (!process.argv.some((argument) => argument.startsWith('--script')))
  process.argv.push(
    '--publisher-key',
    'publisher.service-account-key',
    '--publisher-project',
    'publisher.project-number',
  );
createRequire(import.meta.url)(EMULATOR_FILE);
