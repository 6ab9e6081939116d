const { TestEnvironment } = require('jest-environment-node');

/** Jest hands tests a copy of process.env; a script's time zone is set through the real one (TZ). */
module.exports = class RealTimeZoneEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    Object.defineProperty(this.global.process, 'env', { value: process.env });
  }
};
