import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Script } from 'node:vm';
import { detectedScopes } from './detected-scopes';
import { readManifest, type Manifest } from './manifest';
import { ProjectError } from './project-error';
import { refuseWhatAppsScriptRefuses } from './syntax';
import type { ProjectFile } from './project-file';

export type { ProjectFile };

/** A script project, parsed and ready to run. */
export interface Project {
  readonly files: readonly ProjectFile[];
  readonly manifest: Manifest;
  /** Full scope URLs that it asks for: the manifest's, or those its code needs where the manifest lists none. */
  readonly scopes: readonly string[];
  /** The code files in project order, each compiled once. */
  readonly scripts: readonly Script[];
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

/** Parses and compiles files. @throws ProjectError with file, line and column. */
export function toProject(files: readonly ProjectFile[], origin = 'project'): Project {
  const manifestFile = files.find(({ type, name }) => type === 'JSON' && name === 'appsscript');
  if (!manifestFile) throw new ProjectError(`${origin} has no appsscript.json.`);
  const code = files.filter(({ type }) => type === 'SERVER_JS');
  const scripts = code.map(compile);
  const manifest = readManifest(manifestFile.source);
  return {
    files,
    manifest,
    scopes:
      manifest.oauthScopes ??
      detectedScopes(
        code.map(({ source }) => source),
        manifest,
      ),
    scripts,
  };
}

/** Files compiled before: a script runs in any number of Workspaces, one after the other. Oldest first. */
const compiled = new Map<string, Script>();

const COMPILED_KEPT = 16;

/** Checks and compiles a file, once for each text. @throws ProjectError */
function compile({ name, source }: ProjectFile): Script {
  const key = `${name}\n${source}`;
  const known = compiled.get(key);
  if (known) return known;
  refuseWhatAppsScriptRefuses(name, source);
  const script = new Script(source, { filename: `${name}.gs` });
  compiled.set(key, script);
  for (const oldest of compiled.keys()) {
    if (compiled.size <= COMPILED_KEPT) break;
    compiled.delete(oldest);
  }
  return script;
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
