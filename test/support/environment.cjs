const { TestEnvironment } = require('jest-environment-node');
const { TraceMap, originalPositionFor } = require('@jridgewell/trace-mapping');
const { readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { Script } = require('node:vm');

const FILE = join(__dirname, '../../build/tests/modules.js');

/** The script's name in stacks. No file has it: Jest would read one, with its map, for every stack that is looked at. */
const NAME = 'modules.js';

let compiled = null;

/** Compiled once for all test files of a process. */
const modulesScript = () =>
  (compiled ??= new Script(
    `(function (module, require) { ${readFileSync(FILE, 'utf8')}\nreturn module.exports; })`,
    { filename: NAME },
  ));

/**
 * The global scope of a test file. `modulesWith(require)` evaluates in it the modules of this repository, of which the
 * bundle has all (build/test-modules.mjs): functions by path.
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
    let modules = null;
    this.global.modulesWith = (require) =>
      (modules ??= modulesScript().runInContext(this.getVmContext())({ exports: {} }, require));
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
