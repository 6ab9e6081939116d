// The built program behind `npm start`, in a process of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { RunningWorkspace } from './browser';

export const ROOT = join(__dirname, '../..');

/** The options that `npm start` gives it to run our own add-on: build/start.mjs. */
export const OF_OUR_ADD_ON = [
  '--publisher-key',
  'publisher.service-account-key',
  '--publisher-project',
  'publisher.project-number',
];

/** Starts it on a free port. Its clock does not run until somebody turns it. */
export async function startProgram(...options: readonly string[]): Promise<RunningWorkspace> {
  const program = join(ROOT, 'build/emulator/main.js');
  const args = ['--port', '0', '--clock', 'manual', '--no-open', ...options];
  const child = spawn('node', [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { url: await readyUrl(child), stop: () => ended(child) };
}

async function readyUrl({ stdout }: ChildProcess): Promise<string> {
  for await (const chunk of stdout!) {
    const [, url] = /^ready (\S+)/m.exec(String(chunk)) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('The Workspace ended before it was ready.');
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
