const { TestEnvironment } = require('jest-environment-node');

/**
 * Jest gives tests a copy of process.env, but a script's time zone is set through the real one (TZ). Jest's global
 * scope also lacks Node's symbols for disposal, without which playwright-core cannot click in frames.
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
