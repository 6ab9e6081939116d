import { APART } from '../../../emulator/runtime/machine';
import { ANNA, aScript } from '../../support/small-company';

/** The outcome of a script on a machine whose time limit is very short. */
const ended = (code: string, realTimeGuardMs = 50) => {
  // A fast machine would reach Google's quota first.
  const limits = { PROPERTY_CALLS_PER_DAY: Infinity };
  const script = aScript(code, { machine: { realTimeGuardMs }, limits });
  const { execution } = script.run('f', { as: ANNA });
  return { status: execution.status, ...execution.error };
};

test('a loop without end is stopped by the local Workspace in its own name, not in Google’s', () => {
  expect(ended('function f() { for (;;); }')).toMatchObject({
    status: 'failed',
    name: 'LocalWorkspaceGuard',
    message:
      "The local Workspace stopped f after 0.05 seconds of this machine's time: it seems to run without end. This is the local Workspace's own safety net, not a limit of Google's; --guard-minutes gives it longer.",
  });
});

test('a loop that calls services is stopped too, and the message names the function and the line', () => {
  const code = `function f() { outer() }
function outer() { for (;;) inner() }
function inner() { PropertiesService.getScriptProperties().getKeys() }`;
  expect(ended(code, 1_500).message).toContain('It last called a service in inner (Code:3).');
});

test('a file that runs without end as it is loaded is stopped too', () => {
  expect(ended('for (;;); function f() {}')).toMatchObject({
    name: 'LocalWorkspaceGuard',
    message: expect.stringContaining('stopped the code outside functions'),
  });
});

test('a function may use this machine for minutes, and that time does not pass on the Workspace’s clock', () => {
  expect(APART.realTimeGuardMs).toBeGreaterThanOrEqual(60_000);
  const busy = aScript(
    "function f() { for (let i = 0, x = 0; i < 2e8; i++) x += i; return 'done' }",
  );
  const { value, execution } = busy.run('f', { as: ANNA });
  expect([value, execution.elapsedMs()]).toEqual(['done', 0]);
});
