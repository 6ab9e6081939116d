const { stopChromium } = require('./shared-chromium.cjs');

/** After the last test. */
module.exports = stopChromium;
