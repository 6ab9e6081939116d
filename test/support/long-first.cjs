const { default: Sequencer } = require('@jest/test-sequencer');
const { statSync } = require('node:fs');

/** Where the long files are, longest first. A long file that begins last keeps one core waiting for it. */
const LONG = [
  '/browser/',
  '/crashes/',
  '/journeys/',
  '/attacks/',
  '/laws/',
  '/docs/',
  '/google-clients/',
];

/** Long files first; among equals the larger one, since that is known in a fresh clone too. */
module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const found = LONG.findIndex((folder) => path.includes(folder));
      return found < 0 ? LONG.length : found;
    };
    const size = new Map(tests.map(({ path }) => [path, statSync(path).size]));
    return [...tests].sort((a, b) => rank(a) - rank(b) || size.get(b.path) - size.get(a.path));
  }
};
