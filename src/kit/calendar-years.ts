/** Which times are taken for times of a calendar: others are slips of a keyboard, or attacks. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;
/** An entry may last ten years; a person's longest leave is shorter. */
export const LONGEST_DAYS = 3660;
