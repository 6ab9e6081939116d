/** Instants as a spreadsheet keeps dates and times: days since 1899-12-30, as the clocks of its zone show them. */
import { msOf } from '../kit/clock';
import { isTimeZone, offsetMsAt } from '../kit/zoned-time';

const DAY_MS = 86_400_000;
/** Serial number of 1970-01-01. */
const EPOCH_SERIAL = 25_569;

/** @param zone of the spreadsheet; one that nobody knows counts as UTC. */
export function serialAt(instant: string, zone: string): number {
  const ms = msOf(instant);
  const offsetMs = isTimeZone(zone) ? offsetMsAt(ms, zone) : 0;
  return EPOCH_SERIAL + (ms + offsetMs) / DAY_MS;
}
