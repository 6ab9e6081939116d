/**
 * Checks that every file is formatted. Prettier decides, and takes a minute of processor time for all of them; oxfmt
 * takes a second and agrees with it except about short unions. So Prettier looks only at the files that oxfmt would
 * change.
 */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTool } from './processes.mjs';

/** @returns what is not formatted, a line for each file; empty when all is well. */
export async function unformatted(folders) {
  const listed = await runTool('oxfmt', ['-c', 'build/oxfmt.json', '--list-different', ...folders]);
  const doubtful = listed.output.split('\n').filter(Boolean);
  if (listed.code === 0) return '';
  if (!doubtful.every((line) => /^[\w./@-]+$/.test(line))) return listed.output;
  const args = ['--check', '--log-level=warn', ...doubtful];
  const { code, output } = await runTool('prettier', args);
  return code === 0 ? '' : output;
}

if (process.argv[1] && basename(process.argv[1]) === basename(fileURLToPath(import.meta.url))) {
  const problems = await unformatted(process.argv.slice(2));
  console.log(problems);
  process.exitCode = problems ? 1 : 0;
}
