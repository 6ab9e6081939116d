import type { PlannedFault } from '../../../emulator/runtime/faults';
import { ADMIN, ANNA, aScript } from '../../support/small-company';

const DIRECTORY = {
  dependencies: {
    enabledAdvancedServices: [
      { userSymbol: 'AdminDirectory', serviceId: 'admin', version: 'directory_v1' },
    ],
  },
};

/** Runs code as an administrator under planned faults. */
function run(body: string, faults: readonly PlannedFault[], options: object = {}) {
  const workspace = aScript(
    `function f() { ${body} } function other() { store().setProperty('who', 'other'); }
    function store() { return PropertiesService.getScriptProperties(); }`,
    { manifest: DIRECTORY, ...options },
  );
  workspace.faults.plan(faults);
  const outcome = workspace.run('f', { as: ADMIN });
  return { ...outcome, workspace, properties: outcome.execution.start.script.scriptProperties };
}

const READ = `AdminDirectory.Users.get('${ANNA}')`;
const RENAME = `AdminDirectory.Users.patch({ name: { givenName: 'Anne' } }, '${ANNA}')`;
const details = (code: string) =>
  `try { ${code}; return 'no error' } catch (e) { return e.details }`;

describe('a planned fault', () => {
  test.each([
    [401, 'authError'],
    [403, 'rateLimitExceeded'],
    [404, 'notFound'],
    [429, 'rateLimitExceeded'],
    [500, 'backendError'],
    [503, 'backendError'],
  ])('answers %i with Google’s reason %s', (code, reason) => {
    const { value } = run(details(READ), [
      { method: 'directory.*', fault: { kind: 'error', code } },
    ]);
    expect(value).toMatchObject({ code, errors: [{ reason }] });
  });

  test('before a call leaves the Workspace as it was; after it, the change is made all the same', () => {
    const nameAfter = (when: 'before' | 'after') =>
      run(details(RENAME), [
        { method: 'directory.users.patch', when, fault: { kind: 'error', code: 500 } },
      ]).workspace.act(ADMIN, 'directory.users.get', { userKey: ANNA });
    expect(nameAfter('before')).toMatchObject({ name: { givenName: 'anna' } });
    expect(nameAfter('after')).toMatchObject({ name: { givenName: 'Anne' } });
  });

  test('strikes the chosen call, as many times as planned', () => {
    const calls = Array.from({ length: 5 }, () => `(() => { ${details(READ)} })()`).join(',');
    const { value, workspace } = run(`return [${calls}]`, [
      { at: 2, times: 2, method: 'directory.users.get', fault: { kind: 'error', code: 503 } },
    ]);
    expect((value as unknown[]).map((one) => (one === 'no error' ? 'ok' : 'fault'))).toEqual([
      'ok',
      'fault',
      'fault',
      'ok',
      'ok',
    ]);
    expect(workspace.faults.struck()).toEqual([2]);
  });

  test('that kills ends the execution: nothing after it has any effect, not even in a catch block', () => {
    const { execution, properties } = run(
      `store().setProperty('a', '1'); try { ${READ} } catch (e) {} finally { try { store().setProperty('b', '2') } catch (e) {} } return 'went on'`,
      [{ method: 'directory.users.get', fault: { kind: 'kill' } }],
    );
    expect(execution.status).toBe('timed-out');
    expect(execution.error?.message).toBe('Exceeded maximum execution time');
    expect(properties).toEqual({ a: '1' });
  });

  test('may report a write as done and lose it', () => {
    const { properties, value } = run(
      `store().setProperty('a', '1'); store().setProperty('b', '2'); return store().getProperty('a')`,
      [{ method: 'properties.setProperty', fault: { kind: 'lose-write' } }],
    );
    expect(properties).toEqual({ b: '2' });
    expect(value).toBeNull();
  });

  test('may be somebody else’s change in between', () => {
    const { value } = run(
      `const before = ${READ}.etag; const after = ${READ}; return [before === after.etag, after.suspended]`,
      [
        {
          at: 2,
          method: 'directory.users.get',
          fault: {
            kind: 'act',
            as: ADMIN,
            method: 'directory.users.patch',
            params: { userKey: ANNA },
            body: { suspended: true },
          },
        },
      ],
    );
    expect(value).toEqual([false, true]);
  });

  test('may be another execution in between', () => {
    const { value, workspace } = run(`${READ}; return store().getProperty('who')`, [
      { method: 'directory.users.get', fault: { kind: 'run', function: 'other', as: ADMIN } },
    ]);
    expect(value).toBe('other');
    expect(workspace.engine.executions.map(({ start }) => start.functionName)).toEqual([
      'other',
      'f',
    ]);
  });
});

