import { parse } from 'acorn';
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src/admin-page');

/** The most that the page may weigh: every visit loads all of it. */
const PAGE_BYTES = 100 * 1024;

/**
 * Bundles the browser half of the Admin page into one file that loads nothing else: HtmlService serves it unchanged.
 *
 * @param folder the folder of the built project.
 * @throws Error with a line for each thing that would fail in the page.
 */
export async function buildAdminPage(folder) {
  const page = await adminPage();
  const problems = pageProblems(page);
  if (problems.length > 0)
    throw new Error(`The Admin page is refused:\n  ${problems.join('\n  ')}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'admin-page.html'), page);
  return Buffer.byteLength(page);
}

async function adminPage() {
  const { outputFiles } = await build({
    entryPoints: [join(source, 'main.ts')],
    outdir: 'page',
    write: false,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  });
  const textOf = (ending) => outputFiles.find(({ path }) => path.endsWith(ending)).text.trim();
  const template = await readFile(join(source, 'page.html'), 'utf8');
  // Functions, because dollar signs in a replacement text would be read as patterns.
  return template
    .replace('/* styles */', () => textOf('.css'))
    .replace('/* script */', () => textOf('.js'));
}

/** A sentence for each thing that would fail in the page, or make it depend on another host. */
export function pageProblems(page) {
  const parts =
    /^<!doctype html>[^]*?<style>([^]*?)<\/style>[^]*?<script>([^]*?)<\/script>\s*<\/body>\s*<\/html>\s*$/i;
  const [whole, styles, script] = parts.exec(page) ?? [];
  if (whole === undefined) return ['It is not one document with one style and one script.'];
  const problems = [];
  const size = Buffer.byteLength(page);
  if (size > PAGE_BYTES) problems.push(`It has ${size} bytes; the limit is ${PAGE_BYTES}.`);
  if (/<!--|<script/i.test(script))
    problems.push('Its script contains text that changes where HTML ends it.');
  if (/@import|url\((?!['"]?data:)/i.test(styles)) problems.push('Its styles load something.');
  if (/<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=/i.test(page.replace(script, '')))
    problems.push('Its HTML loads something.');
  if (/\bfetch\(|XMLHttpRequest|\bimport\(|sendBeacon|WebSocket/.test(script))
    problems.push('Its script loads something.');
  try {
    parse(script, { ecmaVersion: 2022, sourceType: 'script' });
  } catch (error) {
    problems.push(`Its script cannot be read: ${error.message}`);
  }
  return problems;
}

// node build/admin-page.mjs [folder]: builds only the page, and prints its size.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? join(root, 'build/gas');
  console.log(`${join(folder, 'admin-page.html')} ${await buildAdminPage(folder)} bytes`);
}
