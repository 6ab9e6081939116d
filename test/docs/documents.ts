import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../..');

/** Every document of ours, by its path from the top. */
export const DOCUMENTS: readonly string[] = [
  'README.md',
  'emulator/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Without fenced code, whose marks mean nothing, and without comments. */
export const proseOf = (text: string): string =>
  text
    .replace(/^```.*?^```$/gms, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/`[^`\n]*`/g, '');

/** What stands between two marks of this name; null where they are not. */
export function blockOf(text: string, name: string): string | null {
  const found = new RegExp(`<!-- ${name}:begin -->\n(.*?)<!-- ${name}:end -->`, 's').exec(text);
  return found ? found[1]! : null;
}

export function replaceBlock(path: string, name: string, block: string): void {
  const text = textOf(path);
  const [begin, end] = [`<!-- ${name}:begin -->\n`, `<!-- ${name}:end -->`];
  const from = text.indexOf(begin) + begin.length;
  const to = text.indexOf(end);
  if (to < from) throw new Error(`${path} has no marks ${name}:begin and ${name}:end.`);
  writeFileSync(join(ROOT, path), text.slice(0, from) + block + text.slice(to));
}

/** From a heading to the next one of its rank. */
export function sectionOf(text: string, heading: string): string {
  const rank = /^#+/.exec(heading)![0];
  const from = text.indexOf(`\n${heading}\n`);
  if (from < 0) throw new Error(`There is no heading ${heading}.`);
  const rest = text.slice(from + heading.length + 2);
  const next = rest.search(new RegExp(`^#{1,${rank.length}} `, 'm'));
  return next < 0 ? rest : rest.slice(0, next);
}

/** What is printed in bold, on one line or over two. */
export const boldIn = (text: string): string[] =>
  [...proseOf(text).matchAll(/\*\*([^*]+)\*\*/g)].map(([, words]) => words!.replace(/\s+/g, ' '));

/** What is printed in italics. */
export const italicsIn = (text: string): string[] =>
  [...proseOf(text).matchAll(/(?<!\*)\*([^*]+)\*(?!\*)/g)].map(([, words]) =>
    words!.replace(/\s+/g, ' '),
  );
