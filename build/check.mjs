import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** One tsconfig for each world: see docs/architecture.md. */
const WORLDS = [
  'src/tsconfig.json',
  'src/tsconfig.google.json',
  'emulator/tsconfig.json',
  'emulator/tsconfig.realm.json',
  'test/tsconfig.json',
];

for (const world of WORLDS.filter((path) => existsSync(path))) run('tsc', ['-p', world]);
run('eslint', [
  '--config',
  'build/eslint.config.mjs',
  '--max-warnings',
  '0',
  'src',
  'emulator',
  'test',
  'bench',
  'build',
]);
run('prettier', ['--check', 'src', 'emulator', 'test', 'bench', 'build']);