describe('a planned fault beside calls', () => {
  const HOUR = 3_600_000;

  test.each([
    ['drop-trigger', 4],
    ['double-trigger', 6],
  ] as const)('%s changes how often a trigger runs', (kind, runs) => {
    const workspace = aScript('function tick() {}');
    const script = workspace.installed!.record;
    script.triggers.push({
      uid: '9',
      handler: 'tick',
      ownerUserId: '100000000000000000000',
      surface: 'editor',
      createdAt: 0,
      source: { kind: 'recurring', rule: { every: 'hours', count: 1 }, timeZone: 'Etc/UTC' },
      nextRunAt: null,
      fired: false,
    });
    workspace.scheduler.planFirstRun(script, script.triggers[0]!);
    workspace.faults.plan([{ at: 2, method: 'tick', fault: { kind } }]);
    workspace.advance(5 * HOUR);
    expect(workspace.engine.executions.length).toBe(runs);
  });

  test.each([
    ['late', { minutes: 600 }, [0, 1]],
    ['never', { never: true }, [0, 0]],
    ['twice', { twice: true }, [1, 2]],
  ])('may make a log entry come %s', (_, how, [soon, later]) => {
    const workspace = aScript('', { settings: { propagation: 'immediate' } });
    workspace.faults.plan([{ method: 'admin', fault: { kind: 'late-log', ...how } }]);
    workspace.act(ADMIN, 'directory.users.patch', { userKey: ANNA }, { suspended: true });
    const shown = () =>
      (
        workspace.act(ADMIN, 'reports.activities.list', {
          userKey: 'all',
          applicationName: 'admin',
        }) as { items?: object[] }
      ).items?.length ?? 0;
    expect(shown()).toBe(soon);
    workspace.advance(24 * HOUR);
    expect(shown()).toBe(later);
  });
});

describe('the limit of an execution', () => {
  const slow = { latency: 'reported', punctuality: { jitterMs: 0 } } as const;

  test('is six minutes of virtual time for a script, and nothing has effect afterwards', () => {
    const { execution, properties } = run(
      `for (let i = 0; ; i++) { Utilities.sleep(50000); store().setProperty('i', String(i)) }`,
      [],
      slow,
    );
    expect(execution.error?.message).toBe('Exceeded maximum execution time');
    expect(execution.elapsedMs()).toBeGreaterThan(360_000);
    expect(execution.elapsedMs()).toBeLessThan(420_000);
    expect(Number(properties['i'])).toBe(6);
  });

  test('is thirty seconds for a card', () => {
    const workspace = aScript(
      'function f() { Utilities.sleep(20000); Utilities.sleep(20000); return 1 }',
      slow,
    );
    const { execution } = workspace.run('f', { as: ANNA, surface: 'addon' });
    expect(execution.status).toBe('timed-out');
  });

  test('ends a loop that never calls anything, and the Workspace lives on', () => {
    const workspace = aScript('function f() { for (;;); } function g() { return 1 }', {
      machine: { realTimeGuardMs: 100 },
    });
    expect(workspace.run('f', { as: ANNA }).execution.error?.message).toContain(
      'The local Workspace stopped f',
    );
    expect(workspace.run('g', { as: ANNA }).value).toBe(1);
  });

  test('on simultaneous executions is thirty for each user', () => {
    const workspace = aScript(
      `function f() { PropertiesService.getScriptProperties().getProperty('x') }`,
      { limits: { SIMULTANEOUS_EXECUTIONS_PER_USER: 1 } },
    );
    workspace.faults.plan([
      { method: 'properties.*', fault: { kind: 'run', function: 'f', as: ADMIN } },
    ]);
    workspace.run('f', { as: ADMIN });
    expect(workspace.engine.executions[0]!.error?.message).toBe(
      'There are too many scripts running simultaneously for this Google user account.',
    );
  });
});

describe('executions that overlap', () => {
  test('run whole at a service call of the other, and their time is not the other’s', () => {
    const workspace = aScript(
      `function slow() { for (let i = 0; i < 10; i++) Utilities.sleep(30000); return 'done' }
       function tick() { Utilities.sleep(60000) }`,
      { latency: 'none' },
    );
    const script = workspace.installed!.record;
    script.triggers.push({
      uid: '9',
      handler: 'tick',
      ownerUserId: '100000000000000000000',
      surface: 'editor',
      createdAt: 0,
      source: { kind: 'recurring', rule: { every: 'minutes', count: 1 }, timeZone: 'Etc/UTC' },
      nextRunAt: null,
      fired: false,
    });
    workspace.scheduler.planFirstRun(script, script.triggers[0]!);
    const { value, execution } = workspace.run('slow', { as: ANNA });
    expect(value).toBe('done');
    expect(execution.elapsedMs()).toBe(300_000);
    expect(
      workspace.engine.executions.filter(({ start }) => start.functionName === 'tick').length,
    ).toBeGreaterThan(3);
  });

  test('with the same seed leave the same trace [Inv23]', () => {
    const trace = () => {
      const { workspace } = run(
        `for (let i = 0; i < 5; i++) { ${READ}; store().setProperty('r', String(Math.random())) }`,
        [],
        { latency: 'reported' },
      );
      return JSON.stringify([
        workspace.traffic.calls,
        workspace.state.scripts,
        workspace.state.random,
      ]);
    };
    expect(trace()).toBe(trace());
  });
});
