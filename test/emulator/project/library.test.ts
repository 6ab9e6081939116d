import { ADMIN, ANNA, aWorkspace } from '../../support/small-company';
import { toProject, type Libraries } from '../../../emulator/project/project';

const manifest = (version = '43') =>
  JSON.stringify({
    timeZone: 'UTC',
    dependencies: { libraries: [{ userSymbol: 'Lib', libraryId: '1Abc', version }] },
  });

const project = (code: string, libraries: Libraries = {}) =>
  toProject(
    [
      { name: 'appsscript', type: 'JSON', source: manifest() },
      { name: 'Code', type: 'SERVER_JS', source: code },
    ],
    { libraries },
  );

const run = (code: string, libraries: Libraries = {}): unknown => {
  const workspace = aWorkspace();
  workspace.install(project(code, libraries), {
    name: 'Script',
    ownerEmail: ADMIN,
    ownerCustomerId: null,
  });
  const { value, execution } = workspace.run('f', { as: ANNA });
  return execution.error ? `${execution.error.name}: ${execution.error.message}` : value;
};

const LIB: Libraries = {
  Lib: [
    {
      name: 'one',
      type: 'SERVER_JS',
      source:
        'var count = 0; const hidden = 1; function add(n) { count += n + hidden; return other_() }',
    },
    { name: 'two', type: 'SERVER_JS', source: 'class Kept {} function other_() { return count }' },
  ],
};

test('a library whose code is given is an object with its functions and variables, and puts no names into the script', () => {
  expect(run('function f() { return [Lib.add(2), Lib.count, typeof add] }', LIB)).toEqual([
    3,
    3,
    'undefined',
  ]);
});

test('what a library keeps to itself is not on its object', () => {
  expect(run('function f() { return Object.keys(Lib) }', LIB)).toEqual(['count', 'add']);
});

const libraryOf = (source: string): Libraries => ({
  Lib: [{ name: 'one', type: 'SERVER_JS', source }],
});

test.each([
  ['functions', 'function helper() {}', 'helper'],
  ['constants', 'const KEY = 1;', 'KEY'],
  ['classes', 'class Row {}', 'Row'],
  ['variables that nothing declares', 'function g() { loose = 1; } g();', 'loose'],
])('a library does not see the script’s %s', (_, code, name) => {
  const lib = libraryOf(`function look() { return typeof ${name}; }`);
  expect(run(`${code} function f() { return Lib.look(); }`, lib)).toBe('undefined');
});

test('a library that names a service gets the service, not the script’s function of that name', () => {
  const lib = libraryOf('function zone() { return Session.getScriptTimeZone(); }');
  expect(run('function Session() {} function f() { return Lib.zone(); }', lib)).toBe('UTC');
});

test('what a library assigns is its own and on its object', () => {
  const lib = libraryOf(
    'total = 1; function Script() {} function add() { total++; return total; }',
  );
  const code =
    'var total = 40; function f() { return [Lib.add(), total, Lib.total, typeof Script]; }';
  expect(run(code, lib)).toEqual([2, 40, 2, 'undefined']);
});

test('a library of the universal kind finds its own name again, and keeps it from the script', () => {
  const lib = libraryOf(
    '(function (root) { root.moment = function () { return "now"; }; })(this); function tell() { return moment(); }',
  );
  const code = 'function f() { return [Lib.tell(), Lib.moment(), typeof moment]; }';
  expect(run(code, lib)).toEqual(['now', 'now', 'undefined']);
});

test('a library in strict mode is one', () => {
  const lib = libraryOf("'use strict'; function tell() { return this === undefined; }");
  expect(run('function f() { return (0, Lib.tell)(); }', lib)).toBe(true);
});

test('a library begins anew in every execution', () => {
  const code = 'function f() { return Lib.add(0) }';
  expect([run(code, LIB), run(code, LIB)]).toEqual([1, 1]);
});

test('a library whose code is missing is named at the start, and where it is used', () => {
  const words =
    'The library Lib (1Abc, version 43) is not on this machine, so using it fails; with --library Lib=DIR it is run from a folder that holds its code.';
  expect(project('').warnings).toEqual([words]);
  expect(project('', LIB).warnings).toEqual([]);
  expect(run("function f() { return typeof Lib + Lib.createService('x') }")).toBe(
    `NotEmulated: Lib.createService: ${words}`,
  );
});

test('scopes that only a library’s code needs are asked for where the manifest lists none', () => {
  const source = 'function get() { return UrlFetchApp.fetch("https://a.example/") }';
  expect(project('', { Lib: [{ name: 'x', type: 'SERVER_JS', source }] }).scopes).toEqual([
    'https://www.googleapis.com/auth/script.external_request',
  ]);
});

test('an error in a library’s code names the library and the file', () => {
  expect(() =>
    project('', { Lib: [{ name: 'x', type: 'SERVER_JS', source: 'function (' }] }),
  ).toThrow(/Lib\/x\.gs/);
});
