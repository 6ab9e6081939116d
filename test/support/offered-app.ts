import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const APP_NAME = 'Desk Planner';
export const CALENDAR = 'https://www.googleapis.com/auth/calendar.events';
export const DIRECTORY = 'https://www.googleapis.com/auth/admin.directory.user.readonly';

/** A folder with a small add-on that asks for access to two kinds of data. Call `remove` when done. */
export function offeredApp(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'offered-app-'));
  const manifest = {
    timeZone: 'Europe/Helsinki',
    runtimeVersion: 'V8',
    oauthScopes: [CALENDAR, DIRECTORY],
    addOns: {
      common: { name: APP_NAME, logoUrl: 'https://app.example/logo.png' },
      calendar: { homepageTrigger: { runFunction: 'onHome' } },
    },
  };
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'Code.js'), 'function onHome() { return []; }');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
