import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where browsers lie that speak Chromium's protocol. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser that the browser tests drive. On Debian, as root, it is installed when missing; elsewhere the one command
 * that brings it is said and the tests fail: they are never skipped in silence.
 */
export function requireChromium() {
  const found = find();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests (apt-get install chromium) …');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    const installed = find();
    if (installed) return installed;
  }
  console.error(
    'The browser tests need Chromium or Chrome. Install it (Debian: sudo apt-get install chromium), or set CHROMIUM to where it is.',
  );
  process.exit(1);
}

const find = () => PLACES.find((path) => path && existsSync(path));
