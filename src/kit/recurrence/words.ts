import type { Repeats, SeriesStart, Unsaid } from './repeats';
export declare function wordsOfRepeats(repeats: Repeats, start: SeriesStart): string;
export declare function repeatsOfWords(text: string, start: SeriesStart): Repeats | Unsaid;
