import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * The folders of src that are not features. Every other folder is one: a new feature is a folder, and is not named
 * here.
 */
const SHARED = [
  'admin-page',
  'app',
  'card',
  'google',
  'kit',
  'records',
  'runs',
  'sheets',
  'worksystem',
];

/** The features, by the names of their folders. */
export const FEATURES = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name))
  .map(({ name }) => name);

/** The room that a file belongs to when the bundle is weighed: its folder in src, or `libraries`. */
export function roomOf(path) {
  const [top, folder, ...rest] = path.split('/');
  if (top === 'node_modules') return 'libraries';
  if (top !== 'src') return '';
  return rest.length === 0 ? 'doors' : folder;
}
