import { checkReport } from '../../src/install/checks';
import { stageSlot } from '../../src/install/stage';
import type { ShownTrouble, Standing } from '../../src/install/standing';
import { setupState, type SetupFacts } from '../../src/install/state';
import { disconnected, paused } from '../../src/install/stop';
import { ok } from '../../src/kit/result';
import { MemoryStore } from '../kit/memory-store';
import { mailed, type SetupRequest } from '../../src/install/request';
import { ADMIN, aTenant, MemoryInstall, OTHER } from './world';

const GOOD = checkReport(new MemoryInstall(), ADMIN.email);
const bad = new MemoryInstall();
bad.answers.license = ok({ kind: 'none' });
const BAD = checkReport(bad, ADMIN.email);

const standing = (isDeployed = false, troubles: readonly ShownTrouble[] = []): Standing => ({
  troubles,
  lastRun: null,
  isDeployed,
});

const NOW_MS = Date.parse('2026-11-02T08:00:00Z');
const HOUR_MS = 3_600_000;
const ails = (state: 'broken' | 'degraded') =>
  standing(true, [{ state, failure: { kind: 'own-fault' }, since: null, feature: null }]);

const facts = (parts: Partial<SetupFacts>): SetupFacts => ({
  tenant: { kind: 'nothing' },
  stage: null,
  report: null,
  request: null,
  email: ADMIN.email,
  standing: standing(),
  nowMs: NOW_MS,
  ...parts,
});
const requestTo = (to: string): SetupRequest =>
  mailed(null, { by: 'noora@acme.example', to, nowMs: Date.parse('2026-11-02T08:00:00Z') })!;
const tenantOf = (parts = {}) => ({ tenant: { kind: 'value', value: aTenant(parts) } }) as const;

test.each<[string, Partial<SetupFacts>, string]>([
  ['before anything [H5]', {}, 'not-installed'],
  ['after Install [H6]', { stage: 'asking-role' }, 'asking-role'],
  ['for who asks a colleague [H17]', { stage: 'ask' }, 'ask'],
  ['while a colleague is asked [G7]', { request: requestTo(OTHER.email) }, 'waiting'],
  [
    'for the colleague who was asked [G2]',
    { request: requestTo(ADMIN.email) },
    'ready-to-finalize',
  ],
  ['for who asks somebody else [G9]', { request: requestTo(OTHER.email), stage: 'ask' }, 'ask'],
  ['for who is an administrator [H7]', { stage: 'installing' }, 'installing'],
  ['with steps still to do', { stage: 'installing', report: BAD }, 'installing'],
  ['after Finalize, with something wrong [H15]', { stage: 'finalizing', report: BAD }, 'error'],
  ['after Finalize broke off', { stage: 'finalizing', report: GOOD }, 'finalizing'],
  [
    'when it was saved but the runner did not start',
    tenantOf({ everyMinutes: null }),
    'finalizing',
  ],
  ['when people are on their way [G6]', tenantOf(), 'deploying'],
  ['when the people have come [H16]', { ...tenantOf(), standing: standing(true) }, 'active'],
  [
    'for a colleague who never pressed anything',
    { ...tenantOf(), standing: standing(true), stage: 'asking-role' },
    'active',
  ],
  [
    'when something is late or waits for a person',
    { ...tenantOf(), standing: ails('degraded') },
    'degraded',
  ],
  ['when nothing works any more', { ...tenantOf(), standing: ails('broken') }, 'broken'],
  ['when an administrator paused it', tenantOf({ stop: paused(NOW_MS) }), 'paused'],
  [
    'when it was disconnected [C22]',
    tenantOf({ stop: disconnected(NOW_MS, false) }),
    'disconnected',
  ],
  [
    'while a former environment rests [C21]',
    tenantOf({ stop: disconnected(NOW_MS - 24 * HOUR_MS + 1, true) }),
    'cooling-down',
  ],
  [
    'once a former environment has rested for a day [C21]',
    tenantOf({ stop: disconnected(NOW_MS - 24 * HOUR_MS, true) }),
    'disconnected',
  ],
  [
    'when what was saved cannot be read',
    { tenant: { kind: 'unreadable', reason: 'damaged' } },
    'error',
  ],
])('the set-up is in its state %s: %#', (_, parts, kind) => {
  expect(setupState(facts(parts)).kind).toBe(kind);
});

test('what keeps it from being finalized is the state’s own [TA8]', () => {
  expect(setupState(facts({ stage: 'finalizing', report: BAD }))).toMatchObject({
    failures: [{ kind: 'not-installed' }],
  });
});

test('how far somebody came is kept, and what another release wrote does not count [H13]', () => {
  const own = new MemoryStore();
  stageSlot(own).write('installing');
  expect(stageSlot(own).read()).toEqual({ kind: 'value', value: 'installing' });
  own.values.set('install.stage', '{"v":1,"data":"dancing"}');
  expect(stageSlot(own).read().kind).toBe('unreadable');
});
