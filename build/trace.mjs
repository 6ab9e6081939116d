/**
 * npm run trace [-- FILE]: prints a stack trace of Apps Script, from a file or pasted (end with Ctrl-D), with the
 * TypeScript file and line beside each frame. It uses the last `npm run build`: check out the commit that was pushed,
 * and build it.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { originOf, readSourceMap } from './source-map.mjs';

/** `main:12:34`, `main.gs:12` or `main.js:12:34`, as Apps Script, its logs and the local Workspace write them. */
const FRAME = /\bmain(?:\.(?:gs|js))?:(\d+)(?::(\d+))?/g;

/** The text, with every place in the bundle followed by its source. */
export function traceText(text, map) {
  return text.replace(FRAME, (frame, line, column) => {
    const origin = originOf(map, Number(line), column === undefined ? undefined : Number(column));
    if (!origin) return frame;
    const about = column === undefined ? 'about ' : '';
    return `${frame} → ${about}${origin.path}:${origin.line}:${origin.column}`;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const map = readSourceMap();
  process.stdout.write(traceText(readFileSync(process.argv[2] ?? 0, 'utf8'), map));
}
