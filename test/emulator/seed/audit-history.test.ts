import { seedAuditHistory } from '../../../emulator/seed/audit-history';
import { smallCompany, aWorkspace } from '../../support/small-company';
import { allItems, items } from '../reports/support';
import type { LocalWorkspace } from '../../../emulator/local-workspace';

const DAY = 24 * 60 * 60 * 1000;
const LOGS = ['token', 'login', 'admin', 'calendar', 'drive', 'rules'];

const seeded = (seed = 1): LocalWorkspace => {
  const workspace = aWorkspace({ state: smallCompany(seed) });
  seedAuditHistory(workspace);
  return workspace;
};

const everything = (workspace: LocalWorkspace) =>
  LOGS.flatMap((log) => allItems(workspace, log, {}));

test('there are several hundred entries, of which the oldest are out of reach', () => {
  const workspace = seeded();
  const kept = Object.values(workspace.state.reports.logs).flat();
  const shown = everything(workspace);
  expect(shown.length).toBeGreaterThan(350);
  expect(kept.length).toBeGreaterThan(shown.length);
  const oldest = Math.min(...kept.map(({ at }) => at));
  expect(workspace.clock.now() - oldest).toBeGreaterThan(180 * DAY);
});

test('nothing happens in the future, and everything in order', () => {
  const workspace = seeded();
  for (const log of Object.values(workspace.state.reports.logs)) {
    const instants = log.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
    expect(instants.at(-1)).toBeLessThan(workspace.clock.now());
  }
});

test('all shapes of a parameter occur', () => {
  const shapes = everything(seeded())
    .flatMap(({ events }) => events)
    .flatMap(({ parameters = [] }) => parameters)
    .map((parameter) => Object.keys(parameter).find((key) => key !== 'name') ?? 'a name alone');
  expect([...new Set(shapes)].sort()).toEqual([
    'a name alone',
    'boolValue',
    'intValue',
    'messageValue',
    'multiIntValue',
    'multiMessageValue',
    'multiValue',
    'value',
  ]);
});

test('actors without an address, with a placeholder or a key, and entries without an IP address occur', () => {
  const actors = everything(seeded());
  expect(actors.some(({ actor }) => actor.email === undefined)).toBe(true);
  expect(actors.some(({ actor }) => actor.profileId === '105250506097979753968')).toBe(true);
  expect(actors.some(({ actor }) => actor.key === 'SYSTEM')).toBe(true);
  expect(actors.some(({ ipAddress }) => ipAddress === undefined)).toBe(true);
});

test('the OAuth log has all its events, and apps with drive, calendar and mail scopes', () => {
  const events = items(seeded(), 'token').flatMap((item) => item.events);
  expect([...new Set(events.map(({ name }) => name))].sort()).toEqual([
    'activity',
    'authorize',
    'deny',
    'request',
    'revoke',
  ]);
  const intranet = items(seeded(), 'token', {
    eventName: 'authorize',
    filters: 'app_name==Nordlys Intranet Integrations',
  });
  const scopes = intranet[0]!.events[0]!.parameters!.find(({ name }) => name === 'scope')!;
  for (const family of ['drive', 'calendar', 'gmail'])
    expect(scopes.multiValue!.some((scope) => scope.includes(family))).toBe(true);
});

test('events that Google renamed occur under old and new names', () => {
  const names = items(seeded(), 'admin').flatMap(({ events }) => events.map(({ name }) => name));
  expect(names).toContain('CHANGE_APP_ACCESS');
  expect(names.some((name) => name.startsWith('ADD_TO_'))).toBe(true);
});

test('the same seed makes the same past, another seed another', () => {
  expect(seeded(5).state.reports).toEqual(seeded(5).state.reports);
  expect(seeded(5).state.reports).not.toEqual(seeded(6).state.reports);
});
