import type { Needs } from '../kit/needs';

/**
 * Nothing beyond what the calendar sync has: events are listed in each person's name with the scope in which they are synced, and only
 * of people who turned that on.
 */
export const availabilityNeeds: Needs = { manifest: [], delegation: [] };
