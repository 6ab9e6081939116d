import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { runTool } from './processes.mjs';

/** One tsconfig for each world: see docs/architecture.md. */
const WORLDS = [
  'src/tsconfig.json',
  'src/tsconfig.google.json',
  'src/admin-page/tsconfig.json',
  'emulator/tsconfig.json',
  'emulator/tsconfig.realm.json',
  'emulator/console/tsconfig.json',
  'test/tsconfig.json',
];

const FOLDERS = ['src', 'emulator', 'test', 'bench', 'build'];

/** The checks, longest first. */
const CHECKS = [
  {
    what: 'dropped results',
    tool: 'dropped-results',
    args: ['build/tsconfig.add-on.json'],
  },
  {
    what: 'lint',
    tool: 'oxlint',
    args: [
      '--type-aware',
      '--tsconfig=build/tsconfig.lint.json',
      '--config=.oxlintrc.json',
      '--deny-warnings',
      ...FOLDERS,
    ],
  },
  {
    what: 'import rules',
    tool: 'check-imports',
    args: ['src', 'emulator'],
  },
  { what: 'format', tool: 'format', args: FOLDERS },
  ...WORLDS.map((world) => ({ what: `types of ${world}`, tool: 'tsc', args: ['-p', world] })),
];

/**
 * Checks types, import rules, lint and format, as many at a time as there are cores, and prints a line for each.
 *
 * @param options `isPatient` yields the processor to other processes.
 * @returns the output of each check that failed.
 */
export async function check({ isPatient = false } = {}) {
  const waiting = [...CHECKS];
  const failures = [];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { code, output, seconds } = await runTool(next.tool, next.args, { isPatient });
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${next.what} (${seconds.toFixed(1)} s)`);
      if (code !== 0) failures.push(`FAILED ${next.what}\n${output}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return failures;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const failures = await check();
  for (const text of failures) console.log(`\n${text}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}
