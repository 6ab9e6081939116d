const { TestEnvironment } = require('jest-environment-node');
const { TraceMap, originalPositionFor } = require('@jridgewell/trace-mapping');
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { createRequire } = require('node:module');
const { Script } = require('node:vm');

const FILE = join(__dirname, '../../build/tests/modules.js');

const requireOfProcess = createRequire(FILE);

/** The script's name in stacks. No file has it: Jest would read one, with its map, for every stack that is looked at. */
const NAME = 'modules.js';

let modules = null;

/** The modules of this repository: functions by path. Evaluated once for all test files of a process. */
const modulesOfProcess = () =>
  (modules ??= new Script(
    `(function (module, require) { ${readFileSync(FILE, 'utf8')}\nreturn module.exports; })`,
    { filename: NAME },
  ).runInThisContext()({ exports: {} }, requireOfProcess));

/** What tests compare with values of the modules, or by `instanceof`: one of each for both. */
const SHARED = { Date, Error, Map, RangeError, Set, SyntaxError, TypeError };

/** What Jest gives to test files: modules that tests share, such as contracts, call that of the file that runs. */
const OF_THE_FILE = [
  'describe',
  'expect',
  'test',
  'beforeEach',
  'afterEach',
  'beforeAll',
  'afterAll',
];

/**
 * Jest gives a worker that has nothing left to do half a second to end, then kills it and says that tests leak. Handing
 * back a gigabyte object by object takes longer on a busy machine; `exit` leaves that to the system.
 */
if (process.send) process.once('beforeExit', () => process.exit());

let globalOfFile = null;
for (const name of OF_THE_FILE)
  Object.defineProperty(globalThis, name, { configurable: true, get: () => globalOfFile?.[name] });

/**
 * The global scope of a test file. The modules of this repository and the libraries belong to the process, not to the
 * file: what they have compiled, grown or computed serves the next file too. Test files have nothing of their own in
 * them, so none can tell which ran before it.
 *
 * Jest gives tests a copy of process.env, but a script's time zone is set through the real one (TZ). Jest's global
 * scope also lacks Node's symbols for disposal, without which playwright-core cannot click in frames.
 */
module.exports = class Environment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.defineProperty(this.global.process, 'env', { value: process.env });
    for (const name of ['dispose', 'asyncDispose'])
      if (!this.global.Symbol[name])
        Object.defineProperty(this.global.Symbol, name, {
          value: Symbol[name] ?? Symbol.for(`Symbol.${name}`),
        });
    Object.assign(this.global, SHARED, { modulesOfProcess, requireOfProcess });
    globalOfFile = this.global;
  }

  /** Before Jest prints an error, its stack gets the names and lines of the sources. */
  handleTestEvent({ name, error }) {
    if (!/^(test_fn|hook)_failure$/.test(name) || typeof error?.stack !== 'string') return;
    error.stack = withSources(error.stack);
  }
};

let map = null;

const withSources = (stack) =>
  stack.replace(/\bmodules\.js:(\d+):(\d+)/g, (place, line, column) => {
    map ??= new TraceMap(readFileSync(`${FILE}.map`, 'utf8'));
    const { source, ...at } = originalPositionFor(map, { line: +line, column: +column - 1 });
    return source === null ? place : `${join(dirname(FILE), source)}:${at.line}:${at.column + 1}`;
  });
