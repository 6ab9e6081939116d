import { parse } from 'acorn';
import { build } from 'esbuild';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const source = join(root, 'src/admin-page');

/** The most that the page may weigh: every visit loads all of it. */
const PAGE_BYTES = 100 * 1024;

/** The most that the opener of key files may weigh: it is loaded when a file with a password is chosen. */
const OPENER_BYTES = 250 * 1024;

/**
 * Bundles the browser half of the Admin page into one file that loads nothing else: HtmlService serves it unchanged. Beside it is
 * key-opener.html, a script that the page asks the server for when it needs it.
 *
 * @param folder the folder of the built project.
 * @throws Error with a line for each thing that would fail in the page.
 */
export async function buildAdminPage(folder) {
  const page = await adminPage();
  const problems = pageProblems(page);
  if (problems.length > 0)
    throw new Error(`The Admin page is refused:\n  ${problems.join('\n  ')}`);
  const opener = await keyOpener();
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'admin-page.html'), page);
  await writeFile(join(folder, 'key-opener.html'), opener);
  return Buffer.byteLength(page);
}

const bundled = (entry, more = {}) =>
  build({
    entryPoints: [join(source, entry)],
    outdir: 'page',
    write: false,
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    ...more,
  });

/** The parts of node-forge that open key files, in the place of the whole library, which has twice their size. */
const forgeParts = {
  name: 'forge-parts',
  setup({ onResolve, onLoad }) {
    const parts = ['asn1', 'pbe', 'pem', 'pkcs12', 'x509'];
    const contents = [
      `module.exports = require('node-forge/lib/forge');`,
      ...parts.map((part) => `require('node-forge/lib/${part}');`),
    ].join('\n');
    onResolve({ filter: /^node-forge$/ }, () => ({ path: 'parts', namespace: 'forge' }));
    onLoad({ filter: /.*/, namespace: 'forge' }, () => ({ contents, resolveDir: root }));
  },
};

async function keyOpener() {
  const { outputFiles } = await bundled('key-import/key-opener.ts', {
    globalName: 'keyOpener',
    // node-forge asks for these to find out whether it runs in Node.
    define: { global: 'globalThis' },
    platform: 'browser',
    plugins: [forgeParts],
    external: ['crypto'],
  });
  const [{ text }] = outputFiles;
  const file = `<script>${text.trim()}</script>\n`;
  const size = Buffer.byteLength(file);
  if (size > OPENER_BYTES)
    throw new Error(`key-opener.html has ${size} bytes; the limit is ${OPENER_BYTES}.`);
  if (/<!--|<script|<\/script/i.test(text))
    throw new Error('key-opener.html contains text that changes where HTML ends its script.');
  return file;
}

async function adminPage() {
  const { outputFiles } = await bundled('main.ts');
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
