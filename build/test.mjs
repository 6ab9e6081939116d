import { requireChromium } from './chromium.mjs';
import { run } from './run.mjs';

// What the tests drive is the built add-on in the built Workspace, never something left over.
await import('./build.mjs');
await import('./check.mjs');
const chromium = requireChromium();
run('jest', ['--config', 'build/jest.config.mjs', ...process.argv.slice(2)], {
  CHROMIUM: chromium,
});
