import remapping from '@jridgewell/remapping';
import { parse } from 'acorn';
import MagicString from 'magic-string';

/** What the use of a name costs once it is short, and what declaring it does. */
const NAME_BYTES = 3;
const DECLARATION_BYTES = 5;

/** Built-in functions that need no `this`. `Date.now` is not among them: it may be replaced after the script has loaded. */
const STATIC = /^(Object|JSON|Math|Number|Array|Date)\.(?!now$|random$|prototype$)[a-z]\w*$/;

/**
 * Names what a bundle repeats: texts such as 'organization', functions such as `Object.entries`, and null and undefined,
 * which it writes four thousand times. A bundle is not compressed where it is loaded, so each repetition counts.
 *
 * @param code a bundle in one function, which is to be made smaller after this. @param map its source map, parsed.
 */
export function hoistRepeated(code, map) {
  const edited = new MagicString(code);
  const scope = parse(code, { ecmaVersion: 2019, sourceType: 'script' }).body.find(isBundle)
    .expression.callee.body;
  const uses = new Map();
  eachUse(scope, (text, node) => uses.set(text, [...(uses.get(text) ?? []), node]));
  const worth = [...uses]
    .filter(([text, nodes]) => gainOf(text, nodes.length) > 0)
    // The first names of a scope become the shortest.
    .sort(([, a], [, b]) => b.length - a.length);
  const names = worth.map(([text, nodes], index) => {
    const name = `hoisted_${index}`;
    for (const { start, end } of nodes) edited.overwrite(start, end, ` ${name} `);
    return `${name}=${text}`;
  });
  const [first, second] = scope.body;
  const start = first.directive === undefined ? first : second;
  if (names.length > 0) edited.appendLeft(start.start, `const ${names.join(',')};\n`);
  const own = edited.generateMap({ hires: 'boundary', includeContent: false });
  const combined = remapping([{ ...own, sources: ['main.js'] }, map], () => null);
  return { code: edited.toString(), map: combined };
}

/** The statement `(() => { … })()` in which webpack puts all modules. */
const isBundle = ({ expression }) => expression?.callee?.body?.type === 'BlockStatement';

const isUndefined = ({ type, operator, argument }) =>
  type === 'UnaryExpression' && operator === 'void' && argument.type === 'Literal';

const gainOf = (text, uses) =>
  (uses - 1) * text.length - uses * NAME_BYTES - NAME_BYTES - DECLARATION_BYTES;

/** Calls `found` for each text, each built-in function, null and undefined, with how it is written. */
function eachUse(node, found, parent = {}, key = '') {
  if (Array.isArray(node)) return node.forEach((child) => eachUse(child, found, parent, key));
  if (typeof node?.type !== 'string') return;
  const isName = key === 'key' && !parent.computed;
  if (node.type === 'Literal' && typeof node.value === 'string') {
    if (!isName && parent.directive === undefined) found(JSON.stringify(node.value), node);
    return;
  }
  if (node.type === 'Literal' && node.raw === 'null') return found('null', node);
  if (isUndefined(node)) return found('void 0', node);
  if (node.type === 'MemberExpression' && !node.computed && node.object.type === 'Identifier') {
    const text = `${node.object.name}.${node.property.name}`;
    if (STATIC.test(text)) return found(text, node);
  }
  for (const [name, child] of Object.entries(node)) eachUse(child, found, node, name);
}
