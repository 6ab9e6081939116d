import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE } from './company';
import type { Figure } from './figure';

const LIMIT_KB = 300;

/**
 * Compiled anew each time, as for an execution that nothing was kept for, in a process that does nothing else. The fastest
 * of forty: what others do on the machine is none of ours.
 */
const LOAD = `
  const { Script, createContext } = require('node:vm');
  const source = require('node:fs').readFileSync(process.argv[1], 'utf8');
  const times = Array.from({ length: 40 }, (_, round) => {
    const context = createContext({});
    const start = performance.now();
    new Script(source + '// ' + round).runInContext(context);
    return performance.now() - start;
  });
  console.log(Math.min(...times));
`;

/** What every execution loads before it does anything. */
export function bench(): Figure[] {
  const file = join(BUNDLE, 'main.js');
  const loadMs = Number(execFileSync(process.execPath, ['-e', LOAD, file], { encoding: 'utf8' }));
  return [
    { what: 'the bundle', figure: statSync(file).size / 1024, unit: 'KB', target: LIMIT_KB },
    {
      what: 'the Admin page',
      figure: statSync(join(BUNDLE, 'admin-page.html')).size / 1024,
      unit: 'KB',
    },
    {
      what: 'loading the bundle into a new context',
      figure: loadMs,
      unit: 'ms',
      target: 8,
      isTimed: true,
    },
  ];
}
