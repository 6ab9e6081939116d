import { createRequire } from 'node:module';
import { EMULATOR_FILE } from './emulator.mjs';

// Builds what is to be run, then runs it in this process: options are the emulator's own (`npm start -- --help`).
await import('./build.mjs');
createRequire(import.meta.url)(EMULATOR_FILE);
