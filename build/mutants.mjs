/**
 * npm run mutants: plants the bugs of test/mutants in a copy of the checkout, of which one acts at a time, and runs the tests
 * that ought to find it. Prints caught / planted and names every survivor; fails below 97 %. npm run mutants -- WORD: only those whose file
 * or sentence has the word. `--quick`: only those whose tests drive nothing that is built. `--from N`: goes on with the Nth of
 * them, where a run was cut off. `--again FILE`: only those that survived according to the output of an earlier run.
 * `--check` plants nothing, and looks whether each of them still can be planted.
 */
import { transformSync } from 'esbuild';
import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildStale } from './fresh.mjs';
import { partsDrivenBy } from './named-tests.mjs';
import { PLANTED, plantInAddOn, plantInModules, plantInSources } from './planting.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const LISTS = join(root, 'test/mutants');

/** The share of the planted bugs that the tests have to find. */
const WANTED = 0.97;

/** A bug may make a test run for ever: one that does is found. */
const LONGEST_MS = 300_000;

/** Outputs of the build that tests drive. */
const BUILT = ['build/gas', 'build/emulator'];

/** What each test drives, by its path. */
const parts = new Map();

const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    check: { type: 'boolean' },
    quick: { type: 'boolean' },
    from: { type: 'string', default: '1' },
    again: { type: 'string' },
  },
});
const earlier = options.again ? readFileSync(options.again, 'utf8') : null;
const all = await mutants();
const problems = all.flatMap(problemsOf);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
} else if (options.check) console.log(summaryOf(all));
else process.exitCode = (await plantAll(all.filter(isWanted))) ? 0 : 1;

/** All of them, in the order of their lists. */
async function mutants() {
  const files = readdirSync(LISTS).filter((file) => file.endsWith('.mjs'));
  const lists = await Promise.all(
    files.sort().map(async (file) => (await import(pathToFileURL(join(LISTS, file)))).default),
  );
  return lists.flat();
}

function isWanted({ file, breaks }) {
  const isNamed = wanted.every((word) => `${file} ${breaks}`.includes(word));
  return isNamed && (earlier === null || earlier.includes(`SURVIVED ${file}: ${breaks}`));
}

function summaryOf(planted) {
  const rooms = new Map();
  for (const { file } of planted) {
    const room = file.split('/').slice(0, 2).join('/');
    rooms.set(room, (rooms.get(room) ?? 0) + 1);
  }
  const counts = [...rooms].map(([room, count]) => `${room} ${count}`);
  return `${planted.length} bugs can be planted: ${counts.join(', ')}.`;
}

/** Why a bug cannot be planted, a line for each reason. */
function problemsOf({ file, search, replace, breaks, tests }) {
  const about = `${file}, "${breaks}":`;
  if (!existsSync(join(root, file))) return [`${about} there is no such file.`];
  const whole = readFileSync(join(root, file), 'utf8');
  const times = whole.split(search).length - 1;
  const missing = tests.filter((test) => !existsSync(join(root, test)));
  return [
    ...(times === 1 ? [] : [`${about} its search text occurs ${times} times: ${search}`]),
    ...(search === replace ? [`${about} it changes nothing.`] : []),
    ...(isTypeScript(whole.replace(search, () => replace))
      ? []
      : [`${about} it is no TypeScript.`]),
    ...(tests.length > 0 ? [] : [`${about} no test is named.`]),
    ...missing.map((test) => `${about} there is no test ${test}.`),
  ];
}

/** Whether its tests drive nothing that is built. */
function isQuick({ tests }) {
  return tests.every((test) => parts.get(test).length === 0);
}

/** A bug that no compiler reads would be found by every test. */
function isTypeScript(text) {
  try {
    transformSync(text, { loader: 'ts', logLevel: 'silent' });
    return true;
  } catch {
    return false;
  }
}

async function plantAll(chosen) {
  const began = performance.now();
  for (const test of new Set(chosen.flatMap(({ tests }) => tests)))
    parts.set(test, await partsDrivenBy([join(root, test)]));
  const planted = options.quick ? chosen.filter(isQuick) : chosen;
  await buildStale([...new Set([...parts.values()].flat())]);
  const folders = Array.from({ length: Math.min(availableParallelism(), planted.length) }, copyOf);
  try {
    const copies = [];
    for (const folder of folders) copies.push(await plantIn(folder, planted));
    const survivors = [];
    const broken = await failing(namedBy(planted.slice(options.from - 1)), copies);
    const tried = await plantEach(planted, { copies, broken, survivors });
    const minutes = (performance.now() - began) / 60_000;
    return tell({ tried, survivors, broken, minutes, left: planted.length - tried });
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  }
}

