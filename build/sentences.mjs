import remapping from '@jridgewell/remapping';
import { parse } from 'acorn';
import MagicString from 'magic-string';

/** The function of src/google/sentences.ts that reads a sentence. */
const READER = 'movedSentence';

/** What a call of the reader costs, with a name of two letters; less than twice as much is not worth moving. */
const CALL_BYTES = 8;

/** What a getter around the call costs. */
const GETTER_BYTES = 20;

/** Tables that each run reads, even if it has nothing to say: the names of settings are looked for in a sheet. */
const READ_BY_RUNS = new Set(['SETTING_WORDS']);

/** Two words with a space between them. What has none is a key, a field mask or an address. */
const WORDS = /[\p{L}”’,.:] [“]?\p{L}/u;

/** Markup, queries and headers, which are read by programs. */
const FOR_PROGRAMS = /<|^\w+[=-]|^[A-Z][\w-]+: /;

/**
 * Moves the sentences of a bundle into a file of their own. Apps Script parses the whole bundle for every click and
 * every trigger, and a tenth of it would be sentences that most executions never say.
 *
 * What stands outside functions is evaluated at load, where no file may be read. Of that, only the values of tables are moved:
 * they become getters.
 *
 * @param code the bundle of webpack, before it is made smaller. @param map its source map, parsed.
 * @returns the code and map without them, and the sentences in their order: a string, or its pieces between values.
 */
export function moveSentences(code, map) {
  const edited = new MagicString(code);
  const sentences = [];
  const places = new Map();
  const placeOf = (sentence) => {
    const key = JSON.stringify(sentence);
    if (!places.has(key)) places.set(key, sentences.push(sentence) - 1);
    return places.get(key);
  };
  const scope = bundleScope(parse(code, { ecmaVersion: 2019, sourceType: 'script' }));
  eachEntry(scope, ({ key, start, end }, pieces) => {
    const call = `${READER}(${placeOf(pieces[0])})`;
    edited.overwrite(start, end, `get ${code.slice(key.start, key.end)}(){return ${call}}`);
  });
  eachSentence(scope, (node, pieces, values) => {
    const place = placeOf(values.length === 0 ? pieces[0] : pieces);
    // The values stay where they are, so that sentences within them can be moved as well.
    const cuts = [node, ...values].map((value, at) => [
      at === 0 ? node.start : value.end,
      values[at]?.start ?? node.end,
    ]);
    cuts.forEach(([start, end], at) => {
      const opening = at === 0 ? `${READER}(${place}` : '';
      edited.overwrite(start, end, `${opening}${values[at] ? ',' : ')'}`);
    });
  });
  const own = edited.generateMap({ hires: 'boundary', includeContent: false });
  const combined = remapping([{ ...own, sources: ['main.js'] }, map], () => null);
  return { code: edited.toString(), map: combined, sentences };
}

/** The file that holds them. Nothing in it can end its element early. */
export const sentencesFile = (sentences) =>
  `<script type="application/json">${JSON.stringify(sentences).replaceAll('<', String.raw`\u003c`)}</script>\n`;

/** The body of the function around all modules: webpack puts them into one scope, where the reader is declared. */
function bundleScope(tree) {
  const bodies = tree.body.flatMap(({ expression }) => expression?.callee?.body?.body ?? []);
  const readers = bodies.filter(({ id }) => id?.name === READER);
  if (readers.length !== 1)
    throw new Error(`The bundle declares ${READER} ${readers.length} times, not once.`);
  return bodies.filter((statement) => statement !== readers[0]);
}

/** Calls `found` for each sentence that is a value in a table: `const WORDS = { key: 'A sentence.' }`, at any depth. */
function eachEntry(statements, found) {
  const visit = (node) => {
    if (node?.type !== 'ObjectExpression') return;
    for (const entry of node.properties) {
      const pieces = entry.type === 'Property' && !entry.computed ? piecesOf(entry.value) : null;
      if (pieces?.length === 1 && isWorthMoving(pieces, GETTER_BYTES)) found(entry, pieces);
      else visit(entry.value);
    }
  };
  for (const { declarations = [] } of statements)
    for (const { id, init } of declarations) if (!READ_BY_RUNS.has(id.name)) visit(init);
}

/** Calls `found` for each sentence within a function, outer ones first. */
function eachSentence(statements, found) {
  const visit = (node, isWithin, parent, key) => {
    if (Array.isArray(node)) return node.forEach((child) => visit(child, isWithin, parent, key));
    if (typeof node?.type !== 'string') return;
    const pieces = isWithin && isValue(parent, key) ? piecesOf(node) : null;
    const isMoved = pieces !== null && isWorthMoving(pieces);
    if (isMoved) found(node, pieces, node.expressions ?? []);
    if (isMoved && node.type === 'BinaryExpression') return;
    const within = isWithin || /Function/.test(node.type);
    for (const [name, child] of Object.entries(node)) visit(child, within, node, name);
  };
  visit(statements, false, null, '');
}

/** Names of properties and texts with a tag are no values; directives are no sentences. */
const isValue = ({ type, computed }, key) =>
  !(key === 'key' && !computed) &&
  type !== 'TaggedTemplateExpression' &&
  key !== 'directive' &&
  type !== 'ExpressionStatement';

/** The pieces of a text; null for what is none. Pieces that are joined by `+` are one text. */
function piecesOf({ type, value, quasis, operator, left, right }) {
  if (type === 'Literal') return typeof value === 'string' ? [value] : null;
  if (type === 'TemplateLiteral') return quasis.map(({ value: text }) => text.cooked);
  if (type !== 'BinaryExpression' || operator !== '+') return null;
  const [before, after] = [piecesOf(left), piecesOf(right)];
  return before?.length === 1 && after?.length === 1 ? [before[0] + after[0]] : null;
}

const isWorthMoving = (pieces, more = 0) =>
  WORDS.test(pieces.join('')) &&
  !FOR_PROGRAMS.test(pieces.join('')) &&
  Buffer.byteLength(pieces.join('')) - pieces.length > 2 * CALL_BYTES + more;
