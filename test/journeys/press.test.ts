// What pressing a button touches: the feature it belongs to, and nothing else.
import { entryOf } from '../../src/app/entries';
import type { Execution } from '../../src/app/execution';
import { mounted } from '../../src/app/mounted';
import { notices } from '../../src/card/action';
import type { Feature } from '../../src/runs/feature';
import {
  bringPeopleIn,
  calendarPanel,
  finalize,
  NOORA,
  preparedWorkspace,
  turnOnSync,
} from '../support/set-up';

const LOCAL = /^(execution|session|properties|cache|lock|script|utilities|html)\./;

test('a press makes the ports of its own feature, and of no other', () => {
  const made: string[] = [];
  const feature = (name: string): Feature<null> => ({
    name,
    needs: { manifest: [], delegation: [] },
    actions: () => ({ [`${name}.go`]: { for: 'everyone', run: () => notices(name) } }),
  });
  const features = ['one', 'two'].map((name) =>
    mounted(feature(name), () => {
      made.push(name);
      return null;
    }),
  );
  const entry = entryOf(features, {} as Execution, 'two.go');
  expect(entry?.run({}, { email: NOORA, domain: 'havu.example', userId: null }).notice).toBe('two');
  expect(made).toEqual(['two']);
});

test('a person’s button asks nobody and reads no key: it works where the publisher’s key is gone', () => {
  const workspace = preparedWorkspace();
  bringPeopleIn(finalize(workspace)).open('Calendars').press('Turn on');
  turnOnSync(calendarPanel(workspace));
  const panel = calendarPanel(workspace);
  const last = () => workspace.engine.executions[workspace.engine.executions.length - 1]!;
  const { scriptProperties } = last().start.script;
  const keys = Object.keys(scriptProperties).filter((key) =>
    /publisher\..*(key|account)/.test(key),
  );
  expect(keys).not.toEqual([]);
  for (const key of keys) delete scriptProperties[key];
  panel.press('Sync soon');
  expect(last().error).toBeNull();
  expect(panel.text).toContain('Tandem looks again');
  const methods = last().calls.map(({ method }) => method);
  expect(methods.filter((method) => !LOCAL.test(method))).toEqual([]);
  expect(methods.filter((method) => method.startsWith('properties.')).length).toBeLessThanOrEqual(
    12,
  );
});

test('a run that finds nothing new says nothing: it does not even read the file of sentences', () => {
  const workspace = preparedWorkspace();
  bringPeopleIn(finalize(workspace)).open('Calendars').press('Turn on');
  turnOnSync(calendarPanel(workspace));
  workspace.advance(10 * 60_000);
  const readsIn = (door: string): boolean[] =>
    workspace.engine.executions
      .filter(({ start: { functionName } }) => functionName === door)
      .map(({ calls }) => calls.some(({ method }) => method === 'html.file'));
  expect(readsIn('runSyncs').slice(-5)).toEqual(Array(5).fill(false));
  expect(readsIn('adminPage')).toContain(true);
});
