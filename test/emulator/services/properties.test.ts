import { ADMIN, ANNA, BEN } from '../../support/small-company';
import { inScript, runIn, scriptOf } from './in-script';

const PROPERTIES = 'const p = PropertiesService.getScriptProperties();';

describe('properties', () => {
  test('are kept between executions, for every user of the script', () => {
    const workspace = scriptOf(`${PROPERTIES}
      function save() { p.setProperty('a', '1').setProperties({ b: 2, c: true }) }
      function read() { return [p.getProperty('a'), p.getProperty('b'), p.getProperty('none'), p.getKeys(), p.getProperties()] }`);
    runIn(workspace, 'save', { as: ANNA });
    expect(runIn(workspace, 'read', { as: BEN })).toEqual([
      '1',
      '2',
      null,
      ['a', 'b', 'c'],
      { a: '1', b: '2', c: 'true' },
    ]);
  });

  test('of a user are seen by that user only', () => {
    const workspace =
      scriptOf(`function save() { PropertiesService.getUserProperties().setProperty('a', '1') }
      function read() { return PropertiesService.getUserProperties().getProperty('a') }`);
    runIn(workspace, 'save', { as: ANNA });
    expect([ANNA, BEN].map((as) => runIn(workspace, 'read', { as }))).toEqual(['1', null]);
  });

  test('of a document do not exist in a script that is bound to none', () => {
    expect(inScript('return PropertiesService.getDocumentProperties() === null')).toBe(true);
  });

  test('are replaced whole when setProperties deletes all others', () => {
    expect(
      inScript(
        `${PROPERTIES} p.setProperty('a', '1'); p.setProperties({ b: '2' }, true); return p.getProperties()`,
      ),
    ).toEqual({ b: '2' });
  });

  test('can be deleted one by one and all at once', () => {
    expect(
      inScript(`${PROPERTIES} p.setProperties({ a: '1', b: '2', c: '3' }); p.deleteProperty('a');
      const left = p.getKeys(); p.deleteAllProperties(); return [left, p.getKeys()]`),
    ).toEqual([['b', 'c'], []]);
  });

  test('may be called like members of Object', () => {
    expect(
      inScript(`${PROPERTIES} return [p.getProperty('toString'), p.getProperty('__proto__')]`),
    ).toEqual([null, null]);
  });

  test.each([
    ["p.setProperty('a', 'x'.repeat(9 * 1024 + 1))", 'Exception: Argument too large: value'],
    [
      "p.setProperty('a')",
      "Exception: The parameters (String) don't match the method signature for PropertiesService.Properties.setProperty.",
    ],
    [
      "p.setProperty('a', null)",
      "Exception: The parameters (String,null) don't match the method signature for PropertiesService.Properties.setProperty.",
    ],
    [
      'p.getProperty()',
      "Exception: The parameters () don't match the method signature for PropertiesService.Properties.getProperty.",
    ],
    [
      "p.setProperties('x')",
      "Exception: The parameters (String) don't match the method signature for PropertiesService.Properties.setProperties.",
    ],
  ])('refuse %s', (code, words) => {
    expect(inScript(`${PROPERTIES} ${code}`)).toBe(words);
  });

  test('take 9 KB in one value', () => {
    expect(
      inScript(
        `${PROPERTIES} p.setProperty('a', 'x'.repeat(9 * 1024)); return p.getProperty('a').length`,
      ),
    ).toBe(9216);
  });

  test('keep what was there when a write would pass the limit of the store', () => {
    expect(
      inScript(
        `${PROPERTIES} p.setProperty('a', '1234');
      try { p.setProperties({ b: '12345678' }) } catch (e) { return [e.name, e.message, p.getProperties()] }`,
        { limits: { PROPERTY_STORE_BYTES: 10 } },
      ),
    ).toEqual([
      'Exception',
      'You have exceeded the property storage quota. Please remove some properties and try again.',
      { a: '1234' },
    ]);
  });

  test('can be called so often in 24 hours from the first use, each user for themselves', () => {
    const workspace = scriptOf(
      `${PROPERTIES} function f() { p.getKeys(); p.getKeys() } function g() { return p.getKeys() }`,
      {
        limits: { PROPERTY_CALLS_PER_DAY: 2 },
      },
    );
    const exhausted = 'Exception: Service invoked too many times for one day: properties.';
    runIn(workspace, 'f', { as: ANNA });
    expect([runIn(workspace, 'g', { as: ANNA }), runIn(workspace, 'g', { as: ADMIN })]).toEqual([
      exhausted,
      [],
    ]);
    workspace.clock.advance(86_400_000);
    expect(runIn(workspace, 'g', { as: ANNA })).toEqual([]);
  });

  test('answer a write that is planned to be lost as if it were done', () => {
    const workspace = scriptOf(
      `${PROPERTIES} function f() { p.setProperty('a', '1'); p.setProperty('b', '2'); return p.getProperties() }`,
    );
    workspace.faults.plan([{ method: 'properties.setProperty', fault: { kind: 'lose-write' } }]);
    expect(runIn(workspace, 'f')).toEqual({ b: '2' });
  });

  test('take the time that is reported of them', () => {
    const workspace = scriptOf(`${PROPERTIES} function f() { p.getKeys() }`, {
      latency: 'reported',
    });
    const { execution } = workspace.run('f', { as: ANNA });
    const call = execution.calls.find(({ method }) => method === 'properties.getKeys');
    expect(call?.ms).toBeGreaterThan(5);
  });
});
