import { FEATURES, roomOf } from './rooms.mjs';
import { bytesBy } from './source-map.mjs';

/** What a single feature may weigh in the bundle. */
const FEATURE_BYTES = 60 * 1024;

/**
 * The calendar is four jobs in one feature (two-way sync with its series and meetings, the side panel in which each person decides, the
 * administrators' page, and undo for one or for everybody), and each person and organization chooses what it does: it gets what three
 * features and a half get. No other may be added.
 */
const HEAVIER = { calendar: 224 * 1024 };

/**
 * Weighs the rooms of the bundle.
 *
 * @param code the bundle. @param map its source map.
 * @returns a table of bytes by room, heaviest first, and a sentence for each feature that is too heavy.
 */
export function weighRooms(code, map) {
  const bytes = [...bytesBy(roomOf, code, map)].sort(([, a], [, b]) => b - a);
  const lines = bytes.map(([room, size]) => `  ${(room || '(bundler)').padEnd(12)}${inKb(size)}`);
  const total = bytes.reduce((sum, [, size]) => sum + size, 0);
  return {
    table: [...lines, `  ${'together'.padEnd(12)}${inKb(total)}`].join('\n'),
    problems: bytes
      .filter(([room, size]) => FEATURES.includes(room) && size > limitOf(room))
      .map(([room, size]) => `src/${room} has ${size} bytes; it may have ${limitOf(room)}.`),
  };
}

const limitOf = (room) => HEAVIER[room] ?? FEATURE_BYTES;

const inKb = (size) => `${(size / 1024).toFixed(1).padStart(7)} KB`;
