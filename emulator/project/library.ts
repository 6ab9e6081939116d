import { parse } from 'acorn';
import { Script } from 'node:vm';
import type { ProjectFile } from './project-file';
import { refuseWhatAppsScriptRefuses } from './syntax';

/** The code of libraries that is here, by the name under which a script uses them. */
export type Libraries = Readonly<Record<string, readonly ProjectFile[]>>;

/** A library that a manifest names. */
export interface LibraryUse {
  readonly userSymbol: string;
  readonly libraryId: string;
  readonly version: string;
}

/**
 * A library as a script that defines its object: its functions, and its variables made with `var`. Names that end in an
 * underscore are private; `const`, `let` and classes are reported not to be reachable from outside either. Unlike at Google, its code sees the script's global names.
 *
 * @throws ProjectError for code that Apps Script does not parse.
 * @see https://developers.google.com/apps-script/guides/libraries
 */
export function libraryScript(name: string, files: readonly ProjectFile[]): Script {
  const code = files.filter(({ type }) => type === 'SERVER_JS');
  for (const file of code) refuseWhatAppsScriptRefuses(`${name}/${file.name}`, file.source);
  const source = code.map((file) => file.source).join('\n');
  const members = publicNames(source).map((member) => `get ${member}() { return ${member}; },`);
  return new Script(
    `${definition(name)}(() => { ${source}\nreturn { ${members.join(' ')} }; })() });`,
    { filename: `${name}.gs` },
  );
}

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

interface TopLevelNode {
  readonly type: string;
  readonly kind?: string;
  readonly id?: { readonly name: string };
  readonly declarations?: readonly { readonly id: { readonly name?: string } }[];
}

/** The functions and `var` variables of a source text that a library shows. */
function publicNames(source: string): readonly string[] {
  const { body } = parse(source, { ecmaVersion: 'latest', sourceType: 'script' });
  const names = (body as unknown as readonly TopLevelNode[]).flatMap((node) => {
    if (node.type === 'FunctionDeclaration') return [node.id!.name];
    if (node.type !== 'VariableDeclaration' || node.kind !== 'var') return [];
    return node.declarations!.flatMap(({ id }) => id.name ?? []);
  });
  return [...new Set(names)].filter((name) => !name.endsWith('_'));
}
