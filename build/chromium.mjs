import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Where browsers with Chromium's protocol are installed. The headless shell comes first: it takes two thirds of the
 * time.
 */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser that the browser tests drive. On Debian, as root, it is installed when missing. Elsewhere the tests
 * fail and name the command that installs it: they are never silently skipped.
 */
export function requireChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('Installing Chromium for the browser tests (apt-get) …');
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
    // Not every release has the headless shell.
    const installed = install('chromium-headless-shell') ?? install('chromium');
    if (installed) return installed;
  }
  console.error(
    'The browser tests need Chromium or Chrome. Install it (Debian: sudo apt-get install chromium), or set CHROMIUM to its path.',
  );
  process.exit(1);
}

/** The path of a browser; undefined if there is none. */
export const findChromium = () => PLACES.find((path) => path && existsSync(path));

function install(name) {
  try {
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch {
    return undefined;
  }
  return findChromium();
}
