import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isAmong } from './glob';
import { ProjectError } from './project-error';
import type { ProjectFile } from './project-file';

/** A project's settings for clasp, as far as they decide which files are pushed, and in which order. */
interface ClaspSettings {
  readonly srcDir?: unknown;
  readonly rootDir?: unknown;
  readonly filePushOrder?: unknown;
  readonly skipSubdirectories?: unknown;
  readonly fileExtension?: unknown;
  readonly scriptExtensions?: unknown;
  readonly htmlExtensions?: unknown;
}

/** What clasp leaves out where there is no `.claspignore`. */
const IGNORED_AT_FIRST = ['.git/**', 'node_modules/**', '**/node_modules/**'];

/**
 * The files of a script project in a folder, as `clasp push` would send them: `.clasp.json` says in which folder below
 * they are (`rootDir`) and which come first, `.claspignore` which are left out. Subfolders included, in order of path.
 *
 * @throws ProjectError in one sentence for a folder or a setting that cannot be read.
 * @see https://github.com/google/clasp/blob/master/docs/run.md
 */
export function projectFiles(folder: string): readonly ProjectFile[] {
  const settings = settingsIn(folder);
  const content = contentFolder(folder, settings);
  const ignored = ignoredIn(folder);
  const types = typesOf(settings);
  const first = strings(settings.filePushOrder).map((path) =>
    relative(content, resolve(folder, path)).split(sep).join('/'),
  );
  return listFiles(content)
    .filter((path) => settings.skipSubdirectories !== true || !path.includes('/'))
    .filter((path) => !isAmong(path, ignored))
    .sort((a, b) => rank(first, a) - rank(first, b) || (a < b ? -1 : 1))
    .flatMap((path): ProjectFile[] => {
      const extension = /\.[^./]+$/.exec(path)?.[0] ?? '';
      const type = types[extension.toLowerCase()];
      if (!type || (type === 'JSON' && path !== 'appsscript.json')) return [];
      const source = readFileSync(join(content, path), 'utf8').replace(/^\ufeff/, '');
      return [{ name: path.slice(0, -extension.length), type, source }];
    });
}

/** Files that are to come first have their place in that list, all others come after them. */
const rank = (first: readonly string[], path: string): number => {
  const place = first.indexOf(path);
  return place < 0 ? first.length : place;
};

function settingsIn(folder: string): ClaspSettings {
  const path = join(folder, '.clasp.json');
  if (!existsSync(path)) return {};
  try {
    const settings: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
    return typeof settings === 'object' && settings !== null ? settings : {};
  } catch (error) {
    throw new ProjectError(`${path} is not JSON: ${(error as Error).message}`);
  }
}

/** Like clasp, nothing outside the project is read. */
function contentFolder(folder: string, { srcDir, rootDir }: ClaspSettings): string {
  const below = [srcDir, rootDir].find((path) => typeof path === 'string' && path !== '');
  if (below === undefined) return folder;
  const content = resolve(folder, below as string);
  const path = relative(resolve(folder), content);
  if (path.startsWith('..') || isAbsolute(path))
    throw new ProjectError(
      `The folder "${below as string}" in ${join(folder, '.clasp.json')} is outside the project.`,
    );
  return content;
}

function ignoredIn(folder: string): readonly string[] {
  const path = join(folder, '.claspignore');
  if (!existsSync(path)) return IGNORED_AT_FIRST;
  return readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

function typesOf(settings: ClaspSettings): Readonly<Record<string, ProjectFile['type']>> {
  const dotted = (extension: string): string => `.${extension.toLowerCase().replace(/^\./, '')}`;
  const { fileExtension, scriptExtensions, htmlExtensions } = settings;
  const stated = strings(scriptExtensions ?? fileExtension);
  const code = stated.length > 0 ? stated : ['gs', 'js'];
  const pages = strings(htmlExtensions);
  return {
    ...Object.fromEntries(code.map((extension) => [dotted(extension), 'SERVER_JS' as const])),
    ...Object.fromEntries(
      (pages.length > 0 ? pages : ['html']).map((extension) => [
        dotted(extension),
        'HTML' as const,
      ]),
    ),
    '.json': 'JSON',
  };
}

/** The texts in a setting that is a text or a list of them. */
const strings = (setting: unknown): readonly string[] =>
  [setting].flat().filter((one): one is string => typeof one === 'string');

/** Paths below a folder, with forward slashes. */
function listFiles(folder: string): string[] {
  let found: string[];
  try {
    found = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new ProjectError(`${folder} cannot be read: ${(error as Error).message}`);
  }
  return found
    .filter((path) => statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() === true)
    .map((path) => path.split(sep).join('/'));
}
