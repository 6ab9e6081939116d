import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { BUNDLE } from './company';
import type { Figure } from './figure';

/** As in build/bundle-check.mjs. */
const LIMIT_KB = 600;
const LOAD_RATIO = 3;

const kilobytes = (file: string): number => statSync(join(BUNDLE, file)).size / 1024;

/** What every execution loads before it does anything. Another process loads it, which does nothing else. */
export function bench(): Figure[] {
  const ratio = execFileSync(process.execPath, ['build/load-ratio.mjs', join(BUNDLE, 'main.js')], {
    encoding: 'utf8',
  });
  return [
    { what: 'the bundle', figure: kilobytes('main.js'), unit: 'KB', target: LIMIT_KB },
    { what: 'the Admin page', figure: kilobytes('admin-page.html'), unit: 'KB' },
    {
      what: 'loading the bundle, as a multiple of a fixed 300 KB script',
      figure: Number(ratio),
      unit: '',
      target: LOAD_RATIO,
      isTimed: true,
    },
  ];
}
