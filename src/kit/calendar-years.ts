/** The years that are accepted in a calendar; others are typing mistakes or attacks. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;
/** An entry may last ten years; a person's longest leave is shorter. */
export const LONGEST_DAYS = 3660;
