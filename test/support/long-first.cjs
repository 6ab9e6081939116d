const { default: Sequencer } = require('@jest/test-sequencer');
const { statSync } = require('node:fs');

/** Folders with long files, longest first. A long file that begins last would leave the other core idle. */
const LONG = [
  '/browser/',
  '/crashes/',
  '/journeys/',
  '/attacks/',
  '/laws/',
  '/docs/',
  '/google-clients/',
];

/** Long files first. Among equals, the larger file comes first, because sizes are known even in a fresh clone. */
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
