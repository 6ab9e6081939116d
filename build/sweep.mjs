/**
 * npm run sweep: tries the laws (test/laws) with random histories for a given time, in rounds with a seed each, and prints
 * how many were tried, the seeds and every violation; ends with 1 when there is one. npm run sweep -- --minutes 60
 * --times 20 --seed 7 calendar: how long, how many times as many histories a round as in the tests, where the seeds
 * begin, and only the laws whose path has the word.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTool } from './processes.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    minutes: { type: 'string', default: '10' },
    times: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
  },
});
const minutes = Number(values.minutes);
const firstSeed = Number(values.seed);
const until = performance.now() + minutes * 60_000;
const paths =
  positionals.length > 0 ? positionals.map((word) => `test/laws/.*${word}`) : ['test/laws'];
const folder = mkdtempSync(join(tmpdir(), 'tandem-sweep-'));
try {
  process.exitCode = (await sweep()) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

async function sweep() {
  let [rounds, histories, violations] = [0, 0, 0];
  do {
    const found = await tryRound(firstSeed + rounds);
    rounds += 1;
    histories += found.histories;
    violations += found.violations.length;
    console.log(
      `Seed ${found.seed}: ${found.histories} histories of ${found.laws} laws in ${found.seconds.toFixed(0)} s, ${found.violations.length} violations`,
    );
    for (const text of found.violations) console.log(`\n${text}\n`);
  } while (performance.now() < until);
  const seeds = `seeds ${firstSeed} to ${firstSeed + rounds - 1}`;
  console.log(`${rounds} rounds, ${histories} histories, ${seeds}, ${violations} violations`);
  return violations === 0;
}

/** Tries every law once, all from one seed. A law that is violated stops at that history, which fast-check makes shorter. */
async function tryRound(seed) {
  const [counts, results] = [join(folder, `${seed}.counts`), join(folder, `${seed}.json`)];
  const args = ['--config', 'build/jest.config.mjs', '--testTimeout=7200000', '--json'];
  const { seconds, output } = await runTool(
    'jest',
    [...args, `--outputFile=${results}`, ...paths],
    {
      env: { SWEEP_TIMES: values.times, SWEEP_SEED: String(seed), SWEEP_COUNTS: counts },
    },
  );
  const read = (file) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      throw new Error(`No law was tried:\n${output}`);
    }
  };
  const { testResults } = JSON.parse(read(results));
  const laws = testResults.flatMap(({ assertionResults }) => assertionResults);
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const violated = laws.filter(({ status }) => status === 'failed');
  return {
    seed,
    seconds,
    laws: laws.length,
    histories: read(counts)
      .split('\n')
      .reduce((sum, count) => sum + Number(count), 0),
    violations: [
      ...broken.map(({ name, message }) => `${name}\n${message}`),
      ...violated.map(
        ({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`,
      ),
    ],
  };
}
