import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Scripts make much that is soon garbage, each execution in a fresh realm: with more room less of it is looked at. */
const NODE_OPTIONS = { jest: ['--max-semi-space-size=64'] };

/** Programs that `npm ci` installs, and our own, by name. */
const BIN = {
  // Two packages have a `tsc`. This is the native compiler's, which takes a tenth of the time.
  tsc: 'typescript-native/bin/tsc',
  oxlint: 'oxlint/bin/oxlint',
  prettier: 'prettier/bin/prettier.cjs',
  oxfmt: 'oxfmt/bin/oxfmt',
  format: '../build/format.mjs',
  'check-imports': '../build/check-imports.mjs',
  'dropped-results': '../build/dropped-results.mjs',
  jest: 'jest/bin/jest.js',
};

/**
 * Runs a tool from the top of the repository.
 *
 * @param options `env` is added to this process's own; `shows` passes its output on at once instead of collecting it;
 * `isPatient` gives it only the processor time that others leave.
 * @returns its exit code, its output if it was collected, and how long it took.
 */
export function runTool(name, args, { env = {}, shows = false, isPatient = false } = {}) {
  const began = performance.now();
  const program = join(root, 'node_modules', BIN[name]);
  const child = spawn(process.execPath, [...(NODE_OPTIONS[name] ?? []), program, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: shows ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  if (isPatient) yieldTo(child.pid);
  const chunks = [];
  child.stdout?.on('data', (chunk) => chunks.push(chunk));
  child.stderr?.on('data', (chunk) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code: code ?? 1,
        output: Buffer.concat(chunks).toString(),
        seconds: (performance.now() - began) / 1000,
      }),
    );
  });
}

function yieldTo(pid) {
  try {
    setPriority(pid, 10);
  } catch {
    // It has already ended, or the system has no priorities: then it runs like the others.
  }
}
