import { parse } from 'acorn';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';

/** Every click loads the whole bundle from cold. docs/architecture.md says why this is the limit. */
const BUNDLE_BYTES = 600 * 1024;

/**
 * Globals that Apps Script's V8 lacks. @see https://developers.google.com/apps-script/guides/v8-runtime#limitations
 */
const ABSENT = new Set(
  `setTimeout setInterval clearTimeout clearInterval fetch URL URLSearchParams TextEncoder TextDecoder Blob File FormData
   ReadableStream WritableStream DOMException atob btoa crypto window document navigator performance process require Buffer
   structuredClone queueMicrotask Temporal`.split(/\s+/),
);

/**
 * A sentence for each thing that would fail only in Apps Script.
 *
 * @param folder the built project: main.js and appsscript.json.
 */
export async function bundleProblems(folder) {
  const path = join(folder, 'main.js');
  const source = await readFile(path, 'utf8');
  const manifest = JSON.parse(await readFile(join(folder, 'appsscript.json'), 'utf8'));
  const { size } = await stat(path);
  const problems =
    size > BUNDLE_BYTES ? [`main.js has ${size} bytes; the limit is ${BUNDLE_BYTES}.`] : [];
  let tree;
  try {
    tree = parse(source, { ecmaVersion: 2019, sourceType: 'script', locations: true });
  } catch (error) {
    return [...problems, `main.js is not ES2019: ${error.message}`];
  }
  const doors = new Set(
    tree.body.filter(({ type }) => type === 'FunctionDeclaration').map(({ id }) => id.name),
  );
  for (const name of functionsNamedIn(manifest, source)) {
    if (!doors.has(name))
      problems.push(
        `${name} is called by name, but main.js has no top-level function with that name.`,
      );
  }
  return [...problems, ...absentUses(tree), ...loadProblems(source)];
}

/** Each service that is called while the script loads is called in every execution; so is the file of sentences. */
function loadProblems(source) {
  try {
    runInNewContext(source);
    return [];
  } catch (error) {
    return [`main.js does not load without Google's services: ${error.message}`];
  }
}

/** Names of functions in the manifest, triggers and card actions. */
function functionsNamedIn(manifest, source) {
  const names = new Set();
  const visit = (value, key) => {
    if (typeof value === 'string' && /Function$/.test(key)) names.add(value);
    else if (value && typeof value === 'object')
      for (const [k, v] of Object.entries(value)) visit(v, k);
  };
  visit(manifest, '');
  // Triggers and card actions name functions in string literals; ours all begin with one of these verbs.
  for (const [, name] of source.matchAll(/["']((?:on|run|continue)[A-Z]\w*)["']/g)) names.add(name);
  return names;
}

/** Uses of globals that Apps Script does not have, and of code made from text. */
function absentUses(tree) {
  const problems = new Set();
  walk(tree, (node, parent, key) => {
    const { line } = node.loc.start;
    if (node.type === 'NewExpression' && node.callee.name === 'Function')
      problems.add(`main.js:${line} makes code from text (new Function).`);
    if (node.type === 'CallExpression' && node.callee.name === 'eval')
      problems.add(`main.js:${line} makes code from text (eval).`);
    if (node.type !== 'Identifier' || !ABSENT.has(node.name)) return;
    const isName =
      (parent.type === 'MemberExpression' && key === 'property' && !parent.computed) ||
      (parent.type === 'Property' && key === 'key') ||
      (parent.type === 'MethodDefinition' && key === 'key');
    if (!isName)
      problems.add(`main.js:${line} uses ${node.name}, which Apps Script does not have.`);
  });
  return [...problems];
}

function walk(node, visit, parent = null, key = '') {
  visit(node, parent, key);
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === 'string') walk(child, visit, node, name);
    }
  }
}

// node build/bundle-check.mjs build/gas
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problems = await bundleProblems(process.argv[2]);
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
