import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Script } from 'node:vm';
import { parse, type Node } from 'acorn';
import { readManifest, type Manifest } from './manifest';

/** A file of a script project. */
export interface ProjectFile {
  /** As Apps Script names it: the path without extension, such as `src/cards`. */
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

/** A script project, parsed and ready to run. */
export interface Project {
  readonly files: readonly ProjectFile[];
  readonly manifest: Manifest;
  /** The code files in project order, compiled once. */
  readonly scripts: readonly Script[];
}

/** A project that cannot run, with the place. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
}

const TYPES: Readonly<Record<string, ProjectFile['type']>> = {
  '.gs': 'SERVER_JS',
  '.js': 'SERVER_JS',
  '.html': 'HTML',
  '.json': 'JSON',
};

/**
 * Reads a folder of .gs, .js and .html files with its appsscript.json, as `clasp push` would send it: subfolders
 * included, in order of path.
 */
export function readProject(folder: string): Project {
  const files = listFiles(folder)
    .sort()
    .flatMap((path): ProjectFile[] => {
      const extension = /\.[^.]+$/.exec(path)?.[0] ?? '';
      const type = TYPES[extension];
      if (!type || (type === 'JSON' && path !== 'appsscript.json')) return [];
      const source = readFileSync(join(folder, path), 'utf8');
      return [{ name: path.slice(0, -extension.length), type, source }];
    });
  return toProject(files, folder);
}

/** Parses and compiles files; throws ProjectError with file, line and column. */
export function toProject(files: readonly ProjectFile[], origin = 'project'): Project {
  const manifestFile = files.find(({ type, name }) => type === 'JSON' && name === 'appsscript');
  if (!manifestFile) throw new ProjectError(`${origin} has no appsscript.json.`);
  const code = files.filter(({ type }) => type === 'SERVER_JS');
  for (const file of code) refuseWhatAppsScriptRefuses(file);
  return {
    files,
    manifest: readManifest(manifestFile.source, code),
    scripts: code.map(({ name, source }) => new Script(source, { filename: `${name}.gs` })),
  };
}

function listFiles(folder: string): string[] {
  let found: string[];
  try {
    found = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new ProjectError(`${folder} cannot be read: ${(error as Error).message}`);
  }
  return found
    .map((path) => relative('.', path))
    .filter((path) => !path.split('/').includes('node_modules'))
    .filter((path) => statSync(join(folder, path)).isFile());
}

/**
 * Apps Script's V8 parses scripts, not modules, and refuses private and static class fields.
 * @see https://developers.google.com/apps-script/guides/v8-runtime#limitations
 */
export function refuseWhatAppsScriptRefuses({ name, source }: ProjectFile): void {
  let tree: Node;
  try {
    tree = parse(source, { ecmaVersion: 'latest', sourceType: 'script', locations: true });
  } catch (error) {
    throw new ProjectError(`SyntaxError: ${(error as Error).message} file: ${name}.gs`);
  }
  walk(tree, (node) => {
    const refusal = refusalOf(node as SyntaxNode);
    if (!refusal) return;
    const { line, column } = node.loc!.start;
    throw new ProjectError(
      `SyntaxError: ${refusal} line: ${line} column: ${column} file: ${name}.gs`,
    );
  });
}

type SyntaxNode = Node & { readonly static?: boolean };

const refusalOf = ({ type, static: isStatic }: SyntaxNode): string | null => {
  if (type === 'PrivateIdentifier')
    return 'Apps Script does not parse private class fields (#name).';
  if (type === 'PropertyDefinition' && isStatic)
    return 'Apps Script does not parse static class fields.';
  if (type === 'StaticBlock') return 'Apps Script does not parse static class blocks.';
  if (type === 'ImportExpression') return 'Apps Script has no modules: import() is not there.';
  return null;
};

/** Visits every node of a syntax tree. */
export function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    const children: unknown[] = Array.isArray(value) ? value : [value];
    for (const child of children) if (isNode(child)) walk(child, visit);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as { type?: unknown }).type === 'string';
