import { parse, type Program } from 'acorn';
import { Script } from 'node:vm';
import type { ProjectFile } from './project-file';
import { refuseWhatAppsScriptRefuses, walk } from './syntax';

/** The code of libraries that is here, by the name under which a script uses them. */
export type Libraries = Readonly<Record<string, readonly ProjectFile[]>>;

/** A library that a manifest names. */
export interface LibraryUse {
  readonly userSymbol: string;
  readonly libraryId: string;
  readonly version: string;
}

/**
 * A library as a script that defines its object: its functions, its variables made with `var`, and what it puts into
 * its global scope. Names that end in an underscore are private; `const`, `let` and classes are reported not to be
 * reachable from outside either. As at Google, the scope is its own: the script's names are not in it, and what it
 * assigns does not reach the script. Only `globalThis`, which it can name, is the script's.
 *
 * @param script the code of the script that uses it.
 * @throws ProjectError for code that Apps Script does not parse.
 * @see https://developers.google.com/apps-script/guides/libraries
 */
export function libraryScript(
  name: string,
  files: readonly ProjectFile[],
  script: readonly ProjectFile[] = [],
): Script {
  const code = files.filter(({ type }) => type === 'SERVER_JS');
  for (const file of code) refuseWhatAppsScriptRefuses(`${name}/${file.name}`, file.source);
  const source = code.map((file) => file.source).join('\n');
  const members = publicNames(source).map((member) => `get ${member}() { return ${member}; },`);
  const kept = [...script.flatMap((file) => globalNames(file.source)), ...assignedNames(source)];
  return new Script(
    `${definition(name)}(${MAKE_LIBRARY})(function () { with (arguments[0]) return (function () { ${source}
return { ${members.join(' ')} }; }).call(arguments[0]); }, ${JSON.stringify([...new Set(kept)])}) });`,
    { filename: `${name}.gs` },
  );
}

/**
 * Runs a library's code with a scope before the global one, in which the given names have the values that they have
 * before the script runs.
 */
const MAKE_LIBRARY = `(library, names) => {
  const scope = Object.create(globalThis), before = {};
  for (const name of names) scope[name] = before[name] = globalThis[name];
  const members = library(scope);
  for (const name of Object.keys(scope))
    if (!name.endsWith('_') && scope[name] !== before[name] && !(name in members))
      Object.defineProperty(members, name, { enumerable: true, get: () => scope[name] });
  return members;
}`.replace(/\s+/g, ' ');

/** A library whose code is not here: it exists, and says what to do about it when it is used. */
export function missingLibraryScript(library: LibraryUse): Script {
  const name = library.userSymbol;
  return new Script(
    `${definition(name)}new Proxy({}, { get(target, member) {
      if (typeof member === 'symbol' || member === 'toJSON') return undefined;
      const error = new Error(${JSON.stringify(`${name}.`)} + member + ${JSON.stringify(`: ${missingLibrary(library)}`)});
      error.name = 'NotEmulated';
      throw error;
    } }) });`,
    { filename: `${name}.gs` },
  );
}

/** Says in one sentence how to supply a library whose code is not here. */
export const missingLibrary = ({ userSymbol, libraryId, version }: LibraryUse): string =>
  `The library ${userSymbol} (${libraryId}, version ${version}) is not on this machine, so using it fails; with --library ${userSymbol}=DIR it is run from a folder that holds its code.`;

const definition = (name: string): string =>
  `Object.defineProperty(globalThis, ${JSON.stringify(name)}, { configurable: true, writable: true, enumerable: true, value: `;

interface SyntaxNode {
  readonly type: string;
  readonly kind?: string;
  readonly name?: string;
  readonly id?: { readonly name?: string };
  readonly left?: SyntaxNode;
  readonly argument?: SyntaxNode;
  readonly declarations?: readonly { readonly id: { readonly name?: string } }[];
}

const treeOf = (source: string): Program =>
  parse(source, { ecmaVersion: 'latest', sourceType: 'script' });

const topLevel = (source: string): readonly SyntaxNode[] =>
  treeOf(source).body as unknown as readonly SyntaxNode[];

/** The functions and `var` variables of a source text that a library shows. */
function publicNames(source: string): readonly string[] {
  const names = topLevel(source).flatMap((node) =>
    node.type === 'FunctionDeclaration' || node.kind === 'var' ? declaredBy(node) : [],
  );
  return [...new Set(names)].filter((name) => !name.endsWith('_'));
}

/** The names that a source text adds to the global scope. */
const globalNames = (source: string): readonly string[] => [
  ...topLevel(source).flatMap(declaredBy),
  ...assignedNames(source),
];

const declaredBy = ({ id, declarations = [] }: SyntaxNode): string[] =>
  [id, ...declarations.map((one) => one.id)].flatMap((one) => one?.name ?? []);

/** Names that are assigned to somewhere: those that nothing declares become global. */
function assignedNames(source: string): string[] {
  const names: string[] = [];
  walk(treeOf(source), (node) => {
    const { type, left, argument } = node as unknown as SyntaxNode;
    if (!/^(AssignmentExpression|UpdateExpression|For(In|Of)Statement)$/.test(type)) return;
    const target = left ?? argument;
    if (target?.type === 'Identifier' && target.name !== undefined) names.push(target.name);
  });
  return names;
}
