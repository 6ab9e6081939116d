import { run } from './run.mjs';

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

for (const world of WORLDS) run('tsc', ['-p', world]);
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
