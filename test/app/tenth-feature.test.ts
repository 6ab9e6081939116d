// A further feature is its folder and one line: everything that knows features finds it by the list alone.
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { delegationNeeds, manifestScopes } from '../../src/app/needs';
import { DELEGATED_SCOPE, NOTES_SCOPE } from '../fixtures/tenth-feature/feature';
import { FEATURES } from '../fixtures/tenth-feature/main';
import {
  ADMIN,
  adminInstall,
  CALENDAR_SCOPE,
  delegatedClientOf,
  finalize,
  MINUTE_MS,
  PETRI,
} from '../support/set-up';
import { AdminPage, BUILT, inConsole, offeredTandem } from '../support/tandem';

const DOORS = [
  'onHomepage(event) { return tandem.app.homepage(event); }',
  'onCalendarHomepage(event) { return tandem.app.calendarHomepage(event); }',
  'onCalendarEventOpen(event) { return tandem.app.calendarEventOpen(event); }',
  'onSheetsHomepage(event) { return tandem.app.sheetsHomepage(event); }',
  'onFileScopeGranted(event) { return tandem.app.sheetsHomepage(event); }',
  'onCardAction(event) { return tandem.app.cardAction(event); }',
  'doGet() { return tandem.app.adminPageFile(); }',
  'adminPage(action, inputs) { return tandem.app.adminPage(action, inputs); }',
  'runSyncs(event) { return tandem.app.runSyncs(event); }',
  'continueSyncs(event) { return tandem.app.continueSyncs(event); }',
  'onCalendarUpdated(event) { return tandem.app.calendarUpdated(event); }',
];

/** The add-on with the feature mounted, as a project for Apps Script. */
function builtWithFixture(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tenth-'));
  const { outputFiles } = buildSync({
    entryPoints: [join(__dirname, '../fixtures/tenth-feature/main.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'tandem',
    target: 'es2019',
    footer: { js: DOORS.map((door) => `function ${door}`).join('\n') },
  });
  writeFileSync(join(folder, 'main.js'), outputFiles[0]!.text);
  copyFileSync(join(BUILT, 'admin-page.html'), join(folder, 'admin-page.html'));
  const manifest = JSON.parse(readFileSync(join(BUILT, 'appsscript.json'), 'utf8')) as object;
  const oauthScopes = manifestScopes(FEATURES);
  writeFileSync(join(folder, 'appsscript.json'), JSON.stringify({ ...manifest, oauthScopes }));
  return folder;
}

const workspace = offeredTandem({
  script: builtWithFixture(),
  settings: { propagation: 'immediate' },
});
adminInstall(workspace);
inConsole(workspace, ADMIN, 'delegation.add', {
  clientId: delegatedClientOf(workspace),
  scopes: [CALENDAR_SCOPE, DELEGATED_SCOPE],
});

test('its scopes are in the manifest, and in the line that an administrator delegates', () => {
  expect(manifestScopes(FEATURES)).toContain(NOTES_SCOPE);
  expect(delegationNeeds(FEATURES).map(({ scope }) => scope)).toContain(DELEGATED_SCOPE);
  const page = finalize(workspace).open('Connection');
  expect(page.text).toContain(`${CALENDAR_SCOPE},${DELEGATED_SCOPE}`);
});

test('it has its place in the navigation, and its actions behind every door', () => {
  const page = new AdminPage(workspace, ADMIN).open();
  expect(page.page?.places.map(({ title }) => title)).toContain('Notes');
  expect(page.open('Notes').text).toContain('No notes yet');
  const { rendered } = workspace.run('onCardAction', {
    as: ADMIN,
    surface: 'addon',
    parameters: [{ commonEventObject: { parameters: { do: 'tenth.show' } } }],
  });
  expect(JSON.stringify(rendered)).toContain('No notes yet');
});

test('the runner runs its job and reports what is wrong with it, with a link to its place', () => {
  workspace.advance(2 * MINUTE_MS);
  const page = new AdminPage(workspace, ADMIN).open();
  expect(page.text).toContain('notes.example');
  expect(page.text).toContain('notebook.example');
  expect(page.buttons().filter((text) => text === 'Go to Notes').length).toBeGreaterThan(1);
  const mails = workspace.state.outbox.map(({ body }) => body).join('\n');
  expect(mails).toContain('notebook.example');
});

test('another administrator has what needs the sync account done by the next run', () => {
  const page = new AdminPage(workspace, PETRI).open().open('Notes');
  workspace.advance(MINUTE_MS);
  page.press('Refresh').press('Note it');
  workspace.advance(MINUTE_MS);
  page.press('Refresh');
  expect(page.notice).toBe(`Noted for ${PETRI}.`);
  expect(page.text).toContain('One note');
});
