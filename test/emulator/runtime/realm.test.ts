import { ANNA, aScript } from '../../support/small-company';

/** Runs code as a function body; returns its value, or the error. */
const run = (body: string, top = '') => {
  const { value, execution } = aScript(`${top}\nfunction f() { ${body} }`).run('f', { as: ANNA });
  return execution.error ?? value;
};

describe('a realm', () => {
  test.each([
    ['a function declaration', 'function g() { return 1 }', 'g'],
    ['a const with an arrow function', 'const g = () => 1', 'g'],
    ['a method of an object', 'const o = { g() { return 1 } }', 'o.g'],
    ['a static method of a class', 'class C { static g() { return 1 } }', 'C.g'],
    ['an async function', 'async function g() { return await Promise.resolve(1) }', 'g'],
    ['a function of a name that the language has', 'function parseInt() { return 1 }', 'parseInt'],
    ['a const of a name that the global object inherits', 'const toString = () => 1', 'toString'],
    [
      'a method that an object has instead of the inherited one',
      'const o = { toString: () => 1 }',
      'o.toString',
    ],
    ['a method of a class', 'class C { g() { return 1 } } const o = new C()', 'o.g'],
    ['what the code adds to the global object', 'globalThis.g = () => 1', 'g'],
  ])('finds a handler that is %s', (_, code, name) => {
    expect(aScript(code).run(name, { as: ANNA }).value).toBe(1);
  });

  test('names the missing handler', () => {
    const { execution } = aScript('').run('nothing', { as: ANNA });
    expect(execution.error).toMatchObject({ message: 'Script function not found: nothing' });
  });

  test.each([
    ['code', ['a.b(', 'f()', 'f;g', 'if', 'f.', 'a..b', '']],
    ['a name of the Workspace’s own', ['__run']],
    ['what the global object inherits', ['toString', 'valueOf', 'constructor', '__defineGetter__']],
    [
      'what the language brings',
      ['eval', 'Function', 'parseInt', 'JSON.parse', 'this.f', 'globalThis.f'],
    ],
    ['a service', ['Logger.log', 'Session.getActiveUser', 'ScriptApp.getOAuthToken']],
    [
      'what functions and objects inherit',
      ['f.call', 'f.constructor', 'o.toString', 'f.prototype.valueOf', 'o.no.more'],
    ],
  ])('does not take %s for a handler', (_, names) => {
    for (const name of names) {
      const { execution } = aScript('function f() {} const o = {}').run(name, { as: ANNA });
      expect(execution.error?.message).toBe(`Script function not found: ${name}`);
    }
  });

  test.each([
    [
      'Object',
      "globalThis.constructor && globalThis.constructor.constructor('return typeof process')()",
    ],
    ['this', "this.constructor && this.constructor.constructor('return typeof process')()"],
    ['a service answer', "JSON.parse('{}').constructor.constructor('return typeof process')()"],
    ['a function made from text', "Function('return typeof process')()"],
    ['eval', "eval('typeof process')"],
    [
      'a stack frame',
      `Error.prepareStackTrace = (e, frames) => frames;
      const seen = new Error().stack.map((frame) => frame.getThis && frame.getThis()).filter((x) => x && x !== globalThis);
      Error.prepareStackTrace = undefined;
      return seen.map((x) => x.constructor.constructor('return typeof process')()).join() || 'undefined'`,
    ],
    [
      'a stack overflow',
      `const deep = () => { try { deep() } catch (e) { return e.constructor.constructor('return typeof process')() } }; return deep()`,
    ],
  ])('lets nobody out through %s', (_, code) => {
    expect([undefined, 'undefined']).toContain(
      run(code.includes('return ') && code.includes(';') ? code : `return ${code}`),
    );
  });

  test.each([
    ["Function('return import(\\'fs\\')')", 'a function made from text'],
    ["eval('import(\\'fs\\')')", 'eval'],
    ["(async () => {}).constructor('return import(\\'fs\\')')", 'an async function made from text'],
    [
      "Function.prototype.toString = () => '1'; return Function('return import(\\'fs\\')')",
      'a function that lies about its text',
    ],
  ])('refuses import() in %s', (code) => {
    expect(run(code.includes('return Function') ? code : `return ${code}`)).toMatchObject({
      message: expect.stringContaining('import()'),
    });
  });

  test('refuses import() in a file', () => {
    expect(() => aScript("function f() { import('fs') }")).toThrow(/import\(\).*line: 1/);
  });

  test.each([
    ['class A { #x = 1 }', 'private class fields'],
    ['class A { static x = 1 }', 'static class fields'],
    ['class A { static { } }', 'static class blocks'],
    ["import x from 'y'", 'import'],
    ['function f( {', 'Unexpected token'],
  ])('refuses %s with the place', (code, word) => {
    expect(() => aScript(code)).toThrow(new RegExp(`${word}.*Code\\.gs`));
  });

  test.each([
    'setTimeout',
    'setInterval',
    'fetch',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'TextDecoder',
    'Blob',
    'File',
    'FormData',
    'atob',
    'btoa',
    'crypto',
    'DOMException',
    'window',
    'navigator',
    'performance',
    'process',
    'require',
    'module',
    'Buffer',
    'global',
    'structuredClone',
    'queueMicrotask',
  ])('has no %s, like Apps Script', (name) => {
    expect(run(`return typeof ${name}`)).toBe('undefined');
  });

  test('starts every execution from nothing', () => {
    const workspace = aScript('let n = 0; function f() { return ++n }');
    expect([1, 2].map(() => workspace.run('f', { as: ANNA }).value)).toEqual([1, 1]);
  });

  test('has the Workspace’s time, in the script’s zone', () => {
    expect(
      run('return [new Date().toISOString(), new Date().getHours(), Date.now(), typeof Date()]'),
    ).toEqual(['2026-03-02T08:00:00.000Z', 10, Date.UTC(2026, 2, 2, 8), 'string']);
    expect(run("return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format()")).toBe(
      '10:00',
    );
    expect(run('return new Date() instanceof Date && new Date(0).constructor === Date')).toBe(true);
  });

  test('gives the same random numbers for the same seed', () => {
    expect(run('return [Math.random(), Math.random()]')).toEqual(
      run('return [Math.random(), Math.random()]'),
    );
  });

  test('drains microtasks after the call', () => {
    expect(run('return Promise.resolve(1).then((x) => x + 1).then((x) => x + 1)')).toBe(3);
  });

  test('hands over what a script threw', () => {
    expect(run("throw new TypeError('no')")).toMatchObject({
      name: 'TypeError',
      message: 'no',
      stack: expect.stringMatching(/^TypeError: no\n    at f \(Code:\d+:\d+\)$/),
    });
    expect(run("throw 'text'")).toMatchObject({ message: 'text' });
  });
});
