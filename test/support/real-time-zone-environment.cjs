const { TestEnvironment } = require('jest-environment-node');

/**
 * Jest hands tests a copy of process.env; a script's time zone is set through the real one (TZ). And its global scope
 * lacks the symbols of disposal that Node gives to every other one: playwright-core cannot click in frames without them.
 */
module.exports = class RealTimeZoneEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.defineProperty(this.global.process, 'env', { value: process.env });
    for (const name of ['dispose', 'asyncDispose'])
      if (!this.global.Symbol[name])
        Object.defineProperty(this.global.Symbol, name, {
          value: Symbol[name] ?? Symbol.for(`Symbol.${name}`),
        });
  }
};
