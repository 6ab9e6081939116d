import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AnyMap, decodedMappings, originalPositionFor } from '@jridgewell/trace-mapping';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The source map of build/gas/main.js. It is outside build/gas, which `clasp push` sends. */
export const MAP_FILE = join(root, 'build/gas.map');

/** @param file the path of a source map. */
export const readSourceMap = (file = MAP_FILE) => new AnyMap(readFileSync(file, 'utf8'));

/** A source's path from the top of the repository: webpack writes `webpack://tandem/./src/x.ts`. */
const pathOf = (source) => source.replace(/^webpack:\/\/[^/]*\/(\.\/)?/, '');

/**
 * The source of a place in the bundle.
 *
 * @param line counted from 1. @param column counted from 1, as in stack traces; if left out, the first place in the
 * line.
 * @returns null for code that the bundler itself wrote.
 */
export function originOf(map, line, column) {
  const first = decodedMappings(map)[line - 1]?.[0]?.[0] ?? 0;
  const at = column === undefined ? first : column - 1;
  const found = originalPositionFor(map, { line, column: at });
  if (found.source === null) return null;
  return { path: pathOf(found.source), line: found.line, column: found.column + 1 };
}

/**
 * How many bytes of a bundle come from which source. Code without a mapping counts with the code before it.
 *
 * @param nameOf turns a path from the top of the repository into the name that it counts for.
 * @returns bytes by name; the empty name stands for what the bundler wrote at the top.
 */
export function bytesBy(nameOf, code, map) {
  const bytes = new Map();
  const names = map.sources.map((source) => nameOf(pathOf(source ?? '')));
  const mappings = decodedMappings(map);
  let name = '';
  const add = (text) => bytes.set(name, (bytes.get(name) ?? 0) + Buffer.byteLength(text));
  code.split('\n').forEach((text, line) => {
    const segments = mappings[line] ?? [];
    const startOf = (index) => segments[index]?.[0] ?? text.length;
    add(text.slice(0, startOf(0)) + '\n');
    segments.forEach(([column, source], index) => {
      if (source !== undefined) name = names[source];
      add(text.slice(column, startOf(index + 1)));
    });
  });
  return bytes;
}
