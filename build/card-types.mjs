/**
 * Generates from emulator/card/*.proto what the code needs: the descriptors, and the types of Card JSON.
 *
 *   node build/card-types.mjs          writes both files
 *   node build/card-types.mjs --check  fails when one of them is out of date
 */
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';
import protobuf from 'protobufjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const PROTOS = join(root, 'emulator/card');
const PACKAGE = 'google.apps.card.v1';

/** Fields that Google's reference and CardService have, but the published card.proto does not. */
const DOCUMENTED_FIELDS = [
  // From the example of a grid in the reference: /workspace/add-ons/reference/rpc/google.apps.card.v1#grid
  { message: 'Grid.GridItem', name: 'textAlignment', type: 'Widget.HorizontalAlignment', id: 9001 },
  // CardService's Columns.setWrapStyle
  { message: 'Columns', name: 'wrapStyle', type: 'WrapStyle', id: 9001 },
];

/** The generated files: path from the root → text. */
export async function generateFiles() {
  return {
    'emulator/card/descriptors.json': await format(JSON.stringify(descriptors()), 'json'),
    'src/card/card-json.d.ts': await format(types(), 'typescript'),
  };
}

function load(...files) {
  const loaded = new protobuf.Root();
  loaded.resolvePath = (_, target) =>
    target.startsWith('google/protobuf/') ? null : join(PROTOS, target.split('/').at(-1));
  return loaded.loadSync(files);
}

function descriptors() {
  const loaded = load('card.proto', 'responses.proto');
  const messages = loaded.lookup(PACKAGE);
  messages.add(new protobuf.Enum('WrapStyle', { NOWRAP: 0, WRAP: 1 }));
  for (const { message, name, type, id } of DOCUMENTED_FIELDS)
    messages.lookupType(message).add(new protobuf.Field(name, id, type));
  loaded.resolveAll();
  return withoutOptions(loaded.toJSON());
}

/** Package options are for other languages' code generators. */
function withoutOptions({ options: _, nested, ...rest }) {
  if (!nested || rest.fields) return { ...rest, ...(nested && { nested }) };
  const inner = Object.entries(nested).map(([name, value]) => [name, withoutOptions(value)]);
  return { ...rest, nested: Object.fromEntries(inner) };
}

function types() {
  const messages = load('card.proto').resolveAll().lookup(PACKAGE);
  return `// Generated from card.proto by build/card-types.mjs. Do not edit.

/**
 * Google's Card JSON.
 *
 * @see https://developers.google.com/workspace/add-ons/reference/rpc/google.apps.card.v1
 */
${declarations(messages).join('\n\n')}

/** google.type.Color: parts between 0 and 1. */
export interface Color {
  readonly red?: number;
  readonly green?: number;
  readonly blue?: number;
  readonly alpha?: number;
}
`;
}

const declarations = (namespace) =>
  namespace.nestedArray.flatMap((item) => {
    if (item instanceof protobuf.Enum) return [enumeration(item)];
    return [message(item), ...declarations(item)];
  });

function enumeration(item) {
  const names = Object.keys(item.values).filter(isUsable);
  return `export type ${nameOf(item)} = ${names.map((name) => `'${name}'`).join(' | ')};`;
}

const isUsable = (name) => !/UNSPECIFIED$/.test(name) && name !== 'UNKNOWN';

function message(item) {
  const members = item.fieldsArray.map(
    (field) =>
      `  ${field.options?.deprecated ? '/** @deprecated */ ' : ''}readonly ${field.name}?: ${typeOf(field)};`,
  );
  if (members.length === 0) return `export type ${nameOf(item)} = Readonly<Record<string, never>>;`;
  return `${choices(item)}export interface ${nameOf(item)} {\n${members.join('\n')}\n}`;
}

/** Which members exclude each other, as a comment. */
function choices({ oneofsArray }) {
  const sentences = oneofsArray
    .filter(({ name, oneof }) => !name.startsWith('_') && oneof.length > 1)
    .map(({ oneof }) => `At most one of ${oneof.join(', ')}.`);
  return sentences.length === 0 ? '' : `/** ${sentences.join(' ')} */\n`;
}

const SCALARS = { string: 'string', bool: 'boolean', int64: 'string' };

function typeOf({ type, resolvedType, repeated }) {
  const name = resolvedType ? nameOf(resolvedType) : (SCALARS[type] ?? 'number');
  return repeated ? `readonly ${name}[]` : name;
}

/** `Card.Section` → CardSection; `Card.CardHeader` → CardHeader, which already begins with its parent's name. */
function nameOf({ name, parent }) {
  const outer = parent instanceof protobuf.Type ? nameOf(parent) : '';
  return name.startsWith(outer) ? name : outer + name;
}

async function format(text, parser) {
  const options = await prettier.resolveConfig(join(root, 'package.json'));
  return prettier.format(text, { ...options, parser });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [path, text] of Object.entries(await generateFiles())) {
    const file = join(root, path);
    if (!process.argv.includes('--check')) await writeFile(file, text);
    else if ((await readFile(file, 'utf8')) !== text)
      throw new Error(`${path} is out of date. Run: node build/card-types.mjs`);
  }
}
