import { LocalWorkspace } from '../emulator/local-workspace';
import { NO_QUOTAS } from '../emulator/rest/quotas-limits';
import { toProject } from '../emulator/project/project';
import { ADMIN, smallCompany } from '../test/support/small-company';
import { medianMicroseconds, type Figure } from './figure';

const manifest = {
  timeZone: 'Europe/Helsinki',
  dependencies: {
    enabledAdvancedServices: [{ userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' }],
  },
};

/** About 300 KB of functions that nobody calls, as in a bundle. */
const FILLER = Array.from(
  { length: 2_600 },
  (_, i) => `function filler${i}(a, b) { /* ${'x'.repeat(60)} */ return [a, b, ${i}].join('-'); }`,
).join('\n');

function workspaceWith(code: string): LocalWorkspace {
  const workspace = new LocalWorkspace({
    state: smallCompany(),
    latency: 'none',
    quotas: NO_QUOTAS,
  });
  workspace.install(
    toProject([
      { name: 'appsscript', type: 'JSON', source: JSON.stringify(manifest) },
      { name: 'Code', type: 'SERVER_JS', source: code },
    ]),
    { name: 'Bench', ownerEmail: ADMIN, ownerCustomerId: null },
  );
  return workspace;
}

/** The median time of one execution of `f` in microseconds. */
const execution = (code: string, rounds = 31): number => {
  const workspace = workspaceWith(code);
  return medianMicroseconds(
    () => {
      const { execution: run } = workspace.run('f', { as: ADMIN });
      if (run.error) throw new Error(run.error.message);
    },
    { rounds },
  );
};

const CALLS = 2_000;

/**
 * The time of one call inside a script, in microseconds: the difference between many calls and none, divided by their
 * number.
 */
const perCall = (before: string, call: string): number => {
  const loop = (count: number) =>
    execution(`function f() { ${before}; for (let i = 0; i < ${count}; i++) { ${call} } }`, 9);
  return (loop(CALLS) - loop(0)) / CALLS;
};

/** Inserts an event of about this many KB. */
const eventOf = (kb: number): string =>
  `const { id } = Calendar.Events.insert({ summary: 'x', description: 'x'.repeat(${kb * 1024}), start: { dateTime: '2026-03-02T09:00:00Z' }, end: { dateTime: '2026-03-02T10:00:00Z' } }, 'primary')`;

const READ = `Calendar.Events.get('primary', id)`;

/** What the local Workspace costs in real time. */
export function bench(): Figure[] {
  const small = perCall(eventOf(0), READ);
  const large = perCall(eventOf(8), READ);
  const figures: Figure[] = [
    {
      what: 'an execution of a 300 KB bundle that does nothing',
      figure: execution(`${FILLER}\nfunction f() {}`) / 1e3,
      unit: 'ms',
      target: 5,
    },
    {
      what: 'a built-in service call with an empty answer',
      figure: perCall('', `PropertiesService.getScriptProperties().getProperty('none')`),
      unit: 'µs',
      target: 10,
    },
    {
      what: 'each KB more of an advanced service’s answer',
      figure: (large - small) / 8,
      unit: 'µs',
      target: 5,
    },
    { what: 'an advanced service call that reads a small event, whole', figure: small, unit: 'µs' },
  ];
  return figures.map((figure) => ({ ...figure, isTimed: true }));
}
