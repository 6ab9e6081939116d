import type { Repeats, SeriesStart, Unsaid } from './repeats';
export declare function repeatsOfLines(lines: readonly string[], start: SeriesStart): Repeats | Unsaid;
export declare function linesOfRepeats(repeats: Repeats, start: SeriesStart): readonly string[];
