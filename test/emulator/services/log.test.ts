import { ANNA } from '../../support/small-company';
import { inScript, scriptOf } from './in-script';

const logged = (code: string): (readonly [string, string])[] =>
  scriptOf(`function f() { ${code} }`)
    .run('f', { as: ANNA })
    .execution.logs.map(({ level, message }) => [level, message]);

describe('the log', () => {
  test.each([
    ["console.log('a')", 'log', 'a'],
    ["console.info('%s is %d', 'x', 1.5, { a: 1 })", 'info', 'x is 1.5 { a: 1 }'],
    [
      "console.warn({ a: 'b', c: [1, 'two', null, undefined], d: { e: { f: { g: 1 } } } })",
      'warn',
      "{ a: 'b', c: [ 1, 'two', null, undefined ], d: { e: { f: [Object] } } }",
    ],
    ['console.error()', 'error', ''],
    ['console.log([], {}, () => 1, true)', 'log', '[] {} [Function] true'],
    [
      "const e = new Error('no'); e.name = 'Exception'; delete e.stack; e.name = 'Exception'; console.log('failed', e)",
      'log',
      "failed { [Exception: no] name: 'Exception' }",
    ],
    ["Logger.log('a')", 'info', 'a'],
    ["Logger.log('%s has %s', 'x', 1)", 'info', 'x has 1.0'],
    ["Logger.log({ a: 1, b: ['c'], d: { e: null } })", 'info', '{a=1.0, b=[c], d={e=null}}'],
    ["Logger.log('100% sure of %s', 1)", 'info', '100% sure of 1.0'],
    ['console.log(ScriptApp.AuthMode.FULL, ScriptApp)', 'log', 'FULL ScriptApp'],
    ['Logger.log(new Date(0))', 'info', 'Thu Jan 01 02:00:00 GMT+02:00 1970'],
  ])('has %s on the level %s', (code, level, message) => {
    expect(logged(code)).toEqual([[level, message]]);
  });

  test('measures time by the Workspace’s clock', () => {
    expect(logged("console.time('x'); Utilities.sleep(250); console.timeEnd('x')")).toEqual([
      ['debug', 'x: 250ms'],
    ]);
  });

  test('of Logger can be read and cleared by the script', () => {
    expect(
      inScript(
        "Logger.log('a').log('b'); const log = Logger.getLog(); Logger.clear(); return [log, Logger.getLog()]",
      ),
    ).toEqual([
      'Mon Mar 02 10:00:00 GMT+02:00 2026 INFO: a\nMon Mar 02 10:00:00 GMT+02:00 2026 INFO: b\n',
      '',
    ]);
  });
});
