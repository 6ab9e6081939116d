import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The folders of src that are no feature. Every other one is: a new feature is one folder, and named nowhere here. */
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

/** What a file counts for when the bundle is weighed: its folder in src, or `libraries`. */
export function roomOf(path) {
  const [top, folder, ...rest] = path.split('/');
  if (top === 'node_modules') return 'libraries';
  if (top !== 'src') return '';
  return rest.length === 0 ? 'doors' : folder;
}