function namedBy(planted) {
  return [...new Set(planted.flatMap(({ tests }) => tests))];
}

/** @returns whether enough was caught, by tests that pass without any bug. */
function tell({ tried, survivors, broken, minutes, left }) {
  for (const { file, breaks, tests } of survivors)
    console.log(`SURVIVED  ${file}: ${breaks}\n          not found by ${tests.join(', ')}`);
  if (broken.length > 0)
    console.error(`Without any bug these tests fail:\n  ${broken.join('\n  ')}`);
  const caught = tried - survivors.length;
  const share = ((100 * caught) / tried).toFixed(1);
  const untried = left > 0 ? `; ${left} not planted` : '';
  console.log(
    `${caught} caught / ${tried} planted (${share} %) in ${minutes.toFixed(1)} minutes${untried}`,
  );
  return broken.length === 0 && caught >= tried * WANTED;
}

/** @returns where the copy is, and a function that chooses the bug that acts in what its tests build or bundle. */
async function plantIn(folder, planted) {
  await plantInModules(folder, planted);
  if (planted.every(isQuick)) return { folder, choose: () => {} };
  const inAddOn = await plantInAddOn(folder, planted);
  const inSources = plantInSources(folder, planted);
  return {
    folder,
    choose(bug) {
      inAddOn(bug);
      inSources(bug);
    },
  };
}

/** The checkout as it is, with what was built, and with the installed packages as a link. */
function copyOf() {
  const copy = mkdtempSync(join(tmpdir(), 'tandem-mutant-'));
  const git = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', git, { cwd: root, encoding: 'utf8' }).split('\0');
  for (const file of files.filter((name) => /[^/]$/.test(name) && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(root, file), join(copy, file), { preserveTimestamps: true });
  }
  for (const built of BUILT)
    if (existsSync(join(root, built)))
      cpSync(join(root, built), join(copy, built), { recursive: true, preserveTimestamps: true });
  rmSync(join(copy, 'node_modules'), { force: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

/** Those of the tests that fail in an unchanged copy. */
async function failing(named, copies) {
  const broken = [];
  const waiting = [...named];
  await Promise.all(
    copies.map(async (copy) => {
      for (let next = waiting.splice(0, 8); next.length > 0; next = waiting.splice(0, 8))
        if (!(await passes(copy, next)))
          for (const test of next) if (!(await passes(copy, [test]))) broken.push(test);
    }),
  );
  return broken;
}

/**
 * Plants one after the other, without those whose tests fail anyway, and notes the survivors.
 *
 * @returns how many were planted.
 */
async function plantEach(planted, { copies, broken, survivors }) {
  const waiting = [...planted.entries()]
    .slice(options.from - 1)
    .filter(([, { tests }]) => !tests.some((test) => broken.includes(test)));
  const count = waiting.length;
  await Promise.all(
    copies.map(async (copy) => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const [number, mutant] = next;
        const isCaught = !(await passes(copy, mutant.tests, number));
        if (!isCaught) survivors.push(mutant);
        const { file, breaks } = mutant;
        const outcome = isCaught ? 'caught' : 'SURVIVED';
        console.log(`${number + 1}/${planted.length} ${outcome} ${file}: ${breaks}`);
      }
    }),
  );
  return count;
}

/** Whether the tests pass in a copy in which one of the bugs acts, or none. */
function passes({ folder, choose }, tests, bug = 'none') {
  if (!isQuick({ tests })) choose(bug);
  const args = ['node_modules/jest/bin/jest.js', '--config', 'build/jest.config.mjs'];
  const child = spawn(
    process.execPath,
    [...args, '--runInBand', '--bail', '--runTestsByPath', ...tests],
    {
      cwd: folder,
      stdio: 'ignore',
      env: { ...process.env, TANDEM_IS_BUILT: 'yes', [PLANTED]: `${bug}` },
    },
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_MS);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
  });
}
