import { Script } from 'node:vm';
import { detectedScopes } from './detected-scopes';
import {
  libraryScript,
  missingLibrary,
  missingLibraryScript,
  type Libraries,
  type LibraryUse,
} from './library';
import { readManifest, type Manifest } from './manifest';
import { ProjectError } from './project-error';
import { refuseWhatAppsScriptRefuses } from './syntax';
import { projectFiles } from './project-folder';
import type { ProjectFile } from './project-file';

export type { Libraries, ProjectFile };

/** A script project, parsed and ready to run. */
export interface Project {
  readonly files: readonly ProjectFile[];
  readonly manifest: Manifest;
  /** Full scope URLs that it asks for: the manifest's, or those its code needs where the manifest lists none. */
  readonly scopes: readonly string[];
  /** Runs at the start of every execution: libraries first, then the code files in project order. Each is compiled once. */
  readonly scripts: readonly Script[];
  readonly libraries: Libraries;
  /** Oddities that do not keep it from running, as sentences for the person who starts it. */
  readonly warnings: readonly string[];
}

export interface ProjectOptions {
  /** Where the files come from, for an error message. */
  readonly origin?: string;
  /** The code of libraries that the manifest may name. */
  readonly libraries?: Libraries;
}

/**
 * Reads a folder of .gs, .js and .html files with its appsscript.json, as `clasp push` would send it.
 *
 * @throws ProjectError
 */
export const readProject = (folder: string, libraries: Libraries = {}): Project =>
  toProject(projectFiles(folder), { origin: folder, libraries });

/** Parses and compiles files. @throws ProjectError with file, line and column. */
export function toProject(
  files: readonly ProjectFile[],
  { origin = 'project', libraries = {} }: ProjectOptions = {},
): Project {
  const manifestFile = files.find(({ type, name }) => type === 'JSON' && name === 'appsscript');
  if (!manifestFile) throw new ProjectError(`${origin} has no appsscript.json.`);
  const code = files.filter(({ type }) => type === 'SERVER_JS');
  const { manifest, problems } = readManifest(manifestFile.source);
  const uses = manifest.dependencies?.libraries ?? [];
  // Before anything else reads the code: a syntax error is told with its file.
  const compiled = code.map(compile);
  const scripts = [...uses.map((use) => library(use, libraries, code)), ...compiled];
  const has = ({ userSymbol }: LibraryUse): boolean => Object.hasOwn(libraries, userSymbol);
  return {
    files,
    manifest,
    scopes: manifest.oauthScopes ?? scopesIn([code, ...uses.map(codeIn(libraries))], manifest),
    scripts,
    libraries,
    warnings: [
      ...problems.map((problem) => `appsscript.json: ${problem}`),
      ...uses.filter((use) => !has(use)).map(missingLibrary),
    ],
  };
}

const codeIn =
  (libraries: Libraries) =>
  ({ userSymbol }: LibraryUse): readonly ProjectFile[] =>
    (Object.hasOwn(libraries, userSymbol) ? libraries[userSymbol]! : []).filter(
      ({ type }) => type === 'SERVER_JS',
    );

const scopesIn = (code: readonly (readonly ProjectFile[])[], manifest: Manifest) =>
  detectedScopes(
    code.flat().map(({ source }) => source),
    manifest,
  );

const library = (use: LibraryUse, libraries: Libraries, script: readonly ProjectFile[]): Script =>
  Object.hasOwn(libraries, use.userSymbol)
    ? libraryScript(use.userSymbol, libraries[use.userSymbol]!, script)
    : missingLibraryScript(use);

/** Files compiled before: a script runs in any number of Workspaces, one after the other. Oldest first. */
const compiledBefore = new Map<string, Script>();

const COMPILED_KEPT = 16;

/** Checks and compiles a file, once for each text. @throws ProjectError */
function compile({ name, source }: ProjectFile): Script {
  const key = `${name}\n${source}`;
  const known = compiledBefore.get(key);
  if (known) return known;
  refuseWhatAppsScriptRefuses(name, source);
  const script = new Script(source, { filename: `${name}.gs` });
  compiledBefore.set(key, script);
  for (const oldest of compiledBefore.keys()) {
    if (compiledBefore.size <= COMPILED_KEPT) break;
    compiledBefore.delete(oldest);
  }
  return script;
}
