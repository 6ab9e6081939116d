import type { Repeats, SeriesStart } from './repeats';
export declare function canonical(repeats: Repeats, start: SeriesStart): Repeats;
export declare function sameRepeats(one: Repeats, oneStart: SeriesStart, other: Repeats, otherStart: SeriesStart): boolean;
export declare function datesOf(repeats: Repeats, start: SeriesStart, from: string, limit: number): readonly string[];
export declare function isSlot(repeats: Repeats, start: SeriesStart, date: string): boolean;
export declare function lastDate(repeats: Repeats, start: SeriesStart): string | null | 'endless-or-far';
export declare function instantOfSlot(date: string, start: SeriesStart): string;
export declare function slotOfInstant(originalStart: string, start: SeriesStart): string;
export declare function startsByRule(repeats: Repeats, start: SeriesStart): boolean;
